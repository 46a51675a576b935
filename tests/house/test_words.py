"""The words families read: nothing leads nowhere, nothing is typed that the law says."""

import re
from urllib.parse import urlsplit

import pytest

from tests.house.area_words import (
    AREAS,
    ENGLAND,
    EXITS,
    OWN,
    STEP_WORDS,
    Text,
    addresses,
    easy_reads,
    files,
    helper_keys,
    places,
    plain,
    read,
    routemaps,
    sentences,
    table,
    texts,
    whole_place,
)
from waymark.guidance.limits import token_words
from waymark.law import PROCESSES, RULES
from waymark.law.events import Kind
from waymark.law.rule import Party
from waymark.localoffer.taxonomies import LISTS

SLUGS = [
    "ehc-needs-assessment",
    "annual-review",
    "phase-transfer",
    "early-years",
    "support-in-school",
    "unhappy",
    "waiting-for-health",
    "preparing-for-adulthood",
]
EVERYTHING = list(texts(ENGLAND, *OWN.values()))
STEPS = [
    pytest.param(slug, step, id=f"{slug}/{step['slug']}")
    for slug, routemap in routemaps().items()
    for step in routemap["steps"]
]
every_step = pytest.mark.parametrize(("slug", "step"), STEPS)
every_routemap = pytest.mark.parametrize("slug", routemaps())
every_area = pytest.mark.parametrize("area", OWN)
LETTERS = table(ENGLAND, "letters.toml", "letters")
every_letter = pytest.mark.parametrize(
    "letter", LETTERS, ids=[x["key"] for x in LETTERS]
)

#: Pages that rooms serve beside the published words, each with what follows it.
OTHER_PAGES = {
    "/",
    "/privacy/how-long/",
    "/search/",
    "/time-limits/",
    "/feedback/",
    "/words/",
    "/guides/",
    "/local-offer/",
}
OFFER = {
    f"/local-offer/{place}/"
    for place in ("unhappy", "guides", "questions", "news", "events", "waiting")
}
KINDS = {kind.value for kind in Kind}
FILLED_BY_US = {"today", "due", "late_from"}
FILLED_BY_THE_FAMILY = {"your_name", "childs_name"}


def pages() -> set[str]:
    """Every public address, as far as an area's folder decides it."""
    own = {f"/{read(path)['slug']}/" for path in (ENGLAND / "pages").glob("*.toml")}
    easy = {f"/routemaps/{text['slug']}/easy-read/" for text in easy_reads()}
    dates = {
        f"/routemaps/{slug}/my-dates/"
        for slug, routemap in routemaps().items()
        if routemap["process"]
    }
    steps = {f"/routemaps/{place}/" for place in places()}
    offer = {
        f"/local-offer/{path.parent.name}/{read(path)['slug']}/"
        for folder in OWN.values()
        for path in (folder / "local_offer").glob("*/*.toml")
    }
    return OTHER_PAGES | OFFER | own | easy | dates | steps | offer | {"/routemaps/"}


def leads_nowhere(to: str) -> bool:
    path = urlsplit(to).path
    return path not in pages() if path.startswith("/") else to not in places()


def said(found: list[Text]) -> str:
    return "\n".join(str(text) for text in found)


# ---- routemaps ----------------------------------------------------------------------


def test_the_eight_routemaps_stand_in_their_order():
    order = sorted(routemaps().values(), key=lambda routemap: routemap["order"])

    assert [routemap["slug"] for routemap in order] == SLUGS


@every_routemap
def test_a_routemap_is_named_after_its_file_and_says_its_own_name_briefly(slug):
    routemap = read(ENGLAND / "routemaps" / f"{slug}.toml")

    assert routemap["slug"] == slug
    assert len(routemap["title"]) <= 85
    assert routemap["summary"].strip()
    assert routemap["process"] == "" or routemap["process"] in PROCESSES


@every_routemap
def test_the_steps_of_a_routemap_have_names_of_their_own(slug):
    steps = routemaps()[slug]["steps"]

    assert len({step["slug"] for step in steps}) == len(steps)
    assert len({step["title"] for step in steps}) == len(steps)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", s["slug"]) for s in steps)


@every_step
def test_a_step_answers_every_question(slug, step):
    assert [name for name in STEP_WORDS if not plain(step[name]).strip()] == []
    assert step["joins"] in {"then", "and", "or"}


@every_step
def test_a_step_answers_all_three_exits_and_each_leads_somewhere(slug, step):
    for exit_ in EXITS:
        assert plain(step[exit_]["words"]).strip() or step[exit_]["to"], exit_
        to = step[exit_]["to"]
        assert not to or whole_place(slug, to) in places(), f"{exit_} to {to!r}"


@every_step
def test_a_step_names_events_and_rules_that_the_law_has(slug, step):
    assert set(step["kinds"]) <= KINDS
    assert set(step["rules"]) <= RULES.keys()


@every_area
@every_step
def test_a_step_names_helpers_that_every_area_has(slug, step, area):
    assert set(step["helpers"]) <= helper_keys(OWN[area])


@every_routemap
def test_a_routemap_answers_questions_families_ask(slug):
    questions = routemaps()[slug]["questions"]

    assert len({q["question"] for q in questions}) == len(questions) >= 5
    assert all(plain(q["answer"]).strip() for q in questions)


def test_services_are_named_for_steps_and_by_terms_that_exist():
    rows = table(ENGLAND, "step_services.toml", "steps")
    pairs = [tuple(term.split("/")) for row in rows for term in row["terms"]]
    known = {(terms.key, term.key) for terms in LISTS for term in terms.terms}

    assert len(rows) == len({row["step"] for row in rows}) > 60
    assert {row["step"] for row in rows} <= set(places())
    assert all(row["terms"] for row in rows)
    assert set(pairs) <= known


@every_area
def test_local_words_belong_to_steps_and_helpers_that_exist(area):
    path = OWN[area] / "routemaps.toml"
    for slug, local in read(path).items() if path.exists() else ():
        assert slug in routemaps()
        for step, words in local.get("steps", {}).items():
            assert f"{slug}/{step}" in places()
            assert set(words.get("helpers", [])) <= helper_keys(OWN[area])


# ---- what leads somewhere -----------------------------------------------------------


def test_every_link_in_the_words_leads_somewhere():
    broken = {
        f"{text}: {address}"
        for text in EVERYTHING
        for address in addresses(text.says)
        if (address.startswith("/") and leads_nowhere(address))
        or not address.startswith(("/", "https://", "mailto:", "tel:"))
    }

    assert not broken


@pytest.mark.parametrize(
    "door", read(ENGLAND / "home.toml")["doors"], ids=lambda d: d["to"]
)
def test_every_door_of_the_home_page_opens(door):
    assert not leads_nowhere(door["to"])


def test_every_answer_that_search_knows_has_its_page():
    answers = table(ENGLAND, "answers.toml", "answers")

    assert [a["to"] for a in answers if leads_nowhere(a["to"])] == []


def test_every_question_that_search_is_tried_with_has_its_page():
    trials = table(ENGLAND, "search_trials.toml", "trials")

    assert {to for t in trials for to in t["to"] if leads_nowhere(to)} == set()


@every_area
def test_a_page_names_helpers_that_every_area_has(area):
    for path in (ENGLAND / "pages").glob("*.toml"):
        assert set(read(path).get("helpers", [])) <= helper_keys(OWN[area]), path.name


# ---- what the law says, and where it is ---------------------------------------------

NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
    r"|fifteen|sixteen|eighteen|twenty)"
)
TYPED_LIMIT = re.compile(
    rf"\b{NUMBER}[\s-]+(?:(?:calendar|school|working)\s+)?(?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)


def test_no_time_limit_is_typed():
    assert not [
        f"{text}: {found.group()}"
        for text in EVERYTHING
        for found in TYPED_LIMIT.finditer(text.plain)
    ]


def test_every_time_limit_named_in_the_words_is_one_of_the_law():
    assert not [
        f"{text}: [[{key}]]"
        for text in EVERYTHING
        for key in re.findall(r"\[\[(.*?)\]\]", text.says)
        if key not in token_words()
    ]


def test_the_words_for_england_name_no_place():
    place = re.compile(
        r"\b(southend|essex|thames|leigh-on-sea|shoebury\w*|westcliff|marram)\b",
        re.IGNORECASE,
    )
    named = [t for t in texts(ENGLAND) if place.search(t.says)]

    assert not named, said(named)


@every_area
def test_every_blank_in_the_words_is_a_name_of_the_area(area):
    names = read(OWN[area] / "area.toml")["names"].keys()
    letters = f"{ENGLAND.name}/letters.toml"
    blanks = {
        blank
        for text in texts(ENGLAND, OWN[area])
        if not text.file.endswith(letters)
        for blank in re.findall(r"\{([\w-]+)\}", text.says)
    }

    assert blanks <= names


def test_every_area_has_the_same_names():
    first, *others = (set(read(p / "area.toml")["names"]) for p in OWN.values())

    assert all(names == first for names in others)


# ---- letters ------------------------------------------------------------------------


def test_letters_have_keys_of_their_own():
    keys = [letter["key"] for letter in LETTERS]

    assert len(set(keys)) == len(keys)


@every_letter
def test_a_letter_belongs_to_a_rule_and_fills_only_what_is_known(letter):
    known = KINDS | FILLED_BY_US | FILLED_BY_THE_FAMILY
    names = read(OWN["southend"] / "area.toml")["names"].keys()
    blanks = set(re.findall(r"\{([^}]*)\}", letter["subject"] + letter["body"]))

    assert letter["rule"] in RULES
    assert letter["when"] in {"late", "refused", "floor"}
    assert blanks <= known | names
    assert letter["body"].strip().startswith("{today}")
    assert letter["body"].strip().endswith("{your_name}")


@every_letter
def test_a_letter_fills_an_event_only_from_the_process_of_its_rule(letter):
    process = PROCESSES[RULES[letter["rule"]].process]
    blanks = set(re.findall(r"\{([^}]*)\}", letter["subject"] + letter["body"]))
    events = {step.kind.value for step in process.steps}

    assert (blanks & KINDS) <= events


@every_letter
def test_a_letter_is_short(letter):
    assert len(letter["body"].split()) <= 220
    assert len(letter["title"]) <= 85


OFFERS_AN_APPEAL = re.compile(
    r"\b(?:right (?:of|to) appeal|appeal (?:about|against|because of) "
    r"(?:the |this |your )?(?:delay|lateness)|(?:will|shall|may|can|could|might) "
    r"(?:now )?appeal|(?:going|plan|intend) to appeal)\b",
    re.IGNORECASE,
)
LATE_LETTERS = [
    pytest.param(letter, id=letter["key"])
    for letter in LETTERS
    if letter["when"] == "late" and RULES[letter["rule"]].holder != Party.PARENT
]


@pytest.mark.parametrize("letter", LATE_LETTERS)
def test_a_letter_about_lateness_offers_no_appeal(letter):
    assert not OFFERS_AN_APPEAL.search(" ".join(letter["body"].split()))


LATENESS = re.compile(
    r"\b(late|lateness|delay\w*|overdue|not (?:been )?answered|no answer)\b",
    re.IGNORECASE,
)
SAYS_THERE_IS_NONE = re.compile(r"\b(cannot|no|not)\b", re.IGNORECASE)
#: The family's own appeal may be late, which is another matter.
A_LATE_APPEAL = re.compile(
    r"\b(late appeal|although it is late|if you are late, appeal|answered the appeal)\b",
    re.IGNORECASE,
)


def test_no_words_offer_an_appeal_for_delay():
    offered = [
        f"{text}: {sentence}"
        for text in EVERYTHING
        for sentence in sentences(text.says)
        if re.search(r"\bappeal", sentence, re.IGNORECASE)
        and LATENESS.search(sentence)
        and not A_LATE_APPEAL.search(sentence)
        and not SAYS_THERE_IS_NONE.search(sentence)
    ]

    assert not offered


# ---- how we say it ------------------------------------------------------------------

LONGEST = 25
#: A letter goes to a council and quotes the law by its full name.
LONGEST_TO_A_COUNCIL = 32


def test_no_sentence_to_families_is_longer_than_25_words():
    long = [
        f"{text}: {len(sentence.split())} words: {sentence}"
        for text in EVERYTHING
        for sentence in sentences(text.says)
        if len(sentence.split()) > longest(text)
    ]

    assert not long, "\n".join(long)


def longest(text: Text) -> int:
    return LONGEST_TO_A_COUNCIL if text.file.endswith("letters.toml") else LONGEST


AVOIDED = {
    "deadline": r"deadlines?",
    "service level": r"SLAs?",
    "breach": r"breach\w*",
    "in order to": r"in order to",
    "service user": r"(?:service users?|stakeholders?|clients?)",
    "family members": r"(?:mums?|dads?|mummy|daddy|guardians?)",
    "special needs": r"special needs",
    "labels": r"(?:high|low)[- ]functioning|wheelchair[- ]bound|suffer(?:s|ing)? from",
    "the child at fault": r"(?:challenging|naughty) behaviour|hard to reach",
    "blame": r"(?:you|parents) (?:have )?failed",
    "officialese": r"(?:commence\w*|terminat\w+|utilis\w+|prior to|pursuant|herein|hereby)",
    "shouting": r"(?:click here|please note)|!",
    "American": r"(?:color|behavior|center|organize\w*|recognize\w*|enroll?ment plan)",
}


@pytest.mark.parametrize("why", AVOIDED)
def test_words_we_avoid_are_not_said(why):
    avoided = re.compile(rf"(?<![\w/.-])(?:{AVOIDED[why]})(?!\w)", re.IGNORECASE)
    saying = [
        f"{text}: {found.group()}"
        for text in EVERYTHING
        for found in avoided.finditer(text.plain)
    ]

    assert not saying


def test_we_say_ehc_plan_and_never_ehcp():
    saying = [
        str(text)
        for text in EVERYTHING
        if re.search(r"\bEHCPs?\b", text.plain)
        and "Is an EHC plan the same as an EHCP" not in text.plain
        and "EHC plan and EHCP are one thing" not in text.plain
    ]

    assert not saying


def test_old_words_say_what_replaced_them():
    words = [w for path in AREAS.glob("*/glossary.toml") for w in read(path)["words"]]
    silent = [w["word"] for w in words if w["old"] and not w.get("instead")]

    assert not silent


@every_area
def test_every_helper_says_what_for_and_how_we_know(area):
    for place in (ENGLAND, OWN[area]):
        for helper in table(place, "helpers.toml", "helpers"):
            assert helper["for_what"].strip()
            assert helper["source"].strip()
            assert helper["checked_on"].year >= 2026


def test_every_word_of_the_glossaries_is_there_once():
    for area in OWN.values():
        words = [
            word["word"].lower()
            for place in (ENGLAND, area)
            for word in table(place, "glossary.toml", "words")
        ]
        assert len(words) == len(set(words)), {w for w in words if words.count(w) > 1}


def test_every_file_of_an_area_is_read_here():
    assert {path.name for path in files(AREAS)} >= {"home.toml", "letters.toml"}
