#!/bin/sh
# The programs that tests drive: a browser, LibreOffice and the SPARQL server Virtuoso, installed with Debian's packages
# where they are missing, and YASGUI from npm, which a test puts on somebody else's page. The one argument is the
# environment to put it into. Virtuoso alone may be missing where there is no apt: the tests then say so at their end.
set -eu

install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need: $*. Install them with this system's package manager, then run make test again." >&2
    exit 1
  fi
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

yasgui="$1/share/yasgui"
shift
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || set -- "$@" chromium fonts-noto-core
command -v soffice >/dev/null 2>&1 || set -- "$@" libreoffice-writer-nogui
command -v rapper >/dev/null 2>&1 || set -- "$@" raptor2-utils
command -v npm >/dev/null 2>&1 || set -- "$@" npm
if command -v apt-get >/dev/null 2>&1; then
  command -v virtuoso-t >/dev/null 2>&1 || set -- "$@" virtuoso-opensource-7-bin
fi
[ $# = 0 ] || install_packages "$@"

if [ ! -f "$yasgui/yasgui.min.js" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent @zazuko/yasgui@4.6.2 >/dev/null && tar xzf ./*.tgz)
  mkdir -p "$yasgui"
  cp "$work"/package/build/yasgui.min.* "$yasgui"
fi
