#!/bin/sh
# Holds README.md, or another page, to its word: runs each "$ command" of its blocks, in one empty folder beside the data, and compares
# what the program prints with what the README shows, up to the next empty line.
#
#   tests/cli/readme.sh PROGRAM                   shows the differences; status 1 where there are any
#   tests/cli/readme.sh PROGRAM --write           puts the program's output, and its picture, into the README
#   tests/cli/readme.sh PROGRAM [--write] PAGE    the same for a page other than README.md, without a picture
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
program=$(cd "$(dirname "$1")" && pwd)
shift
write=
if [ "${1:-}" = --write ]; then
  write=yes
  shift
fi
page=${1:-README.md}
trap 'rm -rf "$folder"' EXIT
ln -s "$source/data" "$folder/data"
PATH=$program:$PATH
export PATH COLUMNS=100 LC_ALL=C.UTF-8
unset DEMARCHE_GRAPH DEMARCHE_DATA
cd "$folder"

awk '
  /^```/ { in_block = !in_block; skips = 0 }
  $0 == "" { skips = 0 }
  !skips { print }
  in_block && /^\$ / {
    fflush()
    system("{ " substr($0, 3) "; } 2>&1 </dev/null")
    skips = 1
  }
' "$source/$page" >shown.md

if [ -n "$write" ]; then
  cat shown.md >"$source/$page"
  [ "$page" = README.md ] || exit 0
  picture=$(sed -n 's/^!\[.*](\(.*\.png\))$/\1/p' shown.md)
  demarche export png --about '28-point plan' -o "$source/$picture"
elif ! diff -u "$source/$page" shown.md; then
  echo "$page shows (-) what the program no longer prints (+). If the program is right: --write" >&2
  exit 1
fi
