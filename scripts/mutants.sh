#!/bin/sh
# Puts small faults into the program, one at a time, and looks whether the tests see them.
#
#   mutants.sh engine [K/N]      src/solver/engine: the tests of the solver, seconds for each fault
#   mutants.sh estate [K/N]      src/estate and src/compare: the tests that judge them, minutes for each
#
# K/N takes every Nth fault, from the Kth on: all of them take a night. It needs
# `cargo install --locked cargo-mutants`; faults that no test saw are in target/mutants/mutants.out/missed.txt.
set -eu
cd "$(dirname "$0")/.."
shard=${2:-0/24}
export CARGO_PROFILE_DEV_DEBUG=false CARGO_PROFILE_TEST_DEBUG=false
mkdir -p target/mutants
case ${1:?engine or estate} in
  engine)
    exec cargo mutants --output target/mutants --no-shuffle --sharding round-robin --shard "$shard" \
      --package blackstart-solver --file 'src/solver/engine/**' --minimum-test-timeout 60
    ;;
  estate)
    exec cargo mutants --output target/mutants --no-shuffle --sharding round-robin --shard "$shard" \
      --package blackstart --file 'src/estate/**' --file 'src/compare/**' --minimum-test-timeout 300 \
      -- --lib --test main -- estate compare attribution quarters:: check:: verdicts:: portfolio:: \
      assess::terminal_summaries assess::three_files
    ;;
esac
