#!/bin/sh
# Which lines of the library the tests run, by folder. Tests in Chromium are not among them, nor the commands of
# the documentation.
#
# SKIP="--skip NAME ..." leaves out other tests, for a quick look. It needs `cargo install --locked cargo-llvm-cov`,
# and llvm-cov and llvm-profdata of the LLVM of the compiler: LLVM_COV and LLVM_PROFDATA name them
# where they are called otherwise (`llvm-cov-22` of Debian, say).
set -eu
cd "$(dirname "$0")/.."
export CARGO_PROFILE_DEV_DEBUG=false CARGO_PROFILE_TEST_DEBUG=false
# A test that fills the disk leaves a broken profile of its own run behind, which is left out.
cargo llvm-cov --failure-mode all --workspace --json --output-path target/coverage.json -- ${SKIP:---skip docs::every_command --skip smoke::}
python3 - <<'END'
import json, pathlib
root = str(pathlib.Path.cwd()) + "/src/"
folders = {}
for file in json.load(open("target/coverage.json"))["data"][0]["files"]:
    if not file["filename"].startswith(root):
        continue
    parts = file["filename"][len(root):].removesuffix(".rs").split("/")
    name = "/".join(parts[:2] if parts[0] == "solver" else parts[:1])
    lines = file["summary"]["lines"]
    for key in (name, "all"):
        covered, count = folders.get(key, (0, 0))
        folders[key] = (covered + lines["covered"], count + lines["count"])
for name, (covered, count) in sorted(folders.items()):
    if count:
        print(f"{name:28} {covered:6} of {count:6} lines  {100 * covered / count:5.1f} %")
END
