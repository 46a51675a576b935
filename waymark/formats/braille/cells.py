"""Words into cells, by liblouis: every phrase of a document in one run a language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from waymark.formats import confined
from waymark.formats.braille import tables
from waymark.formats.braille.phrases import Phrase, Weight, readable

#: liblouis reads lines of up to 2,000 characters; a longer phrase goes in pieces.
PIECE = 500

#: The cells of ASCII Braille, in the order of Unicode's sixty-four patterns.
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_FROM_UNICODE = {0x2800 + number: sign for number, sign in enumerate(_ASCII)}


@dataclass(frozen=True, slots=True)
class Word:
    """The cells of one word.

    `holds` keeps it on the line of the word before, as the month of a date does;
    `touches` that nothing stands between it and the word before.
    """

    cells: str
    holds: bool = False
    touches: bool = False
    weight: Weight = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one language inside a phrase, with the weight of each."""

    tag: str
    text: str
    weights: tuple[Weight, ...]
    touches: bool


def translate(
    phrases: Iterable[Phrase], *, tag: str, grade: int
) -> Mapping[Phrase, tuple[Word, ...]]:
    """The words of every phrase in Braille. One run of liblouis a language.

    Raises: ToolMissing and ToolFailed.
    """
    stretches = {
        phrase: tuple(_stretches(phrase, tag)) for phrase in dict.fromkeys(phrases)
    }
    brailled = _brailled([each for some in stretches.values() for each in some], grade)
    return {
        phrase: _with_weight(
            word
            for stretch in some
            for word in _marked(stretch, brailled[stretch], tag)
        )
        for phrase, some in stretches.items()
    }


# ---- before ------------------------------------------------------------------------


def _stretches(phrase: Phrase, tag: str) -> Iterator[Stretch]:
    own = tag.lower()
    ended_in_space = True
    for language, text, weights in _joined(phrase, own):
        any_script = not tables.is_english(language) and tables.known(language)
        said = readable(text, any_script=any_script)
        touches = not (ended_in_space or said[:1] == " ")
        ended_in_space = said[-1:] == " "
        if said.strip():
            weighed = tuple(_weights(text, weights)) if said == text else ()
            yield Stretch(language, " ".join(said.split()), weighed, touches)


def _joined(phrase: Phrase, own: str) -> Iterator[tuple[str, str, list[Weight]]]:
    """Runs of one language joined; the weight of each character beside them."""
    tag, text, weights = own, "", list[Weight]()
    for run in phrase:
        theirs = run.tag or own
        if theirs != tag:
            yield tag, text, weights
            tag, text, weights = theirs, "", []
        text += run.text
        weights += [run.weight] * len(run.text)
    yield tag, text, weights


def _weights(text: str, weights: list[Weight]) -> Iterator[Weight]:
    """The weight of each word: the weight of any letter in it."""
    for found in re.finditer(r"\S+", text):
        yield next(filter(None, weights[found.start() : found.end()]), "")


# ---- liblouis ----------------------------------------------------------------------


def _brailled(stretches: list[Stretch], grade: int) -> dict[Stretch, str]:
    by_table: dict[str, list[Stretch]] = {}
    for stretch in dict.fromkeys(stretches):
        by_table.setdefault(tables.table(stretch.tag, grade), []).append(stretch)
    return {
        stretch: cells
        for table, some in by_table.items()
        for stretch, cells in zip(some, _run(table, some), strict=True)
    }


def _run(table: str, stretches: list[Stretch]) -> Iterator[str]:
    pieces = [list(_pieces(stretch.text)) for stretch in stretches]
    # A backslash begins an escape of liblouis; two are one that is read as a sign.
    given = "".join(f"{p}\n" for some in pieces for p in some).replace("\\", "\\\\")
    command = [
        confined.program("lou_translate"),
        f"unicode.dis,{table},{tables.UNKNOWN}",
    ]
    made = confined.run(
        command, given=given.encode(), files={tables.UNKNOWN: tables.UNKNOWN_RULE}
    )
    lines = iter(made.out.decode("utf-8", "replace").split("\n"))
    for some in pieces:
        yield " ".join(_ascii(next(lines)) for _ in some)


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that liblouis reads whole, parted where a space stands."""
    while len(text) > PIECE:
        end = text.rfind(" ", 1, PIECE)
        end = PIECE if end < 0 else end
        yield text[:end]
        text = text[end:].lstrip(" ")
    yield text


def _ascii(cells: str) -> str:
    """Unicode's patterns as ASCII Braille; what is no pattern of six dots is full."""
    known = cells.translate(_FROM_UNICODE)
    return "".join(sign if sign in _ASCII else "=" for sign in known).strip()


# ---- after -------------------------------------------------------------------------

_KEPT_WHOLE = re.compile(
    r"""
    \b\d{1,2}(?:st|nd|rd|th)?\ (?:of\ )?(?:January|February|March|April|May|June|July
      |August|September|October|November|December)(?:\ \d{4})?   # a date
    | \b(?:sections?|regulations?|regs?\.?|paragraphs?|paras?\.?|articles?|ss?\.
      |chapter|part|page|SI|step|stop)\ \d[\w().]*               # a place in the law
    | \b\d[\d,.]*\ (?:days?|weeks?|months?|years?|hours?|minutes?|[ap]m)\b
    | \b[A-Z]{1,2}\d[A-Z\d]?\ \d[A-Z]{2}\b                        # a postcode
    """,
    re.VERBOSE,
)
#: Between two figures liblouis writes the numeric space: one word, as in a telephone
#: number.
_PARTS_WORDS = re.compile(r"(?<!\d) | (?!\d)")


def _marked(stretch: Stretch, cells: str, own: str) -> list[Word]:
    """The cells as words, knowing what keeps together; and signs of another code."""
    parts = cells.split()
    said = _PARTS_WORDS.split(stretch.text)
    alike = len(said) == len(parts)
    held = _held(stretch.text) if alike else set()
    weights = _fitting(stretch, said) if alike else ()
    made = [
        Word(each, holds=place in held, weight=weights[place] if weights else "")
        for place, each in enumerate(parts)
    ]
    if stretch.tag != own:
        made = _in_another_code(made, stretch.tag)
    if made:
        made[0] = replace(made[0], touches=stretch.touches)
    return made


def _held(text: str) -> set[int]:
    """The places of words that stay on the line of the word before."""
    places = set()
    for found in _KEPT_WHOLE.finditer(text):
        first = len(_PARTS_WORDS.findall(text[: found.start()]))
        places |= {first + 1 + n for n in range(len(_PARTS_WORDS.findall(found[0])))}
    return places


def _fitting(stretch: Stretch, said: list[str]) -> tuple[Weight, ...]:
    """A weight for each word; numeric spaces joined some that are two in print."""
    if len(said) == len(stretch.weights):
        return stretch.weights
    if len(stretch.text.split()) != len(stretch.weights):
        return ()
    places = iter(stretch.weights)
    return tuple([next(places) for _ in each.split()][0] for each in said)


def _in_another_code(words: list[Word], tag: str) -> list[Word]:
    """Signs for a word or a passage in a code that is not Unified English Braille."""
    if not words or tables.is_english(tag) or not tables.known(tag):
        return words
    if len(words) == 1:
        return [replace(words[0], cells=f"^({words[0].cells}")]
    first, last = words[0], words[-1]
    return [
        replace(first, cells=f"\"('{first.cells}"),
        *words[1:-1],
        replace(last, cells=f'{last.cells},")'),
    ]


# ---- weight ------------------------------------------------------------------------

_INDICATOR = {"strong": "^", "emphasis": "."}


def _with_weight(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words with the signs of weight, unless every word of the line has them."""
    whole = list(words)
    if all(word.weight for word in whole):
        return tuple(whole)
    made: list[Word] = []
    while whole:
        weight = whole[0].weight
        length = next(
            (n for n, word in enumerate(whole) if word.weight != weight), len(whole)
        )
        made += _weighed(whole[:length], weight)
        whole = whole[length:]
    return tuple(made)


def _weighed(words: list[Word], weight: Weight) -> list[Word]:
    """One or two words each carry a sign; three or more stand between two signs."""
    if not weight:
        return words
    sign = _INDICATOR[weight]
    if len(words) < 3:
        return [replace(word, cells=f"{sign}1{word.cells}") for word in words]
    first, last = words[0], words[-1]
    return [
        replace(first, cells=f"{sign}7{first.cells}"),
        *words[1:-1],
        replace(last, cells=f"{last.cells}{sign}'"),
    ]
