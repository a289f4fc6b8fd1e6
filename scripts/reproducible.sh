#!/bin/sh
# Builds the last commit in two folders of different names and compares the binaries, byte by byte.
#
#   reproducible.sh [FOLDER]     where to build; a temporary folder if not said
#
# Paths of the machine stand in a binary where the standard library or a crate may panic, so a release is
# built with both mapped away. That is all it takes: versions are those of Cargo.lock, and nothing that is
# built looks at a clock.
set -eu
cd "$(dirname "$0")/.."
work=${1:-$(mktemp -d)}
crates=${CARGO_HOME:-$HOME/.cargo}
commit=$(git rev-parse HEAD)
for folder in one another/with-a-longer-name; do
  rm -rf "$work/$folder"
  mkdir -p "$(dirname "$work/$folder")"
  git clone -q . "$work/$folder"
  git -C "$work/$folder" checkout -q --detach "$commit"
  (
    cd "$work/$folder"
    RUSTFLAGS="--remap-path-prefix=$PWD=/blackstart --remap-path-prefix=$crates=/crates" \
      CARGO_TARGET_DIR="$PWD/target" cargo build --quiet --release --locked
  )
done
one=$work/one/target/release/blackstart
sha256sum "$one" "$work/another/with-a-longer-name/target/release/blackstart"
cmp "$one" "$work/another/with-a-longer-name/target/release/blackstart"
if grep -aqF "$crates" "$one" || grep -aqF "$work" "$one"; then
  echo "a path of this machine stands in the binary" >&2
  exit 1
fi
echo "the same bytes, and no path of this machine in them"
