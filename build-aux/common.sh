# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What build-aux/run and build-aux/test share: what a machine must have, and the build folder.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$project/build

# Everything the project needs, a row each: who needs it (the tests need what running needs, too), how to recognise it,
# what to look for ("|" between names that will do), the least version, and the Debian package that has it.
#   program   on PATH                 module    a pkg-config name        function  C function:library to link
#   file      exists                  typelib   namespace:version        package   cannot be recognised but by its package
requirements='
run  program  cc|gcc|clang                                           -     gcc
run  package  -                                                      -     libc6-dev
run  program  meson                                                  1.0   meson
run  program  python3                                                -     python3
run  program  ninja|ninja-build                                      1.11  ninja-build
run  program  pkg-config|pkgconf                                     -     pkgconf
run  program  msgfmt                                                 -     gettext
run  program  xmllint                                                -     libxml2-utils
run  program  glib-compile-schemas                                   -     libglib2.0-bin
run  program  glib-compile-resources                                 -     libglib2.0-dev-bin
run  program  update-desktop-database                                -     desktop-file-utils
run  program  update-mime-database                                   -     shared-mime-info
run  program  gtk4-update-icon-cache|gtk-update-icon-cache           -     gtk-update-icon-cache
run  module   glib-2.0                                               2.74  libglib2.0-dev
run  module   gtk4                                                   4.8   libgtk-4-dev
run  module   libadwaita-1                                           1.2   libadwaita-1-dev
run  module   cairo                                                  1.16  libcairo2-dev
run  module   pangocairo                                             1.50  libpango1.0-dev
run  module   json-glib-1.0                                          1.6   libjson-glib-dev
run  module   sqlite3                                                3.40  libsqlite3-dev
run  function sqlite3session_create:sqlite3                          -     libsqlite3-dev
run  function csv_init:csv                                           -     libcsv-dev
run  module   libgsf-1                                               1.14.50 libgsf-1-dev
run  module   libqpdf                                                11    libqpdf-dev
run  module   libxml-2.0                                             2.9   libxml2-dev
run  module   enchant-2                                              2.3   libenchant-2-dev
run  package  -                                                      -     hunspell-sv
run  package  -                                                      -     adwaita-icon-theme
run  package  -                                                      -     librsvg2-common
run  package  -                                                      -     fonts-cantarell
run  package  -                                                      -     fonts-dejavu-core
test program  xvfb-run                                               -     xvfb
test program  xauth                                                  -     xauth
test program  dbus-run-session                                       -     dbus-daemon
test file     /usr/libexec/at-spi-bus-launcher|/usr/lib/at-spi-bus-launcher -  at-spi2-core
test typelib  GLib:2.0                                               -     python3-gi
test program  localedef                                              -     libc-bin
test file     /usr/share/i18n/locales/sv_SE                          -     locales
test program  desktop-file-validate                                  -     desktop-file-utils
test program  appstreamcli                                           -     appstream
test program  mandoc                                                 -     mandoc
test program  pdftotext                                              -     poppler-utils
test program  qpdf                                                   -     qpdf
test program  java                                                   -     default-jre-headless
test file     /usr/share/java/preflight.jar                          -     libpdfbox2-java
test file     /usr/share/java/javax.activation.jar                   -     libactivation-java
test file     /usr/share/java/jaxb-api.jar                           -     libjaxb-api-java
'

say ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# The rows of those who need something: "run", or "test" for all of them.
rows ()
{
  local row

  while read -r row; do
    if [[ $row == run\ * || $row == "$1 "* ]]; then
      printf '%s\n' "$row"
    fi
  done <<<"$requirements"
}

missing_packages ()
{
  local -a wanted
  local installed package

  mapfile -t wanted < <(rows "$1" | while read -r _ _ _ _ package; do echo "$package"; done | sort -u)
  # shellcheck disable=SC2016 # the ${} are dpkg-query's own
  installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
  for package in "${wanted[@]}"; do
    [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || echo "$package"
  done
}

# Runs a command as root. Fails without a word where that cannot be done, even by asking for a password.
as_root ()
{
  if ((EUID == 0)); then
    "$@" </dev/null
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    sudo "$@" </dev/null
  else
    return 1
  fi
}

# Updates the package lists and installs. A list that cannot be fetched is no failure if the packages are found anyhow.
# The lock on the lists has no waiting of its own, so another apt-get at work means another try.
apt_install ()
{
  local -a apt=(env DEBIAN_FRONTEND=noninteractive)
  local name

  for name in http_proxy https_proxy no_proxy; do
    [[ ${!name-} ]] && apt+=("$name=${!name}")
  done
  apt+=(apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)

  for _ in {1..5}; do
    as_root "${apt[@]}" update && break
    sleep 4
  done
  as_root "${apt[@]}" -o Dpkg::Options::=--force-confold --no-install-recommends install "$@"
}

install_missing_packages ()
{
  local -a missing
  local log

  mapfile -t missing < <(missing_packages "$1")
  ((${#missing[@]})) || return 0

  say "missing: ${missing[*]}"
  if ! as_root true; then
    say "neither root nor sudo is at hand to install them. As root, run:"
    printf '  apt-get update && apt-get install --no-install-recommends %s\n' "${missing[*]}" >&2
    exit 1
  fi

  say "installing them, which may take some minutes"
  log=$(mktemp)
  if ! apt_install "${missing[@]}" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    rm -f "$log"
    say "the packages could not be installed; nothing was built."
    exit 1
  fi
  rm -f "$log"
}

# Whether a program among NAMES is there, and not older than LEAST.
have_program ()
{
  local names=$1 least=$2 name version

  for name in ${names//|/ }; do
    command -v "$name" >/dev/null || continue
    [[ $least == - ]] && return 0
    version=$("$name" --version 2>/dev/null | grep -Eo '[0-9]+(\.[0-9]+)+' | head -n 1)
    printf '%s\n' "$least" "$version" | sort -V -C && return 0
  done
  return 1
}

have_function ()
{
  printf 'char %s (void); int main (void) { return %s (); }\n' "${1%:*}" "${1%:*}" |
    "${CC:-cc}" -x c - "-l${1#*:}" -o /dev/null 2>/dev/null
}

have_file ()
{
  local name

  for name in ${1//|/ }; do
    [[ -e $name ]] && return 0
  done
  return 1
}

have ()
{
  local kind=$1 name=$2 least=$3 python=/usr/bin/python3

  case $kind in
    program) have_program "$name" "$least" ;;
    module) "${PKG_CONFIG:-pkg-config}" --exists "$name >= $least" 2>/dev/null ;;
    function) have_function "$name" ;;
    file) have_file "$name" ;;
    typelib)
      [[ -x $python ]] || python=python3
      "$python" -c 'import gi, sys; gi.require_version (*sys.argv[1].split (":"))' "$name" 2>/dev/null ;;
    package) true ;;
  esac
}

# Stops with a list of all that is not there, or too old.
check_requirements ()
{
  local kind name least package list=

  while read -r _ kind name least package; do
    have "$kind" "$name" "$least" && continue
    [[ $kind == function ]] && name="${name%:*} in lib${name#*:}"
    [[ $least == - ]] || name+=" >= $least"
    list+=$(printf '  %-9s %-60s (in Debian: %s)' "$kind" "${name//|/ or }" "$package")$'\n'
  done < <(rows "$1")

  [[ $list ]] || return 0
  say "not there, or too old:"
  printf '%s' "$list" >&2
  say "with these installed, start again."
  exit 1
}

# A home of our own for caches where the user has none to write in (containers, build services).
ensure_home ()
{
  [[ ${HOME-} && -d $HOME && -w $HOME ]] && return 0
  export HOME=$build/home
  mkdir -p "$HOME"
}

# Says how the build folder stands: "new"; "unfinished" when it was never configured to the end; "stale" when another
# meson, another place or another user made it; else "current", with "tests" and "werror" if these options are on.
build_state ()
{
  if [[ ! -e $build/meson-private ]]; then
    echo new
  elif ((EUID)) && [[ $(find "$build" ! -user "$EUID" -print -quit 2>&1) ]]; then
    echo stale
  elif [[ ! -e $build/build.ninja ]]; then
    echo unfinished
  else
    python3 - "$build/meson-info" "$project" "$(meson --version)" <<'PYTHON'
import json, os, sys

folder, source, version = sys.argv[1:]
try:
    with open (os.path.join (folder, 'meson-info.json')) as file:
        info = json.load (file)
    with open (os.path.join (folder, 'intro-buildoptions.json')) as file:
        options = {option['name']: option['value'] for option in json.load (file)}
    same_place = os.path.realpath (info['directories']['source']) == os.path.realpath (source)
    if info['meson_version']['full'] == version and same_place:
        print ('current', *(name for name in ('tests', 'werror') if options[name]))
    else:
        print ('stale')
except (OSError, ValueError, KeyError):
    print ('stale')
PYTHON
  fi
}

# What cannot be removed because another user owns it is moved out of the way.
remove_build_folder ()
{
  rm -rf "$build" 2>/dev/null || mv "$build" "$build-old-$(date +%s)" 2>/dev/null && return 0
  say "$build cannot be removed. Remove it, then start again."
  exit 1
}

# Runs meson setup with its many lines kept back unless it fails.
meson_setup ()
{
  local output

  output=$(meson setup "$@" "$build" "$project" 2>&1) && return 0
  printf '%s\n' "$output" >&2
  say "the build could not be configured."
  exit 1
}

# Makes the build folder what running ("run") or testing ("test") needs. The tests are built and warnings made errors the
# first time that they are wanted, and stay so: running needs neither, and is the quicker for it.
configure ()
{
  local state
  local -a options=(-Dtests=true -Dwerror=true)

  [[ $1 == test ]] || options=(-Dtests=false)
  state=$(build_state)
  case $state in
    stale | unfinished)
      [[ $state == unfinished ]] || say "build/ is of another meson, place or user: making it anew."
      remove_build_folder
      state=new ;;
  esac
  ensure_home
  case $1:$state in
    *:new) meson_setup "${options[@]}" ;;
    run:* | *:'current tests werror') ;;
    *) meson_setup --reconfigure "${options[@]}" ;;
  esac
}

# Installs what is missing for running ("run") or testing ("test"), configures and builds.
build_for ()
{
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_missing_packages "$1"
  fi
  check_requirements "$1"
  configure "$1"

  say "building in $build"
  if [[ -t 1 ]]; then
    meson compile -C "$build"
  else
    meson compile -C "$build" --ninja-args=--quiet | sed -e '/^INFO: /d' -e '/^ninja: /d'
  fi
}
