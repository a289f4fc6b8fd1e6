#!/bin/sh
# Does a run open a socket, start a program, or write anything but what it was asked for? Needs strace.
#
#   check-quiet.sh [BLACKSTART]
set -eu
cd "$(dirname "$0")/.."
blackstart=$(realpath "${1:-target/release/blackstart}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp profiles/minimal.toml "$work/acme.toml"
cd "$work"
strace -f -qq -o trace -e trace=network,process,%file \
  "$blackstart" assess acme.toml --as-of 2026-11-22 --format html,markdown,json,csv --output out --save kept >/dev/null 2>&1
if grep -E 'socket\(|connect\(|sendto\(' trace; then
  echo "a socket was opened" >&2
  exit 1
fi
# The first is the program itself.
if [ "$(grep -c 'execve(' trace)" -ne 1 ] || grep -E ' (fork|vfork)\(' trace; then
  echo "another program was started" >&2
  exit 1
fi
written=$(grep -E 'open(at)?\(.*(O_WRONLY|O_RDWR|O_CREAT)' trace | grep -v '"/dev/null"' | sed 's/.*"\([^"]*\)".*/\1/' | sort -u)
for file in $written; do
  case $file in
    out/* | kept/* | acme.toml) ;;
    *) echo "written outside of what was named: $file" >&2; exit 1 ;;
  esac
done
find . -type f ! -name trace | sort
echo "no socket, no other program, nothing written but the above"
