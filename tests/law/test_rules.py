"""The rules as a body: whole, honest about their sources, and fair to families."""

import re
from datetime import date

import pytest

from tests.law import golden
from waymark.law.citations import READ_ON
from waymark.law.events import Event, Kind
from waymark.law.limits import AsOrdered, EarlierOf, FirstGiven, LaterOf, Mode, Period
from waymark.law.processes import PROCESSES
from waymark.law.rule import RIGHTS, Content, Exemption, Party, Remedy, Rule, Strength
from waymark.law.rules import RULES
from waymark.law.sources import Tier
from waymark.law.tables import holder_words, time_limit_rows
from waymark.law.timeline import read
from waymark.law.words import full_words, length_words, limit_words, rule_words


def numbered(letter: str, first: int, last: int) -> list[str]:
    return [f"{letter}{number:02}" for number in range(first, last + 1)]


IDS = [
    *numbered("A", 1, 20),
    *numbered("R", 1, 14),
    *numbered("P", 1, 4),
    *numbered("X", 1, 6),
    *numbered("S", 1, 4),
    *numbered("V", 1, 8),
    *numbered("B", 1, 5),
    *numbered("D", 1, 12),
    *numbered("D", 20, 29),
    *numbered("D", 30, 37),
    "D40",
    *numbered("N", 1, 8),
    *numbered("E", 1, 2),
    *numbered("Y", 1, 4),
]

MAY_LEAD_TO_APPEAL = {"A03", "A07", "A12", "R13", "X01", "X02", "X05", "S01", "D21"}

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def test_there_are_106_rules_each_once_in_the_order_of_the_table() -> None:
    assert len(IDS) == 106
    assert list(RULES) == IDS
    assert all(rule.id == number for number, rule in RULES.items())


def test_the_whole_vocabulary_is_as_it_was_reviewed() -> None:
    reviewed = (golden.FOLDER / "rules.txt").read_text(encoding="utf-8")
    assert golden.rules_text() == reviewed


def test_the_words_of_every_limit_are_as_they_were_reviewed() -> None:
    reviewed = (golden.FOLDER / "limits.txt").read_text(encoding="utf-8")
    assert golden.limits_text() == reviewed


@every_rule
def test_a_rule_says_one_plain_sentence_without_a_typed_limit(rule: Rule) -> None:
    assert rule.says[0].isupper()
    assert rule.says.endswith(".")
    assert rule.says.count(".") == 1
    assert not re.search(r"\d", rule.says.replace("post-16", ""))
    assert len(rule.says.split()) <= 45


@every_rule
def test_no_rule_uses_a_word_families_do_not_use(rule: Rule) -> None:
    for word in ("EHCP", "deadline", "breach", "LA ", "CCG", "RCB", "target", "FTT"):
        assert word not in rule.says


@every_rule
def test_a_rule_starts_with_an_event_or_with_a_fact(rule: Rule) -> None:
    from_a_fact = bool(rule.counts_from or rule.applies_if)
    assert bool(rule.starts_with) != from_a_fact
    assert rule.met_by
    assert not rule.starts_with & rule.met_by


@every_rule
def test_a_rule_has_a_source_that_can_be_opened(rule: Rule) -> None:
    official = (
        r"https://(www\.legislation\.gov\.uk|www\.gov\.uk|"
        r"caselaw\.nationalarchives\.gov\.uk)/\S+"
    )
    assert re.fullmatch(official, rule.source.url)
    assert rule.source.instrument
    assert rule.source.provision
    assert rule.source.read_on == READ_ON


@every_rule
def test_the_link_opens_the_provision_that_is_cited(rule: Rule) -> None:
    cited = re.search(r"/(section|regulation)/(\d+)$", rule.source.url)
    if cited:
        assert re.search(rf"\b{cited[2]}\b", rule.source.provision), rule.id


@every_rule
def test_a_rule_read_only_second_hand_is_marked_to_be_checked(rule: Rule) -> None:
    assert rule.verify == (rule.source.tier in {Tier.SECONDARY, Tier.KNOWN})


@every_rule
def test_what_guidance_says_is_never_called_a_must(rule: Rule) -> None:
    if rule.source.instrument.startswith("SEND Code of Practice"):
        assert rule.strength is not Strength.MUST


@every_rule
def test_a_sentence_is_as_strong_as_its_rule(rule: Rule) -> None:
    if rule.strength is not Strength.MUST:
        assert not re.search(r"\bmust\b(?! still)", rule.says), rule.id
    if rule.strength is Strength.SHOULD:
        assert "should" in rule.says


@every_rule
def test_an_appeal_is_offered_only_where_a_decision_can_be_appealed(rule: Rule) -> None:
    assert (Remedy.APPEAL in rule.remedies) == (rule.id in MAY_LEAD_TO_APPEAL)


def test_delay_in_sending_a_plan_is_never_appealable() -> None:
    late = ("A14", "R11", "R12", "P01", "P02", "P03", "S02", "D22", "D24")
    assert not any(Remedy.APPEAL in RULES[number].remedies for number in late)


def test_annual_reviews_have_no_exemption() -> None:
    assert not any(RULES[f"R{number:02}"].exemptions for number in range(1, 15))


@pytest.mark.parametrize("number", ["S01", "S04", "P01", "P02", "P03", "A06", "A10"])
def test_a_rule_the_law_excuses_nobody_from_has_no_exemption(number: str) -> None:
    assert RULES[number].exemptions == ()


@pytest.mark.parametrize("number", ["A03", "A07", "A14", "S02"])
def test_an_assessment_may_be_lifted_by_four_circumstances_only(number: str) -> None:
    assert RULES[number].exemptions == (
        Exemption.SCHOOL_CLOSED,
        Exemption.EARLY_YEARS_CLOSED,
        Exemption.PERSONAL_CIRCUMSTANCES,
        Exemption.ABSENT_FROM_AREA,
    )


@pytest.mark.parametrize("number", ["A05", "S03"])
def test_school_holidays_never_excuse_late_health_advice(number: str) -> None:
    assert Exemption.SCHOOL_CLOSED not in RULES[number].exemptions
    assert len(RULES[number].exemptions) == 3


def test_only_rules_of_the_table_carry_exemptions() -> None:
    excused = [rule.id for rule in RULES.values() if rule.exemptions]
    orders = [*numbered("D", 20, 27), *numbered("D", 30, 37)]
    assessments = ["A03", "A05", "A07", "A14", "S02", "S03"]
    assert excused == [*assessments, *orders, "Y01", "Y03"]


@pytest.mark.parametrize("number", ["A03", "A07", "A14", "R11", "S02", "S04"])
def test_as_soon_as_practicable_stands_beside_the_outer_limit(number: str) -> None:
    assert RULES[number].also_asap
    assert full_words(RULES[number]).startswith("as soon as practicable, and within")


@pytest.mark.parametrize("number", ["A10", "R10", "Y02"])
def test_the_time_to_comment_is_a_floor_of_15_calendar_days(number: str) -> None:
    rule = RULES[number]
    assert rule.floor
    assert rule.restarts
    assert rule.limit == Period(15, Mode.DAYS_BEGINNING_WITH)
    assert rule_words(rule) == "at least 15 days"


def test_only_windows_are_floors() -> None:
    floors = [rule.id for rule in RULES.values() if rule.floor]
    assert floors == ["A10", "R10", "X03", "Y02"]


@pytest.mark.parametrize("number", ["A03", "A07", "R13", "D21", "D31"])
def test_a_refusal_must_give_its_reasons_and_the_familys_rights(number: str) -> None:
    assert set(RULES[number].contents) == {Content.REASONS, *RIGHTS}


@pytest.mark.parametrize(
    ("conceded", "ordered"),
    list(zip(numbered("D", 30, 37), numbered("D", 20, 27), strict=True)),
)
def test_giving_way_has_the_same_limit_as_an_order(conceded: str, ordered: str) -> None:
    assert RULES[conceded].limit == RULES[ordered].limit
    assert RULES[conceded].met_by == RULES[ordered].met_by
    assert RULES[conceded].exemptions == RULES[ordered].exemptions
    assert not RULES[conceded].starts_with & RULES[ordered].starts_with


def test_a_refusal_that_is_given_up_brings_back_the_first_20_weeks() -> None:
    final = RULES["A14"]
    assert Kind.DECIDED_NOT_TO_ASSESS in final.ended_by
    assert Kind.REFUSAL_CONCEDED in final.revived_by
    assert not final.restarts
    assert final.starts_with == {Kind.REQUEST_RECEIVED, Kind.BROUGHT_TO_NOTICE}


def test_a_new_draft_opens_a_new_window_but_no_new_20_weeks() -> None:
    assert Kind.NEW_DRAFT_SERVED in RULES["A10"].starts_with
    assert Kind.NEW_DRAFT_SERVED not in RULES["A14"].starts_with


def test_a_notice_of_changes_is_a_decision_to_amend() -> None:
    for number in ("R01", "R02", "R08"):
        assert Kind.AMENDMENT_NOTICE_SENT in RULES[number].met_by


def test_giving_way_on_contents_too_gives_the_setting_the_longer_limit() -> None:
    assert Kind.CONCEDED_CONTENTS in RULES["D36"].ended_by
    order = [step.kind for step in PROCESSES["tribunal-order"].steps]
    assert order.index(Kind.CONCEDED_SETTING) < order.index(Kind.CONCEDED_CONTENTS)


EXEMPLARS = [
    ("A03", "within 6 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("A07", "within 16 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("A09", "within 14 weeks", Party.LOCAL_AUTHORITY, Strength.PRACTICE),
    ("A13", "within 15 days", Party.SETTING, Strength.SHOULD),
    ("A14", "within 20 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("R01", "within 12 months", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("R03", "every 3 to 6 months", Party.LOCAL_AUTHORITY, Strength.SHOULD),
    ("R05", "at least 2 weeks before", Party.ARRANGER, Strength.MUST),
    ("R08", "within 4 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("R11", "within 8 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("R12", "within 12 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("P01", "before 15 February", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("P02", "before 31 March", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("P03", "at least 5 months before", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("X01", "before the decision", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("S01", "within 15 days", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("S02", "within 14 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("V02", "within 15 working days", Party.OLD_AUTHORITY, Strength.MUST),
    ("V04", "within 12 months", Party.NEW_AUTHORITY, Strength.MUST),
    ("B03", "within 3 months", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("D01", "within 2 months", Party.PARENT, Strength.MUST),
    ("D04", "within 30 days", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("D08", "within 2 months", Party.PARENT, Strength.MUST),
    ("D11", "within 1 week", Party.COMMISSIONER, Strength.MUST),
    ("D25", "within 5 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("D36", "within 2 weeks", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("N02", "at least 3 times in each school year", Party.SETTING, Strength.SHOULD),
    ("N06", "within 3 years", Party.SETTING, Strength.MUST),
    ("N07", "at least every 12 months", Party.LOCAL_AUTHORITY, Strength.MUST),
    ("E02", "before the third birthday", Party.EARLY_YEARS_PROVIDER, Strength.MUST),
    ("Y01", "within 6 weeks", Party.HOME_AUTHORITY, Strength.MUST),
]


@pytest.mark.parametrize(
    ("number", "words", "holder", "strength"), EXEMPLARS, ids=[e[0] for e in EXEMPLARS]
)
def test_who_must_act_and_by_when_in_words(
    number: str, words: str, holder: Party, strength: Strength
) -> None:
    rule = RULES[number]
    assert (rule_words(rule), rule.holder, rule.strength) == (words, holder, strength)


def test_an_appeal_is_due_on_the_later_of_two_days_and_then_rolls_forward() -> None:
    limit = RULES["D08"].limit
    assert isinstance(limit, LaterOf)
    assert [branch.limit for branch in limit.branches] == [
        Period(2, Mode.MONTHS_AFTER),
        Period(1, Mode.MONTHS_AFTER),
    ]
    assert limit.then == Period(0, Mode.TRIBUNAL_MONTHS)


def test_the_review_decision_is_due_on_the_earlier_of_two_days() -> None:
    limit = RULES["R08"].limit
    assert isinstance(limit, EarlierOf)
    assert [branch.limit for branch in limit.branches] == [
        Period(4, Mode.WEEKS_WITHIN),
        Period(12, Mode.MONTHS_BEGINNING_WITH),
    ]


def test_the_day_the_tribunal_directs_comes_before_the_usual_30_working_days() -> None:
    limit = RULES["D12"].limit
    assert isinstance(limit, FirstGiven)
    assert [branch.limit for branch in limit.branches] == [
        AsOrdered(),
        Period(30, Mode.TRIBUNAL_WORKING_DAYS),
    ]


def test_a_decision_sent_back_has_no_made_up_number_of_weeks() -> None:
    assert RULES["D29"].limit == AsOrdered()


def test_all_fourteen_ways_of_counting_are_used() -> None:
    modes = "W|D0|D1|M0|M1|WD0|WD1|MB|WB|NOW|ASAP|TWD|B|T"
    used = set(re.findall(rf"\d+ ({modes})\b", golden.limits_text()))
    assert used == {str(mode) for mode in Mode}


def test_no_limit_is_left_without_words() -> None:
    for rule in RULES.values():
        assert limit_words(rule.limit)
        assert "{" not in rule_words(rule)
        assert "  " not in full_words(rule)


@pytest.mark.parametrize(
    ("number", "length"),
    [
        ("A03", "6 weeks"),
        ("A10", "15 days"),
        ("D01", "2 months"),
        ("D02", "3 working days"),
        ("D08", "2 months"),
        ("A16", ""),
        ("N02", ""),
        ("N04", ""),
    ],
)
def test_the_length_of_a_limit_is_said_alone(number: str, length: str) -> None:
    assert length_words(RULES[number]) == length


def test_the_table_of_time_limits_has_a_row_for_every_rule() -> None:
    rows = time_limit_rows()
    assert [row.id for row in rows] == IDS
    for row in rows:
        assert row.says
        assert row.limit
        assert row.holder[0].isupper()
        assert row.link.startswith("https://")
        assert row.process_title == PROCESSES[row.process].title


def test_a_planning_target_offers_no_remedy_to_a_family() -> None:
    row = next(row for row in time_limit_rows() if row.id == "A09")
    assert row.remedies == ()
    assert row.strength == "Practice: a plan, not the law"


def test_a_row_names_every_event_it_may_be_counted_from() -> None:
    row = next(row for row in time_limit_rows() if row.id == "A03")
    assert row.counted_from == (
        "The request reaches the council, or somebody else tells the council about "
        "the child"
    )


def test_a_party_without_words_of_its_own_is_named_as_it_is() -> None:
    assert holder_words(Party.TRIBUNAL) == "The tribunal"


def test_four_rules_are_endings_that_may_never_come():
    endings = [rule.id for rule in RULES.values() if rule.one_ending]

    assert endings == ["A07", "R13", "D21", "D31"]


def test_nobody_is_late_with_an_ending_that_may_never_come():
    asked = Event(Kind.REQUEST_RECEIVED, date(2026, 1, 5))
    reading = read(RULES["A07"], [asked], date(2026, 6, 1))

    assert reading.says == "The last lawful day for this ending was 27 April 2026."
