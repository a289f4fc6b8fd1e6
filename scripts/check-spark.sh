#!/bin/sh
# Does Apache Spark give the same rows as one process? Needs Java and Python; PySpark goes into a folder of its own.
#
#   check-spark.sh [BLACKSTART [COUNT]]
set -eu
cd "$(dirname "$0")/.."
blackstart=$(realpath "${1:-target/release/blackstart}")
count=${2:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pyspark
sh scripts/make-portfolio.sh profiles/meridian-freight.toml "$count" "$work/members"
printf 'format = 1\n' > "$work/members/bad.toml"
"$blackstart" portfolio "$work/members" --emit-lines > "$work/profiles.jsonl"
"$blackstart" portfolio --jsonl --as-of 2026-11-22 < "$work/profiles.jsonl" > "$work/one.jsonl" || [ $? -eq 1 ]
"$work/venv/bin/python" scripts/spark_portfolio.py "$work/profiles.jsonl" "$work/spark.jsonl" "$blackstart" 2026-11-22
sort "$work/one.jsonl" > "$work/one.sorted"
sort "$work/spark.jsonl" > "$work/spark.sorted"
cmp "$work/one.sorted" "$work/spark.sorted"
echo "$(wc -l < "$work/one.jsonl") rows, the same under Spark and in one process"
