#!/bin/sh
# Makes waymark/ui/static/ui/waymark.css and offer.css from waymark/ui/styles/. The
# results are kept in the repository, so neither Node nor sass is needed to install,
# run or test.
#
#   npm ci && scripts/build_css.sh
set -eu
cd "$(dirname "$0")/.."

for sheet in waymark offer; do
  to=waymark/ui/static/ui/$sheet.css
  node_modules/.bin/sass --no-source-map --style=compressed --quiet-deps \
    --load-path=node_modules "waymark/ui/styles/$sheet.scss" "$to.new"
  # Each colour is always defined in our own tokens, so the fallback that GOV.UK
  # Frontend writes after each one is weight without use.
  sed -E 's/var\((--govuk-[a-z-]+), ?#?[a-z0-9]+\)/var(\1)/g' "$to.new" > "$to"
  rm "$to.new"
done
