#!/usr/bin/env bash
# Measures how long one warm run of the command takes under several runtime settings: ./bench/startup.sh REPORT.txt [RUNS]
# Prints milliseconds; bench/results/startup.md keeps what was found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
report=$(realpath "${1:?usage: bench/startup.sh REPORT.txt [RUNS]}")
runs=${2:-15}
"$root/dateline" --version >/dev/null
bin=$root/.dateline/bin

# Processor time is told beside wall time: it moves less when the machine has other work.
measure() {
  local name=$1 time walls=() cpus=()
  shift
  "$@" >/dev/null 2>&1 || true
  for ((i = 0; i < runs; i++)); do
    time=$({ TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>/dev/null || true; } 2>&1)
    walls+=("$(awk '{ print $1 * 1000 }' <<<"$time")")
    cpus+=("$(awk '{ print ($2 + $3) * 1000 }' <<<"$time")")
  done
  mapfile -t walls < <(printf '%s\n' "${walls[@]}" | sort -n)
  mapfile -t cpus < <(printf '%s\n' "${cpus[@]}" | sort -n)
  printf '| %-44s | %5.0f | %5.0f | %5.0f |\n' "$name" "${walls[0]}" "${walls[$((runs / 2))]}" "${cpus[$((runs / 2))]}"
}

echo "| setting | wall, least ms | wall, median ms | processor, median ms |"
echo "|---|---|---|---|"
measure "launcher, as shipped" "$root/dateline" read "$report"
measure "dotnet Dateline.Cli.dll, as shipped" dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "apphost Dateline.Cli" "$bin/Dateline.Cli" read "$report"
measure "TieredPGO on" env DOTNET_TieredPGO=1 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "globalization data loaded" env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "TieredCompilation off" env DOTNET_TieredCompilation=0 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "ReadyToRun code ignored" env DOTNET_ReadyToRun=0 dotnet "$bin/Dateline.Cli.dll" read "$report"
measure "plain build, not compiled ahead of time" dotnet "$root/artifacts/bin/Dateline.Cli/release/Dateline.Cli.dll" read "$report"
measure "version only" "$root/dateline" --version
