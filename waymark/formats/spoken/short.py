"""Short forms: those said letter by letter, those said as words, those said in full."""

import re
from collections.abc import Iterable

from waymark.formats.spoken.rule import rule, spelled

#: Letters one by one. Short forms that are missing here are said as the voice has it.
_LETTERS = """
AAC ADHD ALN ANP AP APDR ASC ASD BBC BESD BME BSL CCG CDC CEO CFA CIC CLA CME
CPA CPD CQC CSC CSP CVI CYP DBS DCO DCS DDA DFG DFN DLA DMO DOB DPA DPP DSA
DSCO DSL DSR DWP EAL EBSA EEF EHA EHC EHCNA EHCP EHE EP EPS EQA ESA ESFA EU
EWO EY EYFS FAQ FE FOI FSM FTT GCSE GDPR GP HCP HI HLTA HMCTS HR HV ICB ICP
ICS IEP IHCP ILP IQ ISP JSNA KCSIE KS LA LAIT LD LDA LGO LGSCO LSA MDT MH MHST
MIS ML MLD MP MSI NHS NHSE NI NQT OCD OT PA PCF PD PDA PDF PE PFA PHB PMLD PRU
PSHE QA QR QTS QTVI RNIB SEMH SEN SENAT SLA SLCN SLD SLT SPLD SSA TA TAF TV UC
UK UN UPN URL VI YOT YP
"""
LETTERS = frozenset(_LETTERS.split())

#: Said as words, though they look like letters.
WORDS = {
    "CAMHS": "cams",
    "EOTAS": "ee-otas",
    "IPSEA": "ip-see-a",
    "MASH": "mash",
    "NEET": "neet",
    "NICE": "nice",
    "Ofsted": "Ofsted",
    "PECS": "pecks",
    "PIP": "pip",
    "SALT": "salt",
    "SEND": "send",
    "SENCO": "senko",
    "SENDCO": "sendko",
    "SENDIASS": "sendias",
    "SENDIST": "sendist",
}

#: Said in full.
FULL = {
    "e.g.": "for example",
    "eg": "for example",
    "i.e.": "that is",
    "ie": "that is",
    "etc.": "et cetera",
    "etc": "et cetera",
    "vs.": "versus",
    "vs": "versus",
    "approx.": "approximately",
    "c/o": "care of",
    "w/c": "week commencing",
    "N/A": "not applicable",
    "n/a": "not applicable",
    "Tel:": "Telephone:",
    "tel:": "telephone:",
    "Tel.": "Telephone",
    "Mr": "Mister",
    "Mrs": "Missis",
    "Dr": "Doctor",
    "Rd": "Road",
    "Ave": "Avenue",
    "A&E": "ay and E",
    "Q&A": "Q and ay",
    "DfE": "D F E",
    "DfT": "D F T",
    "PfA": "P F ay",
    "SpLD": "S P L D",
    "SaLT": "salt",
    "EdPsych": "ed psych",
    "HM": "His Majesty's",
}

#: Said in full before a number.
BEFORE_A_NUMBER = {
    "No.": "number",
    "no.": "number",
    "Nos.": "numbers",
    "nos.": "numbers",
    "p.": "page",
    "pp.": "pages",
    "KS": "Key Stage",
    "Yr": "Year",
    "yr": "year",
    "Ext.": "extension",
    "ext.": "extension",
    "ext": "extension",
    "Vol.": "volume",
    "vol.": "volume",
}

#: Said in full after a number, one and many.
AFTER_A_NUMBER = {
    "wk": "week",
    "wks": "weeks",
    "hr": "hour",
    "hrs": "hours",
    "min": "minute",
    "mins": "minutes",
    "yr": "year",
    "yrs": "years",
    "mo": "months",
    "km": "kilometres",
    "m": "metres",
    "kg": "kilograms",
    "pt": "point",
}


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    some = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in some)


def _letters(found: re.Match[str]) -> str:
    """Letters; a plural or a possessive keeps its "s"."""
    return spelled(found[1]) + ("'s" if found[2] else "")


def _word(found: re.Match[str]) -> str:
    return WORDS[found[1]] + (found[2] or "")


def _full(found: re.Match[str]) -> str:
    """In full; a stop at the end of a sentence stays a stop."""
    ends = found[0].endswith(".") and re.match(
        r"\s*$|\s+[A-Z]", found.string[found.end() :]
    )
    return FULL[found[0]] + ("." if ends else "")


RULES = (
    rule(rf"(?<![\w.])(?:{_one_of(FULL)})(?!\w)", _full),
    rule(
        rf"(?<![\w.])({_one_of(BEFORE_A_NUMBER)})\ ?(?=\d)",
        lambda m: f"{BEFORE_A_NUMBER[m[1]]} ",
    ),
    rule(
        rf"\b(\d+(?:\.\d+)?)\ ?({_one_of(AFTER_A_NUMBER)})\b(?!\.\w)",
        lambda m: f"{m[1]} {AFTER_A_NUMBER[m[2]]}",
    ),
    rule(rf"\b({_one_of(WORDS)})(s|['’]s)?\b", _word),
    rule(rf"\b({_one_of(LETTERS)})(s|['’]s)?\b", _letters),
    rule(rf"\b({_one_of(LETTERS)})(\d+)\b", lambda m: f"{spelled(m[1])} {m[2]}"),
)
