#!/bin/sh
# Writes the bill of materials of the program in CycloneDX 1.5: `scripts/bom.sh [FILE]`, blackstart.cdx.json if
# not said. It needs `cargo install --locked cargo-cyclonedx`.
set -eu
cd "$(dirname "$0")/.."
file=${1:-blackstart.cdx.json}
# The time of the commit and not of the run: the same commit has the same bill.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
cargo cyclonedx --quiet --format json --spec-version 1.5 --target all --override-filename bom
# The folder that it was written in is nobody's business.
sed "s|$PWD|.|g" bom.json >"$file"
rm -f bom.json src/solver/bom.json
echo "wrote $file"
