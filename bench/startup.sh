#!/usr/bin/env bash
# Measures how long one warm run of the command takes under several runtime settings: ./bench/startup.sh REPORT.txt [RUNS]
# Prints the least and the median wall time in milliseconds; bench/results/startup.md keeps what was found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
report=$(realpath "${1:?usage: bench/startup.sh REPORT.txt [RUNS]}")
runs=${2:-15}
"$root/dateline" --version >/dev/null
bin=$root/.dateline/bin

measure() {
  local name=$1 start end times=()
  shift
  "$@" >/dev/null 2>&1 || true
  for ((i = 0; i < runs; i++)); do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    end=$(date +%s%N)
    times+=($(((end - start) / 1000)))
  done
  mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
  awk -v name="$name" -v least="${times[0]}" -v median="${times[$((runs / 2))]}" \
    'BEGIN { printf "| %-44s | %6.0f | %6.0f |\n", name, least / 1000, median / 1000 }'
}

echo "| setting | least ms | median ms |"
echo "|---|---|---|"
measure "launcher, as shipped" "$root/dateline" read "$report"
measure "dotnet Dateline.Cli.dll, as shipped" dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "apphost Dateline.Cli" "$bin/Dateline.Cli" read "$report"
measure "TieredPGO on" env DOTNET_TieredPGO=1 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "TieredCompilation off" env DOTNET_TieredCompilation=0 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "ReadyToRun code ignored" env DOTNET_ReadyToRun=0 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "own ReadyToRun code ignored (plain build)" env DOTNET_ReadyToRun_DisableR2R=1 dotnet "$root/artifacts/bin/Dateline.Cli/release/Dateline.Cli.dll" read "$report"
measure "version only" "$root/dateline" --version
