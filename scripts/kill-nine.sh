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
# In a process of its own, whose number is that of the program.
run() {
  exec "$blackstart" assess acme.toml --as-of 2026-06-30 --save kept --replace --format json --output out/acme.json
}
# How long a run takes, so that the kills fall on all of it.
before=$(date +%s%N)
(run) >/dev/null 2>&1
took=$((($(date +%s%N) - before) / 1000000))
killed=0
finished=0
n=0
while [ "$n" -lt "$times" ]; do
  n=$((n + 1))
  # Another text each time, or there would be nothing to replace.
  sed "s/^staff = .*/staff = $((40 + n))/" acme.toml > next && mv next acme.toml
  run >/dev/null 2>&1 &
  pid=$!
  ms=$(($(od -An -N2 -tu2 /dev/urandom) % (took * 5 / 4 + 1)))
  sleep "$(printf '%d.%03d' $((ms / 1000)) $((ms % 1000)))"
  if kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); else finished=$((finished + 1)); fi
  wait "$pid" 2>/dev/null || true
  python3 -c 'import json, sys; [json.load(open(name)) for name in sys.argv[1:]]' \
    kept/acme/*.json kept/knowledge.base/*.json out/acme.json || {
    echo "not whole after run $n" >&2
    exit 1
  }
done
"$blackstart" assess acme.toml --as-of 2026-09-30 --save kept --against kept >/dev/null
if [ "$killed" -eq 0 ] || [ "$finished" -eq 0 ]; then
  echo "all runs were killed, or none: nothing was shown" >&2
  exit 1
fi
echo "$killed runs of $times were killed, and the three files were whole after each"
