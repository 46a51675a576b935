"""Runs alone in a closed room: turns the drawings on its desk into dots.

Typst draws them, each on a page of its own that fits it. No word of a document is
read as markup: a drawing is a file with a number for its name.
"""

import sys
from pathlib import Path

import typst

PAGE = '#page(width: auto, height: auto, margin: 0pt, image("{}.svg", width: 17cm))\n'
DOTS_PER_INCH = 200.0


def main(count: int) -> None:
    desk = Path()
    Path("all.typ").write_text("".join(PAGE.format(n) for n in range(count)))
    pages = typst.compile("all.typ", root=".", format="png", ppi=DOTS_PER_INCH)
    for number, page in enumerate([pages] if isinstance(pages, bytes) else pages):
        (desk / f"{number}.png").write_bytes(page)


main(int(sys.argv[1]))
