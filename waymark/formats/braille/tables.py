"""Which table of liblouis reads which language.

Only tables of six dots that know every letter and figure of their language are here;
each was tried on a sentence. A language that is missing is written in uncontracted
Unified English Braille.
"""

#: What a table puts for a sign that it does not know: a full cell.
UNKNOWN = "unknown.cti"
UNKNOWN_RULE = b"undefined 123456\n"

UNCONTRACTED = "en-ueb-g1.ctb"
ENGLISH = {1: UNCONTRACTED, 2: "en-ueb-g2.ctb"}

#: Language, then the uncontracted table; their readers' everyday code.
OTHERS = {
    "ar": "ar-ar-g1.utb",
    "bn": "be-in-g1.utb",
    "ckb": "ckb-g1.ctb",
    "cs": "cs-g1.ctb",
    "cy": "cy-cy-g1.utb",
    "de": "de-g0.utb",
    "el": "el.ctb",
    "es": "es-g1.ctb",
    "fa": "fa-ir-g1.utb",
    "fr": "fr-bfu-comp6.utb",
    "ga": "ga-g1.utb",
    "gu": "gu-in-g1.utb",
    "hi": "hi-in-g1.utb",
    "hu": "hu-hu-g1.ctb",
    "it": "it-it-comp6.utb",
    "lt": "lt-6dot.utb",
    "lv": "Lv-Lv-g1.utb",
    "ne": "np-in-g1.utb",
    "nl": "nl-NL-g0.utb",
    "pa": "pu-in-g1.utb",
    "pl": "Pl-Pl-g1.utb",
    "pt": "pt-pt-g1.utb",
    "ru": "ru-litbrl.ctb",
    "sk": "sk-g1.ctb",
    "ta": "ta-ta-g1.ctb",
    "te": "te-in-g1.utb",
    "tr": "tr-g1.ctb",
    "ur": "ur-pk-g1.utb",
    "zh": "zhcn-g1.ctb",
}

#: Where a language has its own contracted code that its readers expect.
CONTRACTED = {"cy": "cy-cy-g2.ctb"}


def is_english(tag: str) -> bool:
    """Whether a language is read by the tables of Unified English Braille."""
    return tag.lower().split("-")[0] == "en"


def known(tag: str) -> bool:
    """Whether liblouis has a table of its own for a language."""
    return tag.lower().split("-")[0] in OTHERS


def has_contractions(tag: str) -> bool:
    """Whether a language other than English has a contracted code here."""
    return tag.lower().split("-")[0] in CONTRACTED


def table(tag: str, grade: int) -> str:
    """The table for a language, uncontracted English Braille where there is none."""
    if is_english(tag):
        return ENGLISH[grade]
    language = tag.lower().split("-")[0]
    if grade == 2 and language in CONTRACTED:
        return CONTRACTED[language]
    return OTHERS.get(language, UNCONTRACTED)
