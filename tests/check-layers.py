# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every folder of the sources includes what its layer may know, and that its headers keep their promises.

    check-layers.py SOURCE

SOURCE is the folder with one folder per layer. Meson gives each layer only the folders and libraries it may use; this
finds what is on the compiler's path all the same, and says which line it is. Speaks TAP.
"""
import os
import re
import sys

# Which layers a layer may know beside itself. Arrows only go down; main.c is "".
EVERYTHING = {'model', 'store', 'chart', 'exchange', 'report', 'publish', 'start'}
LAYERS = {
    'model': set (),
    'chart': set (),
    'store': {'model'},
    'exchange': {'model'},
    'report': {'model', 'chart'},
    'publish': {'model', 'store', 'chart', 'exchange', 'report'},
    'start': {'model', 'store', 'exchange'},
    'cli': EVERYTHING,
    'app': EVERYTHING,
    '': {'app', 'start'},
}

# Headers of the language, the system and GLib, which any layer may include.
COMMON = re.compile (r'(errno|fcntl|libintl|locale|math|stdio|stdlib|string|unistd)\.h$'
                     r'|sys/stat\.h$|(glib|glib-object)\.h$|glib/(gi18n-lib|gstdio)\.h$')

# Other libraries, and who may know them.
LIBRARIES = (
    (re.compile (r'gio/'), {'model', 'store', 'exchange', 'report', 'publish', 'cli', 'app'}),
    (re.compile (r'sqlite3\.h$'), {'store'}),
    (re.compile (r'(csv\.h$|libxml/|xlsxwriter)'), {'exchange'}),
    (re.compile (r'gsf/'), {'exchange', 'report'}),
    (re.compile (r'qpdf/'), {'report'}),
    (re.compile (r'enchant'), {'app'}),
    (re.compile (r'json-glib/'), {'exchange', 'cli'}),
    (re.compile (r'(signal|glib-unix)\.h$'), {'cli'}),
    (re.compile (r'(cairo[\w-]*\.h$|pango/)'), {'chart', 'report', 'app'}),
    (re.compile (r'(gtk/|gdk/|gsk/|graphene|adwaita\.h$)'), {'app', ''}),
)

INCLUDE = re.compile (r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
COMMENT = re.compile (r'/\*.*?\*/', re.DOTALL)
# A function that a header declares: what it returns, its name, its parameters.
FUNCTION = re.compile (r'^([A-Za-z_][\w\s]*?[\s*]+)(kompass_\w+)\s*\(([^;{}]*)\)[^;{}()]*;', re.MULTILINE)
# What is handed over to the caller, by its type or by what the function does.
OWNED_TYPE = re.compile (r'^(char|GPtrArray|GArray|GBytes|GMenuModel|GDateTime)\s*\*')
OWNED_NAME = re.compile (r'_(new|copy|load|dup|steal)(_|$)')


def read (path):
    with open (path, encoding='utf-8') as file:
        return file.read ()


def list_files (folder):
    return sorted (os.path.join (folder, name) for name in os.listdir (folder) if name.endswith (('.c', '.h')))


def list_layers (source):
    """Returns the files of each layer, by its name."""
    layers = {name: list_files (os.path.join (source, name)) for name in os.listdir (source)
              if os.path.isdir (os.path.join (source, name))}
    layers[''] = list_files (source)
    return layers


def find_line (text, position):
    return text.count ('\n', 0, position) + 1


def check_own (layer, name, owners):
    """Returns why LAYER may not include the house's header NAME, or None."""
    if '/' in name:
        return 'headers of the house are included by their names alone'
    if name == 'config.h':
        return None
    if name == f'kompass-{layer}-resources.h':
        return None
    if name not in owners:
        return 'there is no such header'
    owner = owners[name]
    if owner == layer or owner in LAYERS[layer]:
        return None
    return f'{layer or "main.c"} may not know {owner}'


def check_foreign (layer, name):
    """Returns why LAYER may not include the library header NAME, or None."""
    if COMMON.match (name):
        return None
    for pattern, layers in LIBRARIES:
        if pattern.match (name):
            return None if layer in layers else f'{layer or "main.c"} may not know it'
    return 'it is not decided who may know it: see LIBRARIES in tests/check-layers.py'


def check_includes (layer, files, owners):
    problems = []
    for path in files:
        text = read (path)
        for match in INCLUDE.finditer (text):
            own, foreign = match.groups ()
            problem = check_own (layer, own, owners) if own else check_foreign (layer, foreign)
            if problem:
                problems.append (f'{path}:{find_line (text, match.start ())}: {match.group ().strip ()}: {problem}')
    return problems


def check_own_first (files):
    """A file includes its own header first, perhaps its private one, so that every header is complete in itself."""
    problems = []
    for path in files:
        stem = os.path.basename (path)[:-2]
        first = INCLUDE.search (read (path))
        if path.endswith ('.c') and path[:-2] + '.h' in files and (
                not first or first.group (1) not in (stem + '.h', stem + '-private.h')):
            problems.append (f'{path}:1: {stem}.h is to be included first')
    return problems


def find_docs (texts):
    """Returns the gtk-doc comments of the sources, by the function that each is on."""
    docs = {}
    for text in texts:
        for match in re.finditer (r'/\*\*\n \* (kompass_\w+):\n(.*?)\*/', text, re.DOTALL):
            docs[match.group (1)] = match.group (2)
    return docs


def check_docs (files, docs):
    """A function that can fail, or that hands something over, says so in a comment."""
    problems = []
    for path in files:
        text = read (path)
        plain = COMMENT.sub (lambda match: re.sub (r'[^\n]', ' ', match.group ()), text)
        if path.endswith (('.c', '-private.h')):
            continue
        for match in FUNCTION.finditer (plain):
            returned, name, parameters = match.groups ()
            owned = '*' in returned and not returned.startswith ('const') and (
                OWNED_TYPE.match (returned) or OWNED_NAME.search (name))
            fails = re.search (r'GError\s*\*\*', parameters)
            place = f'{path}:{find_line (plain, match.start (2))}: {name}'
            if (owned or fails) and name not in docs:
                problems.append (f'{place} has no gtk-doc comment')
            elif fails and '@error:' not in docs[name]:
                problems.append (f'{place} does not say what errors there are')
            elif owned and '(transfer' not in docs[name]:
                problems.append (f'{place} does not say who owns what it returns')
    return problems


def check_licence (files):
    return [f'{path}:1: no SPDX line' for path in files
            if not read (path).startswith ('/* SPDX-License-Identifier: GPL-3.0-or-later */\n')]


def main (source):
    layers = list_layers (source)
    owners = {os.path.basename (path): layer for layer, files in layers.items () for path in files if path.endswith ('.h')}
    docs = find_docs (read (path) for files in layers.values () for path in files if path.endswith ('.c'))
    cases = [('layers are known', [f'{layer}: say in tests/check-layers.py what it may know'
                                   for layer in layers if layer not in LAYERS])]

    for layer, files in sorted (layers.items ()):
        name = layer or 'main.c'
        if layer in LAYERS:
            cases.append ((f'{name} includes what it may know', check_includes (layer, files, owners)))
        cases.append ((f'{name} includes its own headers first', check_own_first (files)))
        cases.append ((f'{name} says what is owned and what fails', check_docs (files, docs)))
        cases.append ((f'{name} is licensed', check_licence (files)))

    print (f'1..{len (cases)}')
    for number, (name, problems) in enumerate (cases, 1):
        for problem in problems:
            print (f'# {problem}')
        print (f'{"not ok" if problems else "ok"} {number} {name}')
    return 1 if any (problems for _, problems in cases) else 0


if __name__ == '__main__':
    sys.exit (main (sys.argv[1]))
