#!/bin/sh
# Do the debug and the release build write the same bytes, with one thread and with several?
#
#   same-bytes.sh [DEBUG [RELEASE]]
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for build in "${1:-target/debug/blackstart}" "${2:-target/release/blackstart}"; do
  for cores in 0 0,1; do
    out=$work/$(basename "$(dirname "$build")")-$cores
    taskset -c "$cores" "$build" assess profiles/meridian-freight.toml --as-of 2026-11-22 \
      --format html,markdown,json,csv --output "$out" >/dev/null 2>&1
    (cd "$out" && sha256sum ./*) > "$out.sums"
  done
done
for sums in "$work"/*.sums; do
  cmp "$sums" "$work/debug-0.sums"
done
cat "$work/debug-0.sums"
echo "the same bytes from both builds, on one core and on two"
