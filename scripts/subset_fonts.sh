#!/bin/sh
# Makes the four small font files from the npm package of the typeface.
# Needed only when the typeface or the letters we keep change. Not part of set-up.
#
#   npm ci
#   python3 -m venv .venv-fonts && .venv-fonts/bin/pip install fonttools brotli
#   scripts/subset_fonts.sh .venv-fonts/bin/pyftsubset
#
# We keep Latin and Latin Extended-A (names in Polish, Romanian, Welsh ...) in two
# files for each weight, so that the second pair is fetched only by a page that needs
# it. Hints are dropped: they are 40 % of the weight, and present-day screens do not
# use them. Arrows and ticks are not in the typeface; the site draws them.
set -eu
pyftsubset=${1:-pyftsubset}
cd "$(dirname "$0")/.."
from=node_modules/@fontsource/atkinson-hyperlegible
to=waymark/ui/static/ui/fonts

for weight in 400 700; do
  for range in latin latin-ext; do
    "$pyftsubset" "$from/files/atkinson-hyperlegible-$range-$weight-normal.woff2" \
      --unicodes='U+0020-024F,U+02C6-02DD,U+1E80-1E85,U+1EF2-1EF3,U+2010-203A,U+2044,U+20AC,U+2122,U+2212' \
      --layout-features='kern,liga,mark,mkmk,ccmp,locl,tnum' \
      --no-hinting --desubroutinize --flavor=woff2 \
      --name-IDs='0,1,2,3,4,5,6,13,14' \
      --output-file="$to/atkinson-$range-$weight.woff2"
  done
done
cp "$from/LICENSE" "$to/OFL.txt"
