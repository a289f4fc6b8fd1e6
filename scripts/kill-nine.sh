#!/bin/sh
# Kills runs at random moments while they save and write reports: what is there must always be whole.
#
#   kill-nine.sh [BLACKSTART [TIMES]]
set -eu
cd "$(dirname "$0")/.."
blackstart=$(realpath "${1:-target/release/blackstart}")
times=${2:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp profiles/minimal.toml "$work/acme.toml"
cd "$work"
killed=0
whole=0
n=0
while [ "$n" -lt "$times" ]; do
  n=$((n + 1))
  "$blackstart" assess acme.toml --as-of 2026-06-30 --save kept --replace --format json --output out/acme.json >/dev/null 2>&1 &
  pid=$!
  # Somewhere within the first tenth of a second, when a run is at its work or at its files.
  sleep "0.0$(od -An -N1 -tu1 /dev/urandom | awk '{ printf "%02d", $1 % 100 }')"
  if kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$pid" 2>/dev/null || true
  for file in kept/acme/*.json kept/knowledge.base/*.json out/acme.json; do
    [ -e "$file" ] || continue
    python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$file" || {
      echo "not whole after run $n: $file" >&2
      exit 1
    }
    whole=$((whole + 1))
  done
done
"$blackstart" assess acme.toml --as-of 2026-09-30 --save kept --against kept >/dev/null
echo "$times runs, $killed killed, $whole files looked at, all whole"
