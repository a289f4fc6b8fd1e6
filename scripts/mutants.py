#!/usr/bin/env python3
"""Puts small faults into the program, one at a time, and looks whether the tests see them.

    mutants.py engine|estate|compare [K/N] [--jobs J]

K/N takes every Nth fault, from the Kth on. It needs `cargo install --locked cargo-mutants`, which knows where
a fault can be put. All of them are built at once, each in a copy of its function that an environment variable
calls for: so a fault costs a run of tests, and no build. One that does not compile there is not counted, nor
are those in functions that return `impl Iterator`, whose copies would be of another type.

Each is named as it has been tried; what no test saw is also in target/mutants/PART.json.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/mutants"
VARIABLE = "BLACKSTART_FAULT"

# Package, sources, and the runs of tests that judge them: those that see most for their time first.
PARTS = {
    "engine": ("blackstart-solver", "src/solver/engine/**", [("lib", []), ("solver", [])]),
    "estate": (
        "blackstart",
        "src/estate/**",
        [
            ("lib", ["estate"]),
            ("main", ["estate::"]),
            ("main", ["assess::terminal_summaries", "--exact"]),
            ("main", ["check::", "verdicts::", "--skip", "hundreds"]),
            ("main", ["assess::", "drill::"]),
        ],
    ),
    "compare": (
        "blackstart",
        "src/compare/**",
        [
            ("lib", ["compare"]),
            ("main", ["changes::", "attribution::", "previous::"]),
            ("main", ["quarters::", "--skip", "the_routine", "--skip", "two_runs"]),
            ("main", ["the_routine"]),
        ],
    ),
}

SWITCH = f"""

#[doc(hidden)]
pub fn fault() -> usize {{
    static FAULT: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    *FAULT.get_or_init(|| std::env::var("{VARIABLE}").map_or(0, |text| text.parse().unwrap_or(0)))
}}
"""


def listed(package, files, shard):
    """Faults by number, from 1 on."""
    command = ["cargo", "mutants", "--list", "--json", "--package", package, "--file", files]
    found = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    # One in a constant cannot be called for.
    found = [one for one in found if one["function"]]
    at, of = shard
    return {number: one for number, one in enumerate(found, 1) if (number - 1) % of == at}


def offset(starts, place):
    return starts[place["line"] - 1] + place["column"] - 1


def spanned(text, span):
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return offset(starts, span["start"]), offset(starts, span["end"])


def body_start(text, at):
    """The brace that opens the body: the first outside of brackets."""
    depth = 0
    for position in range(at, len(text)):
        if text[position] in "([":
            depth += 1
        elif text[position] in ")]":
            depth -= 1
        elif text[position] == "{" and depth == 0:
            return position
    raise ValueError("a function without a body")


def outermost(functions):
    """Spans that lie in no other."""
    kept = []
    for start, end in sorted(functions, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def seeded(text, faults):
    """The text with a copy of each function for each fault, and the lines of each copy."""
    where = {number: spanned(text, one["span"]) for number, one in faults.items()}
    functions = outermost({spanned(text, one["function"]["span"]) for one in faults.values()})
    pieces, done = [], 0
    for start, end in functions:
        body = body_start(text, start)
        own = [number for number, (first, last) in where.items() if body <= first and last <= end]
        head = re.sub(r"\bconst fn\b", "fn", text[start:body])
        pieces += [text[done:start], head, "{\n    match crate::fault() {\n"]
        for number in own:
            first, last = where[number]
            copy = text[body:first] + faults[number]["replacement"] + text[last:end]
            pieces += [f"// fault {number}\n{number} => return {copy},\n// end\n"]
        pieces += ["_ => {}\n}\n", text[body + 1 : end]]
        done = end
    return "".join([*pieces, text[done:]])


def lines_of(text):
    """By line, the fault whose copy stands there."""
    found, number = {}, None
    for line, content in enumerate(text.splitlines(), 1):
        if content.startswith("// fault "):
            number = int(content.split()[2])
        elif content == "// end":
            number = None
        elif number is not None:
            found[line] = number
    return found


def copied(tree):
    """A copy of what git knows, with tests that hand the number of the fault on."""
    shutil.rmtree(tree, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        to = tree / name
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, to)
    handed = f'.env_clear().envs(std::env::vars().filter(|(name, _)| name == "{VARIABLE}"))'
    for path in (tree / "tests").rglob("*.rs"):
        path.write_text(path.read_text().replace(".env_clear()", handed))
    for name in ["src/lib.rs", "src/solver/lib.rs"]:
        (tree / name).write_text((tree / name).read_text() + SWITCH)


def cargo(tree, *arguments):
    environment = {
        **os.environ,
        "RUSTFLAGS": "--cap-lints=allow",
        "CARGO_TARGET_DIR": f"{tree}-build",
        "CARGO_PROFILE_DEV_DEBUG": "false",
        "CARGO_PROFILE_TEST_DEBUG": "false",
    }
    command = ["cargo", *arguments, "--locked", "--message-format=json"]
    ran = subprocess.run(command, cwd=tree, capture_output=True, text=True, env=environment)
    return [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]


def guilty(message, lines, faults):
    """Faults that a compiler's error is about."""
    found = set()
    for span in message["spans"]:
        file = span["file_name"]
        found |= {lines.get(file, {}).get(line) for line in range(span["line_start"], span["line_end"] + 1)}
    found.discard(None)
    if found or (message["code"] or {}).get("code") != "E0015":
        return found
    # A constant needs the function that is not constant any more.
    name = re.findall(r"`([^`]*)`", message["message"])[0].split("::")[-1]
    return {number for number, one in faults.items() if one["function"]["function_name"].split("::")[-1] == name}


def built(tree, package, faults):
    """Builds with every fault that compiles; gives the test programs and what was left out."""
    originals = {one["file"]: (ROOT / one["file"]).read_text() for one in faults.values()}
    # Two bodies of such a function have two types.
    left_out = {number for number, one in faults.items() if "impl " in one["function"]["return_type"]}
    while True:
        lines = {}
        for file, text in originals.items():
            own = {number: one for number, one in faults.items() if one["file"] == file and number not in left_out}
            changed = seeded(text, own) if own else text
            (tree / file).write_text(changed)
            lines[file] = lines_of(changed)
        messages = cargo(tree, "test", "--no-run", "--package", package, "--lib", "--tests", "--bins")
        errors = [one["message"] for one in messages if one["reason"] == "compiler-message"]
        errors = [one for one in errors if one["level"] == "error" and one["spans"]]
        if not errors:
            programs = {
                one["target"]["name"] if one["target"]["kind"] == ["test"] else "lib": one["executable"]
                for one in messages
                if one["reason"] == "compiler-artifact" and one["executable"] and one["profile"]["test"]
                if "bin" not in one["target"]["kind"]
            }
            return programs, left_out
        more = set().union(*(guilty(one, lines, faults) for one in errors)) - left_out
        if not more:
            sys.exit("\n".join(one["rendered"] for one in errors[:3]))
        left_out |= more
        print(f"{len(left_out)} faults left out", flush=True)


def run(tree, program, filters, number, seconds):
    """Do these tests pass with this fault?"""
    environment = {**os.environ, VARIABLE: str(number), "RUST_TEST_THREADS": "1", "CARGO_MANIFEST_DIR": str(tree)}
    child = subprocess.Popen(
        [program, *filters],
        cwd=tree,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return False


def judged(tree, programs, runs, number, limits):
    return any(not run(tree, programs[name], filters, number, limit) for (name, filters), limit in zip(runs, limits))


def main():
    parser = argparse.ArgumentParser(description="Which faults do the tests see?")
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("shard", nargs="?", default="0/1")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    package, files, runs = PARTS[asked.part]
    faults = listed(package, files, tuple(int(part) for part in asked.shard.split("/")))
    tree = OUT / asked.part
    copied(tree)
    programs, left_out = built(tree, package, faults)
    limits = []
    for name, filters in runs:
        began = time.monotonic()
        if not run(tree, programs[name], filters, 0, 3600):
            sys.exit(f"without a fault, {name} {filters} does not pass")
        limits.append(30 + 4 * asked.jobs * (time.monotonic() - began))
    numbers = [number for number in faults if number not in left_out]
    print(f"{len(numbers)} faults to try", flush=True)
    missed = []
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        results = pool.map(lambda number: judged(tree, programs, runs, number, limits), numbers)
        for tried, (number, caught) in enumerate(zip(numbers, results), 1):
            if not caught:
                missed.append(faults[number]["name"])
            print(f"{tried}: {'seen' if caught else 'missed'}, {faults[number]['name']}", flush=True)
    caught = len(numbers) - len(missed)
    print(f"{asked.part}: {caught} of {len(numbers)} caught, {len(left_out)} left out")
    reasons = collections.Counter(faults[number]["genre"] for number in left_out)
    report = {"tried": len(numbers), "caught": caught, "missed": missed, "left_out": reasons}
    (OUT / f"{asked.part}.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
