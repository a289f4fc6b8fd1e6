#!/bin/sh
# One quarter of one organisation: check, assess, save, compare, report, gate.
#
#   quarterly.sh PROFILE [SNAPSHOTS [REPORTS]]
#
# PROFILE    the profile, a TOML file
# SNAPSHOTS  folder that keeps a snapshot of each quarter of this organisation alone (default: snapshots)
# REPORTS    folder for the reports, one folder a day below it (default: reports)
#
# Environment:
#   BLACKSTART  the program (default: blackstart)
#   AS_OF       day of the assessment (default: today, in UTC)
#   GATES       what the exit code is about (default: regression,appetite,stale)
#
# Ends with 0 where every gate passed, 10 above appetite, 11 worse than the last quarter, 12 where inputs are too
# old. It ends with 1 or 2 where a file or the command has problems, which standard error tells; a profile with
# problems is not saved.
set -eu

profile=${1:?usage: quarterly.sh PROFILE [SNAPSHOTS [REPORTS]]}
snapshots=${2:-snapshots}
reports=${3:-reports}
blackstart=${BLACKSTART:-blackstart}
as_of=${AS_OF:-$(date -u +%Y-%m-%d)}
gates=${GATES:-regression,appetite,stale}
out=$reports/$as_of

# A profile with problems stops here, with all of them on standard error.
"$blackstart" check "$profile" --as-of "$as_of" --problems-only

# Only what the last quarter did not have fails the gates: what is known is on somebody's list already.
gate=0
"$blackstart" assess "$profile" --as-of "$as_of" \
  --format html,markdown,json,csv --output "$out" \
  --save "$snapshots" --against "$snapshots" \
  --fail-on "$gates" --new-only || gate=$?
case $gate in
  0 | 10 | 11 | 12) ;;
  *) exit "$gate" ;;
esac

# What changed, and why: from the second quarter on.
set -- "$snapshots"/*/????-??-??.json
if [ $# -ge 2 ]; then
  "$blackstart" compare "$snapshots" --format html --output "$out/change.html"
  "$blackstart" compare "$snapshots" --format markdown --output "$out/change.md"
fi
"$blackstart" history "$snapshots" --as-of "$as_of" --format html --output "$out/history.html"

exit "$gate"
