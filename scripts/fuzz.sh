#!/bin/sh
# Runs the fuzz targets, each for so many seconds: `scripts/fuzz.sh [SECONDS] [TARGET...]`, 600 and all.
#
# The corpora begin with this repository's own files: example profiles, bad samples, knowledge, models,
# snapshots, templates. What the fuzzer finds on top stays in fuzz/corpus, which is not kept. It needs
# `cargo install --locked cargo-fuzz` and a C++ compiler.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- profile overlay model snapshot template sheet

# A stable compiler has the instrumentation too, but asks to be told that it is wanted.
export RUSTC_BOOTSTRAP=1

# `named FOLDER PREFIX FILES...`: files with their own names on a first line of their own.
named() {
  folder=$1 base=$2
  shift 2
  for file; do
    name=${file#"$base"/}
    { printf '%s\n' "$name"; cat "$file"; } >"$folder/$(printf %s "$name" | tr / _)"
  done
}

seed() {
  folder=fuzz/corpus/$1
  mkdir -p "$folder"
  case $1 in
    profile) cp profiles/*.toml tests/bad/*.toml "$folder" ;;
    overlay) named "$folder" seeds $(find seeds -name '*.toml' -o -name '*.csv') ;;
    model) cp tests/golden/model.json "$folder" ;;
    snapshot) cp tests/snapshots/*.json "$folder" ;;
    template) named "$folder" templates $(find templates -name '*.hbs') ;;
    sheet)
      printf 'regions\ncountry,staff\nDE,40\nIN,8\n' >"$folder/regions"
      printf 'channels\nid;vendor\nchat;signal\n' >"$folder/channels"
      printf 'activities\nid,name,mtpd,channels\nhelp,"Help, desk",4h,chat\n' >"$folder/activities"
      ;;
  esac
}

dictionary() {
  case $1 in
    profile | overlay) echo toml ;;
    model | snapshot) echo json ;;
    template) echo hbs ;;
    sheet) echo csv ;;
  esac
}

# No sanitizer: the crate forbids unsafe code, so that panics are what there is to find.
cargo fuzz build --sanitizer none
for target; do
  seed "$target"
  echo "== $target"
  cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -timeout=5 -rss_limit_mb=500 \
    -max_len=65536 -dict="fuzz/dictionaries/$(dictionary "$target").dict" -print_final_stats=1 -verbosity=0
done
