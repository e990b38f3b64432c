# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the translations are complete, and keep what must be kept of each source string.

    check-translations.py SOURCE XGETTEXT MSGMERGE MSGFMT

SOURCE is the folder of the sources. The words are extracted afresh from every file that can have some, by the keywords
of meson's preset "glib", so that neither a template nor a list of files that has been forgotten hides any. Speaks TAP.
"""
import ast
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
ENDINGS = ('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml')
DATE = 'date and time'

# In printf's language: %s, %2$s, %5.1f, %%.
DIRECTIVE = re.compile (r"%(?:(?P<place>\d+)\$)?(?P<form>[-+ 0#']*\d*(?:\.\d+)?(?:hh?|ll?|[zjt])?[diouxXeEfFgGcsp]|%)")
PLACE = re.compile (r'\{\d\}')
BEGINNING = re.compile (r'^[\s,]*')
END = re.compile (r'[\s.,:;!?…]*$')
TAG = re.compile (r'<[^<>]*>')
NBSP = '\u00a0'

# The words of the field: where the source string has the first, the Swedish one has the second.
GLOSSARY = (
    (r'\bareas?\b', 'område'),
    (r'\bcharts?\b', 'diagram'),
    (r'\bedition', 'utgåv'),
    (r'\bevaluations?\b', 'utvärdering'),
    (r'\blibrary\b', 'bibliotek'),
    (r'\bmaxim(um|a)\b', 'max'),
    (r'\bmunicipalit', 'kommun'),
    (r'\b(new|duplicate as new|delete|begin a new) round\b', 'omgång'),
    (r'\bnot applicable\b', 'ej tillämplig'),
    (r'\bnot scored\b', 'ej poängsatt'),
    (r'\bpercents?\b', 'procent'),
    (r'\bprinted (figure|in)', 'tryckt'),
    (r'\bprofiles?\b', 'profil'),
    (r'\bquestions?\b', 'delfråg'),
    (r'\breference groups?\b', 'referensgrupp'),
    (r'\bsource\b', 'källa'),
    (r'\bundo', 'ångra'),
)


class Entry:
    """A message of a file of translations: its fields, such as "msgid" and "msgstr[1]", and what its comments say."""

    def __init__ (self, lines):
        self.fields = {}
        self.files = []
        self.is_fuzzy = False
        name = None
        for line in lines:
            start = re.match (r'(msg\w+(?:\[\d\])?) (".*")$', line)
            if line.startswith ('#:'):
                self.files += [reference.rpartition (':')[0] for reference in line[2:].split ()]
            elif line.startswith ('#,'):
                self.is_fuzzy = self.is_fuzzy or 'fuzzy' in line
            elif start:
                name = start[1]
                self.fields[name] = ast.literal_eval (start[2])
            elif line.startswith ('"'):
                self.fields[name] += ast.literal_eval (line)

        self.context = self.fields.get ('msgctxt')
        self.source = self.fields.get ('msgid', '')
        self.texts = [text for name, text in self.fields.items () if name.startswith ('msgstr')]

    def pairs (self):
        """Returns each translation behind the source string that it stands for."""
        plural = self.fields.get ('msgid_plural', self.source)
        return [(plural if i else self.source, text) for i, text in enumerate (self.texts)]


def parse (text):
    """Returns the messages in TEXT, a file of translations, without its header and its obsolete messages."""
    entries = [Entry (block.splitlines ()) for block in re.split (r'\n{2,}', text)]
    return [entry for entry in entries if entry.source]


def run (*words, folder):
    """Runs a program of gettext in English; returns its exit status and what it wrote."""
    environment = dict (os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    done = subprocess.run (words, cwd=folder, env=environment, capture_output=True, encoding='utf-8', check=False)
    return done.returncode, done.stdout, done.stderr


def find_files (source):
    """Returns the files under src and data that could have words in them, as POTFILES names them."""
    names = []
    for top in ('data', 'src'):
        for folder, _, files in os.walk (os.path.join (source, top)):
            paths = [os.path.join (folder, name) for name in files if name.endswith (ENDINGS)]
            names += [os.path.relpath (path, source) for path in paths]
    return sorted (names)


def read (*parts):
    with open (os.path.join (*parts), encoding='utf-8') as file:
        return file.read ()


def read_words (text):
    """Returns the words in TEXT, a list with comments in it."""
    return [word for line in text.splitlines () if not line.startswith ('#') for word in line.split ()]


def show (text):
    return '"' + text.replace ('\n', '\\n') + '"'


# What each translation must keep of its source string. Each function returns what is wrong, or None.

def check_directives (entry, source, text):
    if entry.context == DATE:
        return None

    def types (string):
        found, next_place, percents = {}, 1, 0
        for directive in DIRECTIVE.finditer (string):
            if directive['form'] == '%':
                percents += 1
            else:
                found[int (directive['place'] or next_place)] = directive['form']
                next_place += 1
        return found, percents

    if types (source) != types (text):
        return 'other printf directives'
    return None


def check_places (entry, source, text):
    if sorted (PLACE.findall (source)) != sorted (PLACE.findall (text)):
        return 'other places in braces'
    return None


def check_ends (entry, source, text):
    wanted, found = END.search (source)[0], END.search (text)[0]
    # A full stop after one word is an abbreviation's, and other languages abbreviate otherwise.
    if ' ' not in source:
        wanted, found = wanted.replace ('.', ''), found.replace ('.', '')
    if wanted != found:
        return f'ends with {show (found)}, not with {show (wanted)}'
    if BEGINNING.search (source)[0] != BEGINNING.search (text)[0]:
        return 'begins with other punctuation or space'
    return None


def check_mnemonic (entry, source, text):
    if source.count ('_') != text.count ('_'):
        return 'a mnemonic too many or too few'
    return None


def check_typography (entry, source, text):
    plain = TAG.sub ('', text)
    if '...' in plain:
        return 'three dots instead of an ellipsis'
    if '"' in plain:
        return 'straight quotation marks'
    if source.count ('\u2212') != text.count ('\u2212'):
        return 'a minus sign lost'
    if re.search (r'  | [.,;:!?…]( |$)', plain) and not re.search (r'  | [.,;:!?…]( |$)', source):
        return 'space where none belongs'
    return None


def check_swedish (entry, source, text):
    if '“' in text or text.count ('”') != len (re.findall ('[“”]', source)):
        return 'quotation marks other than ”these”'
    if entry.context != DATE and re.search (rf'(?<!{NBSP})%%|\d %(?![a-z])', text):
        return 'no no-break space before the percent sign'
    return None


def check_glossary (entry, source, text):
    for english, swedish in GLOSSARY:
        if re.search (english, source, re.IGNORECASE) and swedish not in text.lower ():
            return f'without the word “{swedish}”'
    return None


def check_date (entry, source, text):
    example = time.strftime (text, (2011, 3, 5, 14, 5, 0, 5, 64, 0)) if entry.context == DATE else ''
    if example and not (re.search (r'\b2011\b', example) and re.search (r'\b14[:.]05\b', example)):
        return 'not a date with a time'
    return None


KEPT = (
    ('printf directives', check_directives), ('places in braces', check_places), ('ends of texts', check_ends),
    ('mnemonics', check_mnemonic), ('typography', check_typography), ('formats of dates', check_date),
)
SWEDISH = (('Swedish quotation marks and percent', check_swedish), ('words of the field', check_glossary))


def check_all (entries, check):
    return [f'{problem}: {show (source)} → {show (text)}'
            for entry in entries for source, text in entry.pairs ()
            for problem in [text and check (entry, source, text)] if problem]


def get_labels (menu, translate):
    """Returns the labels of MENU; its sections are parts of it, its submenus are not."""
    labels = []
    for child in menu:
        if child.tag == 'section':
            labels += get_labels (child, translate)
        for attribute in child.findall ('attribute[@name="label"]'):
            labels.append (translate (attribute.get ('context'), attribute.text))
    return labels


def check_menu (menu, where, translate):
    """Returns the labels of MENU that have the same mnemonic as one before."""
    taken, problems = {}, []
    for label in get_labels (menu, translate):
        letter = re.search (r'_(.)', label)
        if letter and letter[1].lower () in taken:
            problems.append (f'{where}: {show (taken[letter[1].lower ()])} and {show (label)} have the same mnemonic')
        elif letter:
            taken[letter[1].lower ()] = label
    return problems


def check_menus (source, entries):
    """Returns what is wrong with the menus of the user interface; a submenu is a menu of its own."""
    texts = {(entry.context, entry.source): entry.texts[0] for entry in entries}
    problems = []
    for name in find_files (source):
        if not name.endswith ('.ui'):
            continue
        for node in ElementTree.parse (os.path.join (source, name)).iter ():
            if node.tag in ('menu', 'submenu'):
                problems += check_menu (node, name, lambda context, text: texts.get ((context, text), text))
    return problems


def check_complete (source, language, template, programs):
    """Returns the strings of TEMPLATE that are not translated, and the translations of strings that are no more."""
    _, msgmerge, _ = programs
    catalogue = os.path.join (source, 'po', language + '.po')
    status, merged, errors = run (msgmerge, '--quiet', '--no-fuzzy-matching', '--output-file=-', catalogue, template,
                                  folder=source)
    if status:
        return [errors]
    problems = ['an obsolete translation: ' + line for line in merged.splitlines () if line.startswith ('#~ msgid')]
    for entry in parse (merged):
        if entry.is_fuzzy or not all (entry.texts):
            problems.append (f'{entry.files[0]}: not translated: {show (entry.source)}')
    return problems


def check_list (source, entries):
    """Returns what is wrong with po/POTFILES."""
    listed = read_words (read (source, 'po', 'POTFILES'))
    wanted = {name for entry in entries for name in entry.files}
    return ([f'{name} has words and is not listed' for name in sorted (wanted - set (listed))] +
            [f'{name} is listed and has no words, or is not there' for name in listed if name not in wanted] +
            [f'{name} is listed twice' for name in sorted (set (listed)) if listed.count (name) > 1] +
            (['the list is not in order'] if listed != sorted (listed) else []))


def extract (source, folder, programs):
    """Extracts the words of all sources; returns the path of the template."""
    xgettext, _, _ = programs
    template = os.path.join (folder, 'template.pot')
    status, _, errors = run (xgettext, '--from-code=UTF-8', '--add-comments', '--output=' + template,
                             *('--keyword=' + keyword for keyword in KEYWORDS), *find_files (source), folder=source)
    if status:
        sys.exit (errors)
    return template


def check_language (source, language, template, programs):
    """Yields the name of each check of LANGUAGE and what it found wrong."""
    catalogue = os.path.join (source, 'po', language + '.po')
    entries = parse (read (catalogue))
    status, _, errors = run (programs[2], '--check', '--output-file=' + os.devnull, catalogue, folder=source)

    yield 'complete', check_complete (source, language, template, programs)
    yield 'msgfmt --check', errors.splitlines () if status or errors else []
    for name, check in KEPT + (SWEDISH if language == 'sv' else ()):
        yield name, check_all (entries, check)
    yield 'mnemonics of menus', check_menus (source, entries)


def main (source, *programs):
    source = os.path.abspath (source)
    with tempfile.TemporaryDirectory () as folder:
        template = extract (source, folder, programs)
        results = [('list of files', check_list (source, parse (read (template))))]
        for language in read_words (read (source, 'po', 'LINGUAS')):
            results += [(f'{language}: {name}', problems)
                        for name, problems in check_language (source, language, template, programs)]

    print (f'1..{len (results)}')
    for number, (name, problems) in enumerate (results, 1):
        print (f'{"not ok" if problems else "ok"} {number} {name}')
        for problem in problems:
            print ('# ' + problem.strip ().replace ('\n', '\n# '))
    return 1 if any (problems for _, problems in results) else 0


if __name__ == '__main__':
    sys.exit (main (*sys.argv[1:]))
