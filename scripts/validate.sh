#!/bin/sh
# Judges the HTML of every page that the journeys reached, in one run of the validator.
set -eu
cd "$(dirname "$0")/.."
pages=build/pages-reached

number=$(find "$pages" -name '*.html' 2>/dev/null | wc -l)
[ "$number" -gt 0 ] || { echo "No page was kept in $pages: run the journeys first." >&2; exit 1; }
java -Xss4m -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --format gnu "$pages"
echo "The HTML of $number pages is valid."
