"""My plan: a shortlist in an address, with nothing kept anywhere else."""

import re
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from waymark.localoffer.models import Service
from waymark.localoffer.pages.plan import MOST, Plan, from_query

pytestmark = pytest.mark.usefixtures("marram")

PLAN = "/local-offer/my-plan/"
CLUB = UUID("df8782ea-ab73-5c25-b6d7-a713bd435226")
CLINIC = UUID("fbcd5151-8f87-5454-92c1-e37eae6be309")
TOYS = UUID("b8f675a7-5949-54c4-b263-b64d52a8ba6c")
BOTH = Plan((CLUB, CLINIC))


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_an_address_holds_the_plan_in_its_order(client):
    plan = page(client, BOTH.address)

    assert plan.index("Tideline Saturday club") < plan.index("Marram Talking Clinic")
    assert "01632 960101" in plan
    assert "My plan (2)" in plan


def test_a_service_is_added_and_taken_out_by_plain_links(client):
    club = page(client, f"/local-offer/services/{CLUB}/")
    added = re.search(r'href="(/local-offer/my-plan/\?[^"]+)"[^>]*data-plan-add', club)[
        1
    ]
    clinic = page(client, f"/local-offer/services/{CLINIC}/?{Plan((CLUB,)).query}")
    both = re.search(
        r'href="(/local-offer/my-plan/\?[^"]+)"[^>]*data-plan-add', clinic
    )[1]
    plan = page(client, both)
    less = re.search(rf'href="([^"]+)"[^>]*data-plan-remove="{CLUB.hex}"', plan)[1]

    assert added == Plan((CLUB,)).address
    assert both == BOTH.address
    assert less == Plan((CLINIC,)).address


def test_links_of_the_local_offer_bring_the_plan_along(client):
    plan = page(client, BOTH.address)

    assert f'href="/local-offer/?{BOTH.query}"' in plan
    first = page(client, f"/local-offer/?{BOTH.query}")
    assert f'<input type="hidden" name="plan" value="{BOTH.value}">' in first


def test_an_empty_plan_says_how_to_fill_it(client):
    assert "You need no account." in page(client, PLAN)


@pytest.mark.parametrize(
    "said",
    ["x", "..", "<script>", "1" * 31, "g" * 32, "%00", "0" * 32, "a." * 9000],
)
def test_what_is_no_service_is_passed_over(client, said):
    answer = client.get(PLAN, {"plan": f"{said}.{CLUB.hex}"})
    body = answer.content.decode()

    assert answer.status_code == 200
    assert "<script>alert" not in body
    if len(said) < 100:
        assert "Tideline Saturday club" in body


def test_what_can_no_longer_be_seen_is_counted_and_what_ended_says_so(client):
    Service.objects.filter(pk=CLINIC).update(visible_until="2025-01-01")
    plan = page(client, Plan((CLUB, CLINIC, TOYS)).address)

    assert "1 service in this plan is no longer in the Local Offer" in plan
    assert "Marram Talking Clinic" not in plan
    assert "This service has ended." in plan


def test_a_plan_is_read_once_each_and_never_grows_past_what_an_address_holds():
    many = [uuid4() for _ in range(MOST + 5)]
    said = QueryDict(mutable=True)
    said["plan"] = ".".join(each.hex for each in [many[0], *many])
    held = from_query(said)

    assert held.ids == tuple(many[:MOST])
    assert held.is_full
    assert held.plus(uuid4()) == held
    assert held.plus(many[0]) == held
    assert len(held.address) < 1_500


def test_it_is_sent_with_the_readers_own_mail_program_and_says_nothing_of_them(client):
    plan = page(client, BOTH.address)
    mail = unquote(re.search(r'href="(mailto:[^"]+)"', plan)[1])

    assert mail.startswith("mailto:?subject=")
    assert "01632 960101" in mail
    assert f"/local-offer/services/{CLUB}/" in mail


def test_it_is_kept_nowhere(client):
    answer = client.get(BOTH.address)

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


@pytest.mark.parametrize("file", ["text.txt", "pdf.pdf", "docx.docx", "brf.brf"])
def test_it_is_taken_away_in_every_format(client, file):
    answer = client.get(f"{PLAN}take-away/{file}?{BOTH.query}")

    assert answer.status_code == 200
    assert answer.content
    assert "my-plan" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"


def test_the_file_says_what_the_plan_holds(client):
    text = client.get(f"{PLAN}take-away/text.txt?{BOTH.query}").content.decode()

    for said in ("Tideline Saturday club", "01632 960101", "13 January 2026"):
        assert said in text


@pytest.mark.parametrize("file", ["ics.ics", "sheet.pdf", "text.pdf", "nothing.txt"])
def test_what_there_is_no_file_of_is_not_found(client, file):
    assert client.get(f"{PLAN}take-away/{file}?{BOTH.query}").status_code == 404


def test_an_empty_plan_leads_from_its_file_to_its_page(client):
    assert client.get(f"{PLAN}take-away/text.txt").url == PLAN


def test_a_plan_costs_a_fixed_number_of_queries(client, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get(BOTH.address)
