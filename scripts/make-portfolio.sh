#!/bin/sh
# Fills a folder with copies of a profile, each under a name of its own.
#
#   make-portfolio.sh PROFILE COUNT FOLDER
set -eu
profile=${1:?usage: make-portfolio.sh PROFILE COUNT FOLDER}
count=$2
folder=$3
name=$(sed -n 's/^name = "\(.*\)"$/\1/p' "$profile" | head -1)
n=0
while [ "$n" -lt "$count" ]; do
  below=$folder/$((n / 1000))
  mkdir -p "$below"
  sed "0,/^name = /s/^name = .*/name = \"$name $n\"/" "$profile" > "$below/$n.toml"
  n=$((n + 1))
done
