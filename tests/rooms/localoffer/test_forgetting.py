"""Old versions of an entry go after six years; how it stands now never does."""

import pytest
import time_machine

from tests.factories.localoffer import a_record, published
from waymark.localoffer.assurance import tasks
from waymark.localoffer.models import OrganisationVersion, ServiceVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed_in_a_year():
    """Written on 13 January 2026, and again a year later."""
    published(a_record("Kite Club"))
    with time_machine.travel("2027-01-13 12:00:00+00:00", tick=False):
        published(a_record("Kite Club", description="Now on Mondays."))


def numbers() -> list[int]:
    return sorted(ServiceVersion.objects.values_list("number", flat=True))


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2033-01-13 12:00:00+00:00", [1, 2]),
        ("2033-01-13 12:00:01+00:00", [2]),
        ("2083-01-13 12:00:01+00:00", [2]),
    ],
)
def test_a_version_goes_six_years_after_the_next_took_its_place(
    changed_in_a_year, day, left
):
    with time_machine.travel(day, tick=False):
        assert tasks.forget_old_versions.func() == 2 - len(left)
    assert numbers() == left


def test_an_organisation_keeps_the_newest_word_of_itself(changed_in_a_year):
    before = OrganisationVersion.objects.count()
    assert before
    with time_machine.travel("2083-01-13 12:00:00+00:00", tick=False):
        tasks.forget_old_versions.func()
    whose = OrganisationVersion.objects.values_list("organisation", flat=True)
    assert OrganisationVersion.objects.count() == len(set(whose)) > 0
