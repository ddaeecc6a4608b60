#!/usr/bin/env bash
# Runs cargo-unawaited for the action: annotations on standard output, a SARIF report, a summary of the job. Calls the
# program itself, never `cargo unawaited`: cargo obeys the checked tree. Reports go to where that tree has no say.
set -uo pipefail

program=$RUNNER_TEMP/cargo-unawaited/cargo-unawaited
sarif=$RUNNER_TEMP/cargo-unawaited.sarif
list=$RUNNER_TEMP/cargo-unawaited.txt
rm -f "$sarif" "$list"

read -r -a arguments <<<"${UNAWAITED_ARGS:-}"
paths=()
while IFS= read -r path; do
    if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"${UNAWAITED_PATHS:-.}"

"$program" check ${arguments[@]+"${arguments[@]}"} --output-format github \
    --output-format "sarif:$sarif" --output-format "concise:$list" -- ${paths[@]+"${paths[@]}"}
code=$?

echo "exit-code=$code" >>"$GITHUB_OUTPUT"
if [ -f "$sarif" ]; then echo "sarif=$sarif" >>"$GITHUB_OUTPUT"; fi

shown=200
{
    echo "## cargo-unawaited"
    echo
    count=0
    if [ -f "$list" ]; then count=$(grep -c -v '^error: ' "$list"); fi
    case $code in
        0 | 1) if [ "$count" = 0 ]; then echo "No lost future found."; else echo "Lost futures: $count."; fi ;;
        *) echo "**Incomplete**: something could not be checked. Lost futures found: $count." ;;
    esac
    if [ -s "$list" ]; then
        # Indented, so that it is text and no Markdown whatever names the code has.
        echo
        head -n "$shown" "$list" | sed 's/^/    /'
        if [ "$(wc -l <"$list")" -gt "$shown" ]; then
            echo
            echo "All of them are in the log."
        fi
    fi
} >>"$GITHUB_STEP_SUMMARY"
exit 0
