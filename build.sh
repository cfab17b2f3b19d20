#!/usr/bin/env bash
# What CI runs: format, locked restore, build with warnings as errors, all tests, the knowledge check, the evaluation.
# The last line is "N passed, N failed": tests of all projects, and each step above as one more.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1 DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION=0
configuration=Release
passed=0
failed=0
skipped=0

step() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s failed.\n' "$name"
    return 1
  fi
}

finish() {
  printf '\n'
  if ((skipped > 0)); then printf '%d tests were skipped; each says why above.\n' "$skipped"; fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if ((failed > 0)); then exit 1; fi
  exit 0
}

# Runs one test project and adds its counts; a project that ends without a summary counts as failed.
run_tests() {
  local project=$1 log counts total errors fails skips
  printf '\n== tests: %s\n' "$project"
  log=$(mktemp)
  dotnet "artifacts/bin/$project/release/$project.dll" -noColor >"$log" 2>&1
  counts=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -1)
  if [[ $counts =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+) ]]; then
    total=${BASH_REMATCH[1]} errors=${BASH_REMATCH[2]} fails=${BASH_REMATCH[3]} skips=${BASH_REMATCH[4]}
    passed=$((passed + total - fails - skips))
    failed=$((failed + fails + errors))
    skipped=$((skipped + skips))
    if ((fails + errors + skips > 0)); then grep -vE '^\s*$|Discover|Starting:|Finished:' "$log"; else printf '%s\n' "$counts"; fi
  else
    cat "$log"
    printf '%s ended without a summary.\n' "$project"
    failed=$((failed + 1))
  fi
  rm -f "$log"
}

dateline() { dotnet "artifacts/bin/Dateline.Cli/release/Dateline.Cli.dll" "$@"; }

step "restore, with locked versions" dotnet restore Dateline.slnx --locked-mode -v quiet || finish
step "format" dotnet format whitespace Dateline.slnx --verify-no-changes --no-restore
step "build, warnings are errors" dotnet build Dateline.slnx -c $configuration --no-restore -v quiet || finish
for project in tests/*/; do run_tests "$(basename "$project")"; done
step "check-data" dateline check-data
# Scores must not fall below the frozen ones; until a first freeze, the run itself is what is checked.
frozen=corpus/results/records.csv
if [ -f $frozen ]; then
  step "evaluate records" dateline evaluate records corpus/reports --against $frozen
else
  step "evaluate records" dateline evaluate records corpus/reports
  printf 'No frozen scores to compare with: "dateline evaluate records corpus/reports --freeze %s" writes them.\n' $frozen
fi
# The language layer is scored on corpora that are not part of the project, where they are: every third document of each.
shared=${DATELINE_SHARED:-../shared}
language=corpus/results/language.csv
gold=("$shared/data/ud/en_ewt-ud-dev.conllu.gz" "$shared/data/ud/en_gum_open-dev.conllu.gz" "$shared/data/attribution/polnear_dev.jsonl.gz")
if ! ls "${gold[@]}" >/dev/null 2>&1; then
  printf '\n== evaluate language\nSkipped: the corpora are not here; DATELINE_SHARED names the folder that holds them.\n'
elif [ -f $language ]; then
  step "evaluate language" dateline evaluate language "${gold[@]}" --sample 3 --against $language
else
  step "evaluate language" dateline evaluate language "${gold[@]}" --sample 3
  printf 'No frozen scores to compare with: the same command with "--freeze %s" writes them.\n' $language
fi
# So are the times, on whole corpora.
times=corpus/results/time.csv
gold=("$shared/data/time/timebank.jsonl" "$shared/data/time/aquaint.jsonl" "$shared/data/time/wikiwars.jsonl" "$shared/data/time/tweets_train.jsonl" "$shared/data/time/msrecognizers_en.jsonl" "$shared/data/time/duckling_en.jsonl")
if ! ls "${gold[@]}" >/dev/null 2>&1; then
  printf '\n== evaluate time\nSkipped: the corpora are not here; DATELINE_SHARED names the folder that holds them.\n'
else
  step "evaluate time" dateline evaluate time "${gold[@]}" --against $times
fi
# The places are scored on their corpora where they are, every article.
places=corpus/results/places.csv
gold=("$shared/data/geo/geovirus.jsonl" "$shared/data/geo/lgl.jsonl")
if ! ls "${gold[@]}" >/dev/null 2>&1; then
  printf '\n== evaluate places\nSkipped: the corpora are not here; DATELINE_SHARED names the folder that holds them.\n'
elif [ -f $places ]; then
  step "evaluate places" dateline evaluate places "${gold[@]}" --against $places
else
  step "evaluate places" dateline evaluate places "${gold[@]}"
  printf 'No frozen scores to compare with: the same command with "--freeze %s" writes them.\n' $places
fi
finish
