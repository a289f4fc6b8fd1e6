"""Assesses profiles under Apache Spark and writes one line of JSON for each.

usage: spark_portfolio.py PROFILES.jsonl ASSESSED.jsonl BLACKSTART [AS_OF]

PROFILES.jsonl is what `blackstart portfolio DIR --emit-lines` writes. Spark runs in local-cluster mode: two worker
processes of their own, as on two machines.
"""

import shlex
import sys

from pyspark.sql import SparkSession

profiles, assessed, blackstart = sys.argv[1:4]
as_of = sys.argv[4:5]
command = [blackstart, "portfolio", "--jsonl", "--threads", "1"]
if as_of:
    command += ["--as-of", as_of[0]]

spark = (
    SparkSession.builder.appName("blackstart")
    .master("local-cluster[2,1,1024]")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
lines = spark.sparkContext.textFile(profiles, minPartitions=8)
# A line with problems makes the exit code 1; its answer says so, and the partition goes on.
shell = " ".join(shlex.quote(word) for word in command)
answers = lines.pipe(f"/bin/sh -c {shlex.quote(shell + ' || true')}")
rows = answers.collect()
with open(assessed, "w", encoding="utf-8") as out:
    for row in rows:
        out.write(row + "\n")
table = spark.read.json(spark.sparkContext.parallelize(rows))
print(f"{table.count()} rows, {table.where('score >= 80').count()} of them Very high")
spark.stop()
