# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the windows as a screen reader does, from another program, in English and in Swedish.

    KOMPASS_APP=PROGRAM check-accessibility.py

PROGRAM is kommunkompass. It runs with a session bus and an X server of the test's own; without them, or without AT-SPI,
the test is skipped. Every place that the keyboard can reach must have a name that is more than the name of a class, and
the matrix and the chart must say what a sighted person sees. Names of roles are not compared: they differ between
versions of GTK. Speaks TAP.

The questions are sent over the accessibility bus as they are, many at a time: libatspi waits for the answer to each, and
is three times as slow.
"""
import enum
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

APPLICATION_ID = 'io.github.kommunkompass.Kommunkompass'

DEADLINE = 60
POLL = 0.1

# Names on the accessibility bus
ACCESSIBLE = 'org.a11y.atspi.Accessible'
PROPERTIES = 'org.freedesktop.DBus.Properties'
TEXT = 'org.a11y.atspi.Text'
ROOT = '/org/a11y/atspi/accessible/root'

# What GTK says when nobody said anything: a name such as "GtkToggleButton".
CLASS_NAME = re.compile (r'^(Gtk|Adw|Kompass)[A-Z]\w*$')

TEXTS = {
    'C': {
        'headings': ['No.', 'Question', 'Points', 'Max', 'Percent', 'Ref.', 'Difference'],
        'question': '1.2, Hur informeras medborgarna?, points, 10.2 of 20, 51 percent',
        'area': 'Area 4, Ledarskap, ansvar och delegation, points, 59.5 of 100, 60 percent, reference 55, difference +4.5',
        'total': 'Total, points, 458.9 of 800, 57 percent, reference 455, difference +3.9',
        'points': ', points, ',
        'area-start': 'Area ',
        'total-start': 'Total, ',
        'chart': 'Lund 2011, edition 2010',
        'sentence': ['458.9 of', '455 points', '+3.9'],
        'round': 'Lund 2011, 458.9 points',
        'undo': 'Undo: Add the example',
        'new': 'New evaluation',
        'dialog': 'New Evaluation',
        'create': 'Create',
        'open-example': 'Open the Example Lund 2011',
        'try-again': 'Try Again',
        'menu': 'Main menu',
        'about': 'About Kommunkompass',
        'compared': 'Compared with: Mean of the 40 latest evaluations',
        'nothing': 'No comparison',
        'new-group': 'New Reference Group…',
        'all-found': 'Select All Found',
        'member': 'Lund 2011, not chosen',
        'member-chosen': 'Lund 2011, chosen',
        'mean': '1 Offentlighet och demokrati',
        'profile': 'Profile',
        'figures': '1, Offentlighet och demokrati, Points 42.2, Max 100, Percent 42%; '
                   'Mean of the 40 latest evaluations: Mean 50, Difference −7.8',
        'figures-total': 'Total, Points 458.9, Max 800, Percent 57%; '
                         'Mean of the 40 latest evaluations: Mean 455, Difference +3.9',
        'take-away': 'Do not compare with Mean of the 40 latest evaluations',
        'report': 'Report',
        'report-text': 'Summary of the result',
        'page': re.compile (r'Preview, page \d+ of \d+'),
        'outline-area': re.compile (r'1 Offentlighet och demokrati, \d+ words'),
        'versions': 'Export, print and earlier versions',
        'versions-item': 'Earlier Versions of This Section…',
        'version': 'What this version says',
        'editions-item': 'Editions…',
        'new-edition': 'New edition',
        'add-area': 'Add an area',
        'cell': 'Area 1, title',
        'new-mapping': 'New mapping',
        'mapping-line': '1 Samspel mellan förtroendevalda och medborgare (max 100)',
    },
    'sv_SE.UTF-8': {
        'headings': ['Nr', 'Delfråga', 'Poäng', 'Max', 'Procent', 'Ref.', 'Skillnad'],
        'question': '1.2, Hur informeras medborgarna?, poäng, 10,2 av 20, 51 procent',
        'area': 'Område 4, Ledarskap, ansvar och delegation, poäng, 59,5 av 100, 60 procent, referens 55, skillnad +4,5',
        'total': 'Totalt, poäng, 458,9 av 800, 57 procent, referens 455, skillnad +3,9',
        'points': ', poäng, ',
        'area-start': 'Område ',
        'total-start': 'Totalt, ',
        'chart': 'Lund 2011, utgåva 2010',
        'sentence': ['458,9 av', '455 poäng', '+3,9'],
        'round': 'Lund 2011, 458,9 poäng',
        'undo': 'Ångra: Lägg till exemplet',
        'new': 'Ny utvärdering',
        'dialog': 'Ny utvärdering',
        'create': 'Skapa',
        'open-example': 'Öppna exemplet Lund 2011',
        'try-again': 'Försök igen',
        'menu': 'Huvudmeny',
        'about': 'Om Kommunkompass',
        'compared': 'Jämförs med: Medel av de 40 senaste utvärderingarna',
        'nothing': 'Ingen jämförelse',
        'new-group': 'Ny referensgrupp…',
        'all-found': 'Välj alla hittade',
        'member': 'Lund 2011, inte vald',
        'member-chosen': 'Lund 2011, vald',
        'mean': '1 Offentlighet och demokrati',
        'profile': 'Profil',
        'figures': '1, Offentlighet och demokrati, Poäng 42,2, Max 100, Procent 42 %; '
                   'Medel av de 40 senaste utvärderingarna: Medel 50, Skillnad −7,8',
        'figures-total': 'Totalt, Poäng 458,9, Max 800, Procent 57 %; '
                         'Medel av de 40 senaste utvärderingarna: Medel 455, Skillnad +3,9',
        'take-away': 'Jämför inte med Medel av de 40 senaste utvärderingarna',
        'report': 'Rapport',
        'report-text': 'Sammanfattning av resultatet',
        'page': re.compile (r'Förhandsgranskning, sida \d+ av \d+'),
        'outline-area': re.compile (r'1 Offentlighet och demokrati, \d+ ord'),
        'versions': 'Export, utskrift och tidigare versioner',
        'versions-item': 'Avsnittets tidigare versioner…',
        'version': 'Vad som står i den här versionen',
        'editions-item': 'Utgåvor…',
        'new-edition': 'Ny utgåva',
        'add-area': 'Lägg till ett område',
        'cell': 'Område 1, rubrik',
        'new-mapping': 'Ny koppling',
        'mapping-line': '1 Samspel mellan förtroendevalda och medborgare (max 100)',
    },
}


try:
    from gi.repository import Gio, GLib
except ImportError:
    print ('1..0 # SKIP GLib for Python is not there (python3-gi)')
    sys.exit (0)


class Role (enum.IntEnum):
    """The roles that are asked for, by their numbers in AT-SPI."""
    IMAGE = 27
    LIST_ITEM = 32
    MENU_ITEM = 35
    PAGE_TAB = 37
    PUSH_BUTTON = 43
    TOGGLE_BUTTON = 62


class State (enum.IntEnum):
    """The states that are asked for, by their bits in AT-SPI, all of which are among the first 32."""
    EDITABLE = 7
    FOCUSABLE = 11
    FOCUSED = 12


class Bus:
    """The accessibility bus of the session."""

    def __init__ (self):
        session = Gio.bus_get_sync (Gio.BusType.SESSION)
        address, = session.call_sync ('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                      Gio.DBusCallFlags.NONE, -1).unpack ()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync (address, flags, None, None)

    def call (self, *question):
        """Asks one question: the name on the bus, the object, the interface, the method and its arguments, if any."""
        return self.call_all ([question])[0].unpack ()

    def call_all (self, questions):
        """Asks all questions before it waits for the first answer, and returns the answers in the order of the questions.

        When something asked about is no longer there, that error is raised."""
        answers = {}

        def answer_cb (connection, result, index):
            try:
                answers[index] = connection.call_finish (result)
            except GLib.Error as error:
                answers[index] = error

        for index, (name, path, interface, method, *arguments) in enumerate (questions):
            self.connection.call (name, path, interface, method, *arguments or [None], None, Gio.DBusCallFlags.NONE,
                                  DEADLINE * 1000, None, answer_cb, index)
        while len (answers) < len (questions):
            GLib.MainContext.default ().iteration (True)
        for answer in answers.values ():
            if isinstance (answer, GLib.Error):
                raise answer
        return [answers[index] for index in range (len (questions))]


class Node:
    """What a screen reader knows of one part of a window; read once, because each question is a message."""

    QUESTIONS = [(PROPERTIES, 'GetAll', GLib.Variant ('(s)', (ACCESSIBLE,))), (ACCESSIBLE, 'GetRole'),
                 (ACCESSIBLE, 'GetState')]

    def __init__ (self, bus, address, parent, properties, role, states):
        self.bus = bus
        self.address = address
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append (self)

        # Variant.unpack () would take most of the time of the test.
        properties = properties.get_child_value (0)
        self.name = properties.lookup_value ('Name').get_string ()
        self.description = properties.lookup_value ('Description').get_string ()
        self.role = role.get_child_value (0).get_uint32 ()
        bits = states.get_child_value (0).get_child_value (0).get_uint32 ()
        self.focusable = bool (bits >> State.FOCUSABLE & 1)
        self.focused = bool (bits >> State.FOCUSED & 1)
        self.editable = bool (bits >> State.EDITABLE & 1)

    def call (self, interface, method, *arguments):
        return self.bus.call (*self.address, interface, method, *arguments)

    def get_descendants (self):
        """Returns the nodes below, from the top downwards."""
        return [node for child in self.children for node in [child, *child.get_descendants ()]]

    def get_path (self):
        names = []
        node = self
        while node is not None and len (names) < 6:
            names.append (f'{node.call (ACCESSIBLE, "GetRoleName")[0]} “{node.name}”')
            node = node.parent
        return ' in '.join (names)

    def get_text (self):
        count, = self.call (PROPERTIES, 'Get', GLib.Variant ('(ss)', (TEXT, 'CharacterCount')))
        return self.call (TEXT, 'GetText', GLib.Variant ('(ii)', (0, count)))[0]


def walk (bus, address):
    """Returns the nodes of a tree, from the top downwards. All of one depth are asked about together."""
    top = None
    row = [(None, address)]
    questions = [*Node.QUESTIONS, (ACCESSIBLE, 'GetChildren')]
    while row:
        answers = iter (bus.call_all ([(*address, *question) for _, address in row for question in questions]))
        below = []
        for parent, address in row:
            *own, children = [next (answers) for _ in questions]
            node = Node (bus, address, parent, *own)
            top = top or node
            below += [(node, child) for child in children.unpack ()[0]]
        row = below
    return [top, *top.get_descendants ()]


def is_button (node):
    return node.role in (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.MENU_ITEM, Role.PAGE_TAB)


def is_spoken_by_contents (node):
    """An item of a list needs no name of its own: what stands in it is said."""
    return node.role == Role.LIST_ITEM and any (child.name.strip () for child in node.get_descendants ())


def normalize (text):
    """Spaces of any kind are one to the ear."""
    return re.sub (r'\s', ' ', text)


class Program:
    """The program in one locale, on a library of its own."""

    def __init__ (self, bus, program, locale, library, *arguments):
        self.bus = bus
        environment = dict (os.environ, LC_ALL=locale, GTK_A11Y='atspi', NO_AT_BRIDGE='0')
        environment.pop ('LANGUAGE', None)
        self.process = subprocess.Popen ([program, '--library', library, *arguments], env=environment)

    def __enter__ (self):
        return self

    def __exit__ (self, *_):
        self.process.terminate ()
        try:
            self.process.wait (DEADLINE)
        except subprocess.TimeoutExpired:
            self.process.kill ()
            self.process.wait ()

    def quit (self):
        """Ends the program as its own key does."""
        session = Gio.bus_get_sync (Gio.BusType.SESSION)
        session.call_sync (APPLICATION_ID, '/' + APPLICATION_ID.replace ('.', '/'), 'org.gtk.Actions', 'Activate',
                           GLib.Variant ('(sava{sv})', ('quit', [], {})), None, Gio.DBusCallFlags.NONE, -1)
        self.process.wait (DEADLINE)

    def find (self):
        """Returns where the program is on the bus, or None."""
        applications, = self.bus.call ('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')
        for address in applications:
            pid, = self.bus.call ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                  'GetConnectionUnixProcessID', GLib.Variant ('(s)', (address[0],)))
            if pid == self.process.pid:
                return address
        return None

    def read (self):
        """Returns the nodes of all its windows. A window that closes meanwhile is read again."""
        try:
            address = self.find ()
            return walk (self.bus, address) if address else []
        except GLib.Error:
            return []

    def wait_for (self, condition, what):
        """Returns the nodes as soon as CONDITION is true of them."""
        end = time.monotonic () + DEADLINE
        while time.monotonic () < end:
            if self.process.poll () is not None:
                raise RuntimeError (f'the program ended with {self.process.returncode}')
            nodes = self.read ()
            if condition (nodes):
                return nodes
            time.sleep (POLL)
        raise RuntimeError (f'no {what} within {DEADLINE} seconds')

    def press (self, nodes, name):
        """Presses the button of that name, as a screen reader does."""
        for node in nodes:
            if node.name == name and node.focusable and is_button (node):
                node.call ('org.a11y.atspi.Action', 'DoAction', GLib.Variant ('(i)', (0,)))
                return
        raise RuntimeError (f'no button “{name}”')


def has (name):
    return lambda nodes: any (normalize (node.name) == name for node in nodes)


def check_names (nodes):
    """Whatever the keyboard can reach has a name, and a button's name is words."""
    problems = []
    for node in nodes:
        is_named = node.name.strip () and not CLASS_NAME.match (node.name)
        if node.focusable and not is_named and not is_spoken_by_contents (node):
            problems.append (f'no name: {node.get_path ()}')
        if is_button (node) and '_' in node.name:
            problems.append (f'underscore in the name: {node.get_path ()}')
        if re.match (r'(.+) \1$', node.name):
            problems.append (f'said twice: {node.get_path ()}')
    return problems


def check_matrix (nodes, texts):
    names = [normalize (node.name) for node in nodes]
    problems = [f'no heading “{name}”' for name in texts['headings'] if name not in names]
    for key in ('question', 'area', 'total'):
        if texts[key] not in names:
            near = [name for name in names if name.startswith (texts[key][:6])]
            problems.append (f'not said: “{texts[key]}”, but {near}')

    spoken = [name for name in names if texts['points'] in name]
    questions = {name.split (',')[0] for name in spoken if re.match (r'\d\.\d, ', name)}
    areas = {name.split (',')[0] for name in spoken if name.startswith (texts['area-start'])}
    totals = [name for name in spoken if name.startswith (texts['total-start'])]
    if (len (questions), len (areas), len (totals)) != (45, 8, 1):
        problems.append (f'{len (questions)} questions, {len (areas)} areas and {len (totals)} totals are said')
    return problems


def check_cells (nodes, texts):
    """Cells of questions can be edited and hold their points; the one with the keyboard is said to have it."""
    cells = [node for node in nodes if re.match (r'\d\.\d, ', node.name) and texts['points'] in node.name]
    problems = [f'cannot be edited: {node.get_path ()}' for node in cells if not (node.focusable and node.editable)]
    if [node.name.split (',')[0] for node in cells if node.focused] != ['1.1']:
        problems.append ('the keyboard is not said to be on 1.1')
    for node in cells:
        if node.name.startswith ('1.2,'):
            text = node.get_text ()
            if text.replace (',', '.') != '10.2':
                problems.append (f'the cell of 1.2 holds “{text}”')
    return problems


def check_chart (nodes, texts):
    charts = [node for node in nodes if node.role == Role.IMAGE and node.name == texts['chart']]
    if len (charts) != 1:
        return [f'{len (charts)} images are named “{texts["chart"]}”: {[node.name for node in nodes if node.role == Role.IMAGE]}']
    sentence = normalize (charts[0].description)
    return [f'the chart does not say “{part}”: {sentence}' for part in texts['sentence'] if part not in sentence]


def check_example (bus, program, locale, folder, report):
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}.kompass'), '--example') as running:
        nodes = running.wait_for (lambda nodes: has (texts['question']) (nodes) and has (texts['round']) (nodes)
                                  and any (node.focused for node in nodes), 'matrix')
        report (f'{locale} names', check_names (nodes))
        report (f'{locale} matrix', check_matrix (nodes, texts))
        report (f'{locale} cells', check_cells (nodes, texts))
        report (f'{locale} chart', check_chart (nodes, texts))
        report (f'{locale} undo', [] if has (texts['undo']) (nodes) else [f'no button “{texts["undo"]}”'])
        for what, button, item in (('menu', 'menu', 'about'), ('comparison', 'compared', 'nothing')):
            running.press (nodes, texts[button])
            report (f'{locale} {what}', check_names (running.wait_for (has (texts[item]), what)))
            running.press (nodes, texts[button])
        running.press (nodes, texts['new'])
        nodes = running.wait_for (has (texts['create']), 'dialog')
        report (f'{locale} dialog', check_names (nodes) + ([] if has (texts['dialog']) (nodes) else ['no name']))


def check_groups (bus, program, locale, folder, report):
    """A reference group that is made."""
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}-groups.kompass'), '--example') as running:
        nodes = running.wait_for (has (texts['question']), 'matrix')
        running.press (nodes, texts['menu'])
        nodes = running.wait_for (has (texts['new-group']), 'menu')
        running.press (nodes, texts['new-group'])
        nodes = running.wait_for (lambda nodes: has (texts['member']) (nodes) and has (texts['all-found']) (nodes), 'members')
        report (f'{locale} group', check_names (nodes))
        running.press (nodes, texts['all-found'])
        nodes = running.wait_for (lambda nodes: has (texts['member-chosen']) (nodes) and has (texts['mean']) (nodes), 'means')
        report (f'{locale} means of a group', check_names (nodes))


def check_profile (bus, program, locale, folder, report):
    """The Profile view: its chart, its table, and what is compared with."""
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}.kompass'), '--example') as running:
        nodes = running.wait_for (has (texts['question']), 'matrix')
        running.press (nodes, texts['profile'])
        nodes = running.wait_for (has (texts['figures']), 'table of the profile')
        report (f'{locale} profile', check_names (nodes))
        report (f'{locale} profile table',
                [f'not said: “{texts[key]}”' for key in ('figures', 'figures-total') if not has (texts[key]) (nodes)])
        report (f'{locale} profile chips', [] if has (texts['take-away']) (nodes) else ['nothing to take away'])


def check_report (bus, program, locale, folder, report):
    """The Report view: the outline, a text, its pages, and its earlier versions."""
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}-report.kompass'), '--example') as running:
        nodes = running.wait_for (has (texts['question']), 'matrix')
        running.press (nodes, texts['report'])
        nodes = running.wait_for (lambda nodes: any (texts['page'].match (node.name) for node in nodes), 'pages')
        report (f'{locale} report', check_names (nodes))
        report (f'{locale} report outline', [f'not said: {texts[key].pattern}' for key in ('outline-area',)
                                             if not any (texts[key].match (node.name) for node in nodes)])
        report (f'{locale} report text', [] if has (texts['report-text']) (nodes) else ['the text has no name'])
        running.press (nodes, texts['versions'])
        nodes = running.wait_for (has (texts['versions-item']), 'menu')
        report (f'{locale} report menu', check_names (nodes))
        running.press (nodes, texts['versions-item'])
        nodes = running.wait_for (has (texts['version']), 'earlier versions')
        report (f'{locale} report versions', check_names (nodes))


def check_editions (bus, program, locale, folder, report):
    """The editions, one that is written, and a mapping."""
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}.kompass'), '--example') as running:
        nodes = running.wait_for (has (texts['question']), 'matrix')
        running.press (nodes, texts['menu'])
        nodes = running.wait_for (has (texts['editions-item']), 'menu')
        running.press (nodes, texts['editions-item'])
        nodes = running.wait_for (has (texts['new-edition']), 'editions')
        report (f'{locale} editions', check_names (nodes))
        running.press (nodes, texts['new-edition'])
        nodes = running.wait_for (has (texts['add-area']), 'editor of an edition')
        running.press (nodes, texts['add-area'])
        nodes = running.wait_for (has (texts['cell']), 'row of an area')
        report (f'{locale} edition', check_names (nodes))
    with Program (bus, program, locale, os.path.join (folder, f'{locale}.kompass'), '--example') as running:
        nodes = running.wait_for (has (texts['question']), 'matrix')
        running.press (nodes, texts['menu'])
        nodes = running.wait_for (has (texts['editions-item']), 'menu')
        running.press (nodes, texts['editions-item'])
        nodes = running.wait_for (has (texts['new-mapping']), 'editions')
        running.press (nodes, texts['new-mapping'])
        nodes = running.wait_for (has (texts['create']), 'question which editions')
        report (f'{locale} new mapping', check_names (nodes))
        running.press (nodes, texts['create'])
        nodes = running.wait_for (has (texts['mapping-line']), 'editor of a mapping')
        report (f'{locale} mapping', check_names (nodes))


def check_start (bus, program, locale, folder, report):
    texts = TEXTS[locale]
    with Program (bus, program, locale, os.path.join (folder, f'{locale}-new.kompass')) as running:
        nodes = running.wait_for (has (texts['open-example']), 'start page')
        report (f'{locale} start page', check_names (nodes))
        running.press (nodes, texts['open-example'])
        running.wait_for (has (texts['question']), 'example')
        report (f'{locale} example opened', [])
        running.quit ()
    beside = glob.glob (os.path.join (folder, f'{locale}-new.kompass-*'))
    report (f'{locale} nothing left beside the library', beside)


def check_error (bus, program, locale, folder, report):
    texts = TEXTS[locale]
    library = os.path.join (folder, f'{locale}-damaged.kompass')
    with open (library, 'w', encoding='utf-8') as file:
        file.write ('no library')
    with Program (bus, program, locale, library) as running:
        report (f'{locale} error page', check_names (running.wait_for (has (texts['try-again']), 'error page')))


class Report:
    """TAP into a file, with the plan at the end: the services of the session write to standard output."""

    def __init__ (self, path):
        self.file = open (path, 'w', encoding='utf-8')
        self.number = 0

    def __call__ (self, name, problems):
        self.number += 1
        for problem in problems:
            print (f'# {problem}', file=self.file)
        print (f'{"not ok" if problems else "ok"} {self.number} {name}', file=self.file, flush=True)

    def skip (self, name, reason):
        self.number += 1
        print (f'ok {self.number} {name} # SKIP {reason}', file=self.file)

    def close (self):
        print (f'1..{self.number}', file=self.file)
        self.file.close ()


def has_locale (name):
    """Whether the C library knows the locale, by LOCPATH too."""
    done = subprocess.run (['locale', 'decimal_point'], env=dict (os.environ, LC_ALL=name), capture_output=True, text=True,
                           check=False)
    return name == 'C' or done.stdout.strip () == ','


def check_all (program, folder, path):
    """Runs the checks in a session that is there."""
    report = Report (path)
    try:
        bus = Bus ()
    except GLib.Error as error:
        if not error.matches (Gio.DBusError.quark (), Gio.DBusError.SERVICE_UNKNOWN):
            raise
        report.skip ('windows', 'AT-SPI is not there')
        report.close ()
        return
    for locale in TEXTS:
        if not has_locale (locale):
            report.skip (locale, 'the locale is not installed')
            continue
        for check in (check_example, check_profile, check_report, check_groups, check_editions, check_start, check_error):
            try:
                check (bus, program, locale, folder, report)
            except (RuntimeError, GLib.Error) as error:
                report (f'{locale} {check.__name__}', [str (error)])
    report.close ()


def main (program):
    """Runs this program again in a session of its own, and passes on what it reports."""
    session = [shutil.which ('dbus-run-session'), '--', shutil.which ('xvfb-run'), '-a', '-s', '-screen 0 1400x1000x24']
    if None in session:
        print ('1..0 # SKIP dbus-run-session or xvfb-run is not there')
        return 0
    with tempfile.TemporaryDirectory () as folder:
        # Here AT-SPI makes its socket. Without a folder of its own, another session would take this one's away.
        runtime = os.path.join (folder, 'runtime')
        os.mkdir (runtime, 0o700)
        path = os.path.join (folder, 'report')
        done = subprocess.run ([*session, sys.executable, __file__, program, folder, path], stdout=sys.stderr,
                               env=dict (os.environ, XDG_RUNTIME_DIR=runtime), check=False)
        with open (path, encoding='utf-8') as file:
            tap = file.read ()
    print (tap, end='')
    return 1 if done.returncode or re.search ('^not ok', tap, re.MULTILINE) else 0


if __name__ == '__main__':
    if len (sys.argv) == 1:
        sys.exit (main (os.environ['KOMPASS_APP']))
    check_all (*sys.argv[1:])
