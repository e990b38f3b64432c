# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the .ui files against the sources: what they name is there, and what the sources take from them is there, too.

    check-interface.py PROJECT [COMMAND...]

PROJECT is the top folder of the project. GTK finds most of this only when a widget is made, some of it only when a
button is pressed. COMMAND runs gtk4-builder-tool with a display: it is shown the files without a template as well; at
templates it crashes in GTK 4.8. Speaks TAP.
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# Properties and attributes that people read or hear.
WORDS = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text'}
# Words that are the same in every language.
NAMES = {'Kommunkompass'}
# Properties whose value is the id of another object.
REFERENCES = {'model', 'menu-model', 'default-widget', 'popover', 'mnemonic-widget', 'key-capture-widget'}
# Actions that GTK adds to a window by itself.
OWN_ACTIONS = {'window.close', 'win.show-help-overlay'}


def read (path):
    with open (path, encoding='utf-8') as file:
        return file.read ()


class Interface:
    """A .ui file, and the .c file that makes a widget of it, with those whose names go on from its name."""

    def __init__ (self, path, sources):
        self.path = path
        self.name = os.path.basename (path)
        self.root = ElementTree.parse (path).getroot ()
        self.template = self.root.find ('template')
        self.source, self.code = None, ''
        for source, code in sources.items ():
            if f'/ui/{self.name}"' in code:
                self.source = source
        if self.source:
            stem = self.source.removesuffix ('.c')
            self.code = sources[self.source] + ''.join (code for source, code in sources.items () if source.startswith (stem + '-'))

    def get_ids (self):
        return {element.get ('id') for element in self.root.iter () if element.get ('id')}

    def get_handlers (self):
        return {element.get ('handler') for element in self.root.iter ('signal')}

    def get_references (self):
        ids = {element.text for element in self.root.iter ('property') if element.get ('name') in REFERENCES}
        return ids | {element.get ('bind-source') for element in self.root.iter ('property')}

    def get_bound (self, what):
        return set (re.findall (rf'bind_template_{what} \(widget_class, (?:\w+, )?(\w+)\)', self.code))

    def get_classes (self):
        return {element.get ('class') for element in self.root.iter ('object') if element.get ('class')}


def to_type (name):
    """Returns the type macro of a class: KOMPASS_TYPE_CHART_AREA of KompassChartArea."""
    words = re.findall (r'[A-Z][a-z]+', name)
    return '_'.join ([words[0], 'TYPE'] + words[1:]).upper ()


def check_bundled (interfaces, project):
    resource = ElementTree.parse (os.path.join (project, 'data', 'kommunkompass.gresource.xml'))
    bundled = {file.text for file in resource.iter ('file') if file.text.endswith ('.ui')}
    present = {f'ui/{interface.name}' for interface in interfaces}
    return [f'{name} is not in the resources' for name in sorted (present - bundled)] + [
        f'{name} is in the resources, but not there' for name in sorted (bundled - present)]


def check_template (interface):
    if interface.template is None:
        return []
    name, parent = interface.template.get ('class'), interface.template.get ('parent')
    if interface.source is None:
        return [f'no source uses the template {name}']
    define = re.search (r'G_DEFINE_FINAL_TYPE \((\w+), \w+, (\w+)\)', interface.code)
    if not define or define.group (1) != name or define.group (2) != re.sub (r'(?<!^)([A-Z])', r'_\1', parent).upper ().replace (
            '_', '_TYPE_', 1):
        return [f'{interface.source} does not define a {name} that is a {parent}']
    return []


def check_ids (interface):
    """What the source takes from the file is there, and nothing has a name for nothing."""
    ids, bound = interface.get_ids (), interface.get_bound ('child')
    used = bound | interface.get_references ()
    problems = [f'{interface.source} wants {name}, which is not there' for name in sorted (bound - ids)]
    problems += [f'nothing refers to {name}' for name in sorted (ids - used) if interface.template is not None]
    return problems


def check_handlers (interface):
    handlers, bound = interface.get_handlers (), interface.get_bound ('callback')
    problems = [f'{interface.source} has no callback {name}' for name in sorted (handlers - bound)]
    return problems + [f'no signal calls {name}' for name in sorted (bound - handlers)]


def check_classes (interface, sources):
    """A class of the house is known to GTK before the file is read."""
    problems = []
    for name in sorted (name for name in interface.get_classes () if name.startswith ('Kompass')):
        if not any (re.search (rf'G_DEFINE_FINAL_TYPE(_WITH_CODE)? \({name}, ', code) for code in sources.values ()):
            problems.append (f'there is no class {name}')
        elif f'g_type_ensure ({to_type (name)})' not in interface.code:
            problems.append (f'{interface.source} does not make sure of {name}')
    return problems


def check_actions (interface, actions):
    names = {element.text for element in interface.root.iter ('property') if element.get ('name') == 'action-name'}
    names |= {element.text for element in interface.root.iter ('attribute') if element.get ('name') == 'action'}
    return [f'there is no action {name}' for name in sorted (names) if name.split ('::')[0] not in actions]


def check_words (interface):
    """Whatever people read can be translated, and an underscore in it is a key."""
    problems = []
    for parent in interface.root.iter ():
        underlined = parent.find ('property[@name="use-underline"]')
        for element in parent:
            text = element.text or ''
            is_words = (element.tag in ('property', 'attribute') and element.get ('name') in WORDS) or (
                element.tag == 'item' and parent.tag == 'items')
            if not is_words or not re.search (r'[^\W\d_]', text) or text in NAMES:
                continue
            if element.get ('translatable') != 'yes':
                problems.append (f'“{text}” cannot be translated')
            if element.tag == 'property' and '_' in text and (underlined is None or underlined.text != 'True'):
                problems.append (f'“{text}” shows its underscore')
    return problems


def check_tool (interface, command):
    done = subprocess.run ([*command, 'validate', interface.path], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).strip ().splitlines () or [f'it ended with {done.returncode}']


def find_actions (sources):
    """Returns the names of all actions that are installed or added to the application."""
    actions = set (OWN_ACTIONS)
    for code in sources.values ():
        actions.update (re.findall (r'\{ "([a-z]+\.[\w-]+)", (?:(?:NULL|"\w+"), )?\w+', code))
        actions.update (re.findall (r'class_install_action \(widget_class, "([a-z]+\.[\w-]+)"', code))
        groups = re.findall (r'gtk_widget_insert_action_group \(.*?, "(\w+)"', code) or ['app']
        for entries in re.findall (r'GActionEntry \w+\[\] = \{(.*?)\n *\};', code, re.DOTALL):
            actions.update (f'{group}.{name}' for group in groups for name in re.findall (r'\{ "([\w-]+)"', entries))
        actions.update (f'win.{name}' for name in re.findall (r'g_property_action_new \("([\w-]+)"', code))
        if 'g_settings_create_action' in code:
            for keys in re.findall (r'char \* const keys\[\] = \{(.*?)\}', code):
                for group in re.findall (r'insert_action_group \(.*?, "(\w+)"', code):
                    actions.update (f'{group}.{name}' for name in re.findall (r'"([\w-]+)"', keys))
    return actions


def main (project, *command):
    folder = os.path.join (project, 'src', 'app')
    sources = {name: read (os.path.join (folder, name)) for name in sorted (os.listdir (folder)) if name.endswith ('.c')}
    folder = os.path.join (project, 'data', 'ui')
    interfaces = [Interface (os.path.join (folder, name), sources) for name in sorted (os.listdir (folder))]
    actions = find_actions (sources)
    cases = [('resources', check_bundled (interfaces, project))]

    for interface in interfaces:
        cases += [(f'{interface.name} template', check_template (interface)),
                  (f'{interface.name} ids', check_ids (interface)),
                  (f'{interface.name} handlers', check_handlers (interface)),
                  (f'{interface.name} classes', check_classes (interface, sources)),
                  (f'{interface.name} actions', check_actions (interface, actions)),
                  (f'{interface.name} words', check_words (interface))]
        if command and interface.template is None:
            cases.append ((f'{interface.name} as GTK reads it', check_tool (interface, command)))

    print (f'1..{len (cases)}')
    for number, (name, problems) in enumerate (cases, 1):
        for problem in problems:
            print (f'# {name}: {problem}')
        print (f'{"not ok" if problems else "ok"} {number} {name}')
    return 1 if any (problems for _, problems in cases) else 0


if __name__ == '__main__':
    sys.exit (main (*sys.argv[1:]))
