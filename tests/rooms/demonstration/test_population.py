"""An invented authority adds up to what is published, and nobody in it is anybody."""

import hashlib
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.accounts import account_of
from tests.factories.organisations import CODE, a_setting, an_authority
from tests.people import QUILL
from waymark.accounts.models import Account
from waymark.accounts.queries import actor_of
from waymark.casework.models import Episode
from waymark.config import command
from waymark.demonstration import families
from waymark.demonstration import services as demonstration
from waymark.demonstration.population import (
    asking,
    drawing,
    loading,
    margins,
    names,
    writing,
)
from waymark.demonstration.population.asking import paired
from waymark.demonstration.population.children import School, children
from waymark.demonstration.population.margins import Place
from waymark.demonstration.population.planted import planted
from waymark.demonstration.population.requests import (
    SIX_WEEKS,
    TWENTY_WEEKS,
    requests,
)
from waymark.law.progress import check
from waymark.organisations.models import Organisation
from waymark.people.identifiers import Kind, checked
from waymark.people.models import Address, Child, Relationship
from waymark.people.queries import visible_children
from waymark.people.services import taking_in

AS_AT = date(2026, 1, 13)
SCHOOLS = [
    School("1", Place.MAINSTREAM, 4, 10),
    School("2", Place.MAINSTREAM, 11, 18),
    School("3", Place.SPECIAL, 2, 19),
    School("4", Place.COLLEGE, 16, 25),
    School("5", Place.ALTERNATIVE, 5, 16),
    School("6", Place.EARLY_YEARS, 2, 5),
]


def southend(seed=1, number=margins.PLANS, as_at=AS_AT):
    return list(children(number=number, seed=seed, as_at=as_at, schools=SCHOOLS))


@pytest.fixture(scope="module")
def everybody():
    return southend()


# ---- the totals ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("margin", "of"),
    [
        (margins.NEEDS, lambda child: child.need),
        (margins.SEXES, lambda child: child.sex),
        (margins.PLACES, lambda child: child.place),
        (margins.ETHNICITIES, lambda child: child.ethnicity),
    ],
    ids=["need", "sex", "place", "ethnicity"],
)
def test_a_total_is_within_one_in_a_hundred_of_the_published_one(everybody, margin, of):
    held = Counter(of(child) for child in everybody)
    whole = sum(margin.shares.values())
    assert set(held) == set(margin.shares)
    for key, share in margin.shares.items():
        assert abs(held[key] - margins.PLANS * share / whole) <= 0.01 * margins.PLANS


def test_the_ages_are_those_published(everybody):
    august = date(2025, 8, 31)
    held = Counter(
        august.year
        - child.born_on.year
        - ((child.born_on.month, child.born_on.day) > (8, 31))
        for child in everybody
    )
    for age, number in margins.AGES.shares.items():
        assert abs(held[age] - number) <= 20, age


def test_unclassified_ethnicity_stays_as_it_is_published(everybody):
    assert sum(child.ethnicity == "" for child in everybody) == 91


def test_what_is_a_guess_says_so():
    guesses = {margin.of for margin in margins.EVERY if margin.is_guess}
    assert "requests by who asked" in guesses
    assert "plans with a second need" in guesses
    assert "plans by primary need" not in guesses
    assert all(margin.source for margin in margins.EVERY)


# ---- nobody is anybody ---------------------------------------------------------------


def test_every_number_is_right_and_nobodys(everybody):
    for child in everybody:
        assert checked(Kind.UPN, child.upn)[4:8] == "9999"
        assert checked(Kind.NHS, child.nhs).startswith("999")
    assert len({child.upn for child in everybody}) == len(everybody)
    assert len({child.nhs for child in everybody}) == len(everybody)


def test_every_street_is_invented_and_no_postcode_can_be_anybodys(everybody):
    for child in everybody:
        for home in (child, *child.adults):
            assert "Invented" in home.street
            assert re.fullmatch(r"SS[01239] \d[CIKMOV]{2}", home.postcode)


def test_every_telephone_is_one_that_is_kept_for_stories(everybody):
    for child in everybody:
        assert all(re.fullmatch(r"01632 960\d{3}", a.phone) for a in child.adults)


def test_names_trip_careless_programs_now_and_then(everybody):
    said = "".join(child.surname for child in everybody)
    assert set("'Æü") & set(said)
    assert len(set(names.FORENAMES)) == len(names.FORENAMES)


def test_a_few_have_no_pupil_number_and_nothing_else_is_different(everybody):
    told = list(planted(everybody, seed=1))
    changed = [(a, b) for a, b in zip(everybody, told, strict=True) if a != b]

    assert 0.01 <= len(changed) / len(everybody) <= 0.03
    assert all(replace(before, upn="") == after for before, after in changed)


# ---- lives ---------------------------------------------------------------------------


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_every_life_is_possible(seed, as_at):
    for child in southend(seed, 60, as_at):
        assert child.born_on < as_at
        assert child.joined_on <= as_at
        assert child.joined_on > child.born_on
        assert (as_at - child.born_on).days < 27 * 366
        for adult in child.adults:
            assert (child.born_on - adult.born_on).days >= 18 * 365
            assert adult.lives_apart or adult.street == child.street
            assert not adult.is_kept_back or adult.lives_apart
        assert (child.elsewhere != "") == (child.place is Place.ELSEWHERE)
        assert child.second_need != child.need


def test_the_same_seed_makes_the_same_people_and_another_others():
    assert southend(7, 60) == southend(7, 60)
    assert southend(7, 60) != southend(8, 60)


def test_the_same_seed_makes_the_same_bytes_for_ever(tmp_path):
    preset = writing.PRESETS["small"]
    made = writing.write(tmp_path, preset, seed=1, as_at=AS_AT, schools=SCHOOLS)
    assert made[0] == 60
    said = b"".join(file.read_bytes() for file in sorted(tmp_path.iterdir()))
    assert hashlib.sha256(said).hexdigest()[:16] == GOLDEN


GOLDEN = "3f48ec474f1bb3d3"


# ---- requests ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def asked():
    return list(requests(a_year=569, years=3, seed=1, as_at=AS_AT))


def test_each_year_has_its_requests(asked):
    assert 1_650 <= len(asked) <= 569 * 3
    assert [each.number for each in asked] == list(range(len(asked)))
    assert all(each.asked_on <= AS_AT for each in asked)
    assert not any(each.asked_on.weekday() > 4 for each in asked)


def test_most_decisions_are_in_six_weeks_and_few_plans_in_twenty(asked):
    days = [(e.decided_on - e.asked_on).days for e in asked if e.decided_on]
    assert 0.90 <= sum(d <= SIX_WEEKS for d in days) / len(days) <= 0.96
    old = [e for e in asked if e.outcome == "plan" and e.asked_on < date(2024, 7, 1)]
    weeks = [(e.ended_on - e.asked_on).days for e in old]
    assert 0.10 <= sum(w <= TWENTY_WEEKS for w in weeks) / len(weeks) <= 0.24


def test_nothing_happens_before_what_it_follows_from_or_after_the_day(asked):
    for each in asked:
        if each.decided_on:
            assert each.asked_on < each.decided_on <= AS_AT
        if each.ended_on:
            assert each.decided_on < each.ended_on <= AS_AT
            assert each.outcome
        assert (each.outcome == "") == (each.ended_on is None)


# ---- in the records ------------------------------------------------------------------


def test_each_request_is_of_a_child_of_about_its_age_and_no_child_has_two(
    everybody, asked
):
    pairs = list(paired(asked[-569:], everybody))
    ages = [abs(one.asked_on.year - c.born_on.year - one.age) for one, c in pairs]

    assert len(pairs) == 569
    assert len({child.number for _one, child in pairs}) == 569
    assert sum(age <= 3 for age in ages) / len(ages) > 0.9


def test_with_more_requests_than_children_some_requests_have_nobody(asked):
    few = southend(1, 3)

    assert len(list(paired(asked, few))) == 3


def test_every_request_that_is_loaded_is_in_the_order_of_the_law(store):
    preset = writing.PRESETS["small"]
    loading.load(preset, seed=1, as_at=AS_AT)
    first = asking.load_requests(preset, seed=1, as_at=AS_AT)
    again = asking.load_requests(preset, seed=1, as_at=AS_AT)
    faults = [
        check("ehc-needs-assessment", [h.as_event() for h in e.happenings.all()])
        for e in Episode.objects.prefetch_related("happenings")
    ]

    assert first == Episode.objects.count() >= 14
    assert again == 0
    assert not any(faults)


# ---- drawing -------------------------------------------------------------------------


@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 900), min_size=1, max_size=9),
    st.integers(1, 2_000),
)
def test_whole_people_are_shared_out_within_one_of_their_share(shares, number):
    margin = margins.Margin("invented", shares)
    held = Counter(drawing.shared_out(margin, number))
    whole = sum(shares.values())
    assert sum(held.values()) == number
    assert all(abs(held[k] - number * v / whole) < 1 for k, v in shares.items())


# ---- into the store ------------------------------------------------------------------


@pytest.fixture
def store(db):
    an_authority(is_demonstration=True)
    for number, sort in enumerate(("primary", "secondary", "special", "college")):
        a_setting(f"Invented School {number}", sort=sort, la_code=CODE)
    Organisation.objects.filter(kind="authority").update(code=CODE)
    demonstration.invent_people()
    families.invent_families()


def test_it_is_loaded_once_and_seen_by_its_officers_and_their_manager(store):
    small = writing.PRESETS["small"]
    first = loading.load(small, seed=1, as_at=AS_AT)
    again = loading.load(small, seed=1, as_at=AS_AT)
    assert (first.new, first.of) == (60, 60)
    assert (again.new, again.of) == (0, 60)
    hester = actor_of(Account.objects.get(email="hester@example.org"))
    davina = actor_of(Account.objects.get(email="davina@example.org"))
    assert visible_children(hester).count() == 62
    assert visible_children(davina).count() == 2 + 8
    assert not visible_children(actor_of(account_of(QUILL))).exists()
    assert Address.objects.filter(is_restricted=True).count() <= 10
    assert Relationship.objects.count() > 100


def test_another_authority_is_not_put_on_top(store):
    small = writing.Preset(plans=5, requests_a_year=1)
    loading.load(small, seed=1, as_at=AS_AT)
    before = Child.objects.count()
    with pytest.raises(loading.NotADemonstration, match="Another invented authority"):
        loading.load(small, seed=2, as_at=AS_AT)
    assert Child.objects.count() == before


def test_taking_in_is_all_or_nothing(store, monkeypatch):
    monkeypatch.setattr(taking_in, "AT_ONCE", 2)
    before = Child.objects.count()
    real = taking_in._Rows.save

    def breaks(rows):
        real(rows)
        raise RuntimeError("cut off")

    monkeypatch.setattr(taking_in._Rows, "save", breaks)
    with pytest.raises(RuntimeError):
        loading.load(writing.PRESETS["small"], seed=1, as_at=AS_AT)
    assert Child.objects.count() == before


@pytest.mark.parametrize("people", [True, False])
def test_a_live_store_and_one_without_its_people_are_left_alone(db, people):
    an_authority(is_demonstration=not people)
    with pytest.raises(loading.NotADemonstration):
        loading.load(writing.PRESETS["small"], seed=1, as_at=AS_AT)


def test_the_command_loads_writes_and_refuses(store, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("waymark.config.invented.open_store", lambda: None)
    asked = ["demonstrate", "population", "--as-at", "2026-01-13"]
    assert command.main(asked) == 0
    assert "60 invented children written down, of 60." in capsys.readouterr().out
    out = [*asked, "--out", str(tmp_path / "made")]
    assert command.main(out) == 0
    assert "60 children" in capsys.readouterr().out
    assert command.main(out) == 2
    assert "made" in capsys.readouterr().err
