"""What an area's own folder says of who is at work there."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from waymark.organisations import services
from waymark.organisations.models import Authority, Organisation, Team

pytestmark = pytest.mark.django_db
SOUTHEND = Path(__file__).resolve().parents[3] / "areas" / "southend"
AREA = "[area]\nkey='a'\nname='A'\ncouncil='A Council'\n"
ONE = "[[organisations]]\nkind='icb'\nname='B'\nsource='s'\nchecked_on=2026-01-05\n"


def test_southend_names_its_board_its_trusts_and_their_services():
    services.begin_area(SOUTHEND)
    kinds = Organisation.objects.exclude(kind="setting").order_by("kind", "name")

    assert list(kinds.values_list("kind", flat=True)) == [
        "authority",
        "icb",
        "service",
        "service",
        "service",
        "trust",
        "trust",
    ]
    lighthouse = Organisation.objects.get(name__startswith="Lighthouse")
    assert lighthouse.part_of.name.endswith("(EPUT)")
    assert set(Team.objects.values_list("organisation__kind", flat=True)) == {
        "authority"
    }


def test_an_area_that_names_nobody_has_its_authority(tmp_path):
    (tmp_path / "area.toml").write_text(AREA)
    services.begin_area(tmp_path)

    assert Organisation.objects.get().name == "A Council"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (ONE.replace("icb", "setting"), "organisation 1: 'setting' is no kind"),
        (ONE.replace("name='B'\n", ""), "organisation 1: needs 'name'"),
        (ONE.replace("source='s'\n", ""), "organisation 1: needs 'source'"),
        (ONE + "head='C'\n", "organisation 1: 'head' is not known; use"),
        (ONE + ONE + "part_of='C'\n", "organisation 2: part_of names 'C'"),
        (ONE + "email='b'\n", "organisation 1: .*email"),
        (ONE + "code='1'\n" + ONE + "code='1'\n", "organisation 2: Constraint"),
        ("[organisations", "is not good TOML"),
    ],
)
def test_a_fault_in_the_file_is_named_and_nothing_is_begun(tmp_path, file, says):
    (tmp_path / "area.toml").write_text(AREA)
    (tmp_path / "organisations.toml").write_text(file)

    with pytest.raises(services.BadAreaFolder, match=says):
        services.begin_area(tmp_path)
    assert not Organisation.objects.exists()


def test_an_authority_begun_before_organisations_becomes_one():
    older = Authority.objects.create(key="a", name="A", council="A Council")
    migration = import_module(
        "waymark.organisations.migrations.0004_the_authority_is_an_organisation"
    )
    for _twice in range(2):
        migration.begin(apps, None)

    older.refresh_from_db()
    assert older.organisation == Organisation.objects.get()
    assert (older.organisation.kind, older.organisation.name) == (
        "authority",
        "A Council",
    )
