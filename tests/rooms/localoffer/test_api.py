"""The Open Referral UK API, as its consumers meet it."""

import json

import pytest
from django.test import Client, override_settings

from tests.factories.localoffer import a_place, a_record, an_id, published
from tests.rooms.localoffer import saved
from waymark.localoffer import services
from waymark.localoffer.taxonomies import NEED
from waymark.localoffer.views import openness

pytestmark = pytest.mark.django_db
V3, V1 = "/open-referral/v3", "/open-referral/v1"
ENVELOPE = {
    "total_items",
    "total_pages",
    "page_number",
    "size",
    "first_page",
    "last_page",
    "empty",
    "contents",
}
LISTS = [
    "services",
    "organizations",
    "service_at_locations",
    "taxonomies",
    "taxonomy_terms",
]
every_list = pytest.mark.parametrize("name", LISTS)


@pytest.fixture
def api(marram):
    """Asks the API of the invented area."""
    client = Client()
    return lambda path, **more: client.get(V3 + path, **more)


def lines(answer):
    return [json.loads(line) for line in answer.getvalue().decode().splitlines()]


def names(answer):
    return [record["name"] for record in answer.json()["contents"]]


# ---- the base -----------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "/"])
def test_the_base_says_which_standard_this_is(api, path):
    about = api(path).json()

    assert about["version"] == "HSDS-UK-3.0"
    assert about["openapi_url"] == "http://testserver/open-referral/v3/openapi.json"
    assert saved.faults("api_details.json", about) == []


# ---- lists --------------------------------------------------------------------------


@every_list
def test_a_list_comes_in_its_envelope_with_and_without_a_slash(api, name):
    page, same = api(f"/{name}"), api(f"/{name}/")

    assert page.json().keys() == ENVELOPE
    assert page.content == same.content
    assert saved.faults(saved.SCHEMA_OF[list_name(name)], page.json()) == []


def list_name(name):
    return {"taxonomies": "taxonomy_list"}.get(name, f"{name[:-1]}_list")


@every_list
def test_pages_hold_everything_once(api, name):
    everything = api(f"/{name}?per_page=500").json()["contents"]
    pages = api(f"/{name}?per_page=2").json()["total_pages"]
    found = [
        record
        for page in range(1, pages + 1)
        for record in api(f"/{name}?per_page=2&page={page}").json()["contents"]
    ]

    assert found == everything


@every_list
def test_a_page_past_the_end_is_empty_and_no_mistake(api, name):
    page = api(f"/{name}?page=9999")

    assert page.status_code == 200
    assert (page.json()["empty"], page.json()["contents"]) == (True, [])


def test_the_order_is_that_of_the_last_change_and_then_of_the_id(api):
    published(
        a_record("Newer", last_modified="2025-02-01T00:00:00Z"),
        a_record("Older", last_modified="2024-02-01T00:00:00Z"),
        *(a_record(n, last_modified="2025-01-01T00:00:00Z") for n in ("One", "Two")),
    )
    found = api("/services").json()["contents"][:4]
    middle = sorted([an_id("service", "One"), an_id("service", "Two")])

    assert [each["id"] for each in found] == [
        an_id("service", "Older"),
        *middle,
        an_id("service", "Newer"),
    ]


def test_a_list_is_light_unless_all_is_asked_for(api):
    light = api("/services?search=saturday").json()["contents"][0]
    whole = api("/services?search=saturday&full=true").json()["contents"][0]

    assert not [name for name, value in light.items() if isinstance(value, list)]
    assert light["organization"]["name"] == "Tideline"
    assert whole["service_at_locations"][0]["location"]["name"] == "Dune Hall"


def test_least_things_are_ids_and_moments_on_one_page(api):
    page = api("/services?minimal=true").json()

    assert page["total_pages"] == 1
    assert {frozenset(each) for each in page["contents"]} == {
        frozenset({"id", "modified_date", "last_modified"})
    }


@every_list
def test_a_stream_gives_everything_one_a_line(api, name):
    answer = api(f"/{name}?format=ndjson&per_page=1")

    assert answer["Content-Type"] == "application/x-ndjson"
    assert lines(answer) == api(f"/{name}?per_page=500").json()["contents"]


# ---- one by one ---------------------------------------------------------------------


@every_list
def test_each_thing_of_a_list_can_be_asked_for(api, name):
    for record in api(f"/{name}").json()["contents"]:
        for end in ("", "/"):
            assert api(f"/{name}/{record['id']}{end}").json()["id"] == record["id"]


@every_list
@pytest.mark.parametrize("key", ["nothing", "17", an_id("nobody")])
def test_what_is_not_there_is_a_404_with_a_sentence(api, name, key):
    answer = api(f"/{name}/{key}")

    assert answer.status_code == 404
    assert "nothing with this id" in answer.json()["message"]


def test_what_is_not_published_is_not_there(api):
    services.save_draft(a_record("Kite Club"))

    assert api(f"/services/{an_id('service', 'Kite Club')}").status_code == 404
    assert "Kite Club" not in names(api("/services"))


def test_an_organisation_has_its_services_in_short_or_whole(api):
    [brief] = [
        x for x in api("/organizations").json()["contents"] if x["name"] == "Tideline"
    ]
    one = api(f"/organizations/{brief['id']}").json()
    full = api(f"/organizations/{brief['id']}?full_service=true").json()

    assert "services" not in brief
    assert {each["name"] for each in one["services"]} == {
        "Tideline Saturday club",
        "Marram Toy Library",
    }
    assert "schedules" not in one["services"][0]
    assert any("schedules" in each for each in full["services"])
    assert saved.faults("organization.json", full) == []


def test_a_list_of_organisations_can_hold_all_of_them(api):
    full = api("/organizations?full_service=true&search=tideline").json()["contents"][0]

    assert any("schedules" in each for each in full["services"])


def test_a_service_at_a_place_holds_both(api):
    [place] = api("/service_at_locations?search=tideline").json()["contents"]
    one = api(f"/service_at_locations/{place['id']}").json()

    assert one["location"]["addresses"][0]["postal_code"] == "MM1 1AA"
    assert one["service"]["schedules"]
    assert "service_at_locations" not in one["service"]
    assert saved.faults("service_at_location.json", one) == []


def test_a_list_of_terms_holds_its_terms(api):
    need = api(f"/taxonomies/{NEED.id}").json()

    assert "Autism" in {term["name"] for term in need["taxonomy_terms"]}
    assert saved.faults("taxonomy.json", need) == []


def test_terms_can_be_narrowed(api):
    top = names(api(f"/taxonomy_terms?taxonomy_id={NEED.id}&top_only=true"))
    below = names(api(f"/taxonomy_terms?parent_id={NEED.id_of('communication')}"))

    assert "Communication and interaction" in top
    assert "Autism" not in top
    assert set(below) == {"Autism", "Speech, language and communication"}
    assert names(api("/taxonomy_terms?search=autis")) == ["Autism"]


# ---- where --------------------------------------------------------------------------


def test_places_within_so_many_metres(api):
    near = api("/service_at_locations?postcode=mm11aa&proximity=100").json()
    wider = api("/service_at_locations?postcode=MM1 1AA&proximity=5000").json()

    assert [each["location"]["name"] for each in near["contents"]] == ["Dune Hall"]
    assert wider["total_items"] == 2


def test_a_postcode_alone_asks_which_areas_cover_it(api):
    area = [{"id": an_id("area"), "name": "Marram"}]
    published(
        a_record("Here", service_areas=area, service_at_locations=[a_place()]),
        a_record("Anywhere", service_at_locations=[a_place()]),
        a_record(
            "Drawn",
            service_at_locations=[a_place()],
            service_areas=[{"id": an_id("drawn"), "extent": drawn(1.6, 1.8)}],
        ),
        a_record(
            "Drawn elsewhere",
            service_at_locations=[a_place()],
            service_areas=[{"id": an_id("else"), "extent": drawn(3, 4)}],
        ),
    )
    found = api("/service_at_locations?postcode=MM1 1AA").json()["contents"]

    assert {each["service"]["name"] for each in found} == {"Here", "Drawn"}


def drawn(west, east):
    ring = [[west, 52.5], [east, 52.5], [east, 52.7], [west, 52.7], [west, 52.5]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def test_an_unknown_postcode_is_said(api):
    answer = api("/service_at_locations?postcode=ZZ1 1ZZ")

    assert answer.status_code == 400
    assert answer.json()["message"].startswith("postcode: this is not one of")


# ---- what cannot be read ------------------------------------------------------------

BAD = [
    "/services?page=0",
    "/services?page=two",
    "/services?per_page=-1",
    "/services?format=xml",
    "/services?taxonomy_term_id=autism",
    "/services?modified_after=yesterday",
    "/services?minimal=perhaps",
    "/services?minimum_age=-1",
    "/services?minimum_age=nan",
    "/services?day=Sunday",
    "/services?start_time=late",
    "/service_at_locations?proximity=100",
    "/service_at_locations?postcode=MM1 1AA&proximity=far",
    "/services?search=%00",
]


@pytest.mark.parametrize("path", BAD)
def test_a_value_that_cannot_be_read_is_refused_with_a_sentence(api, path):
    answer = api(path)
    name = path.rsplit("&", 1)[-1].split("?")[-1].split("=")[0]

    assert answer.status_code == 400
    assert answer.json()["message"].startswith(f"{name}: ")
    assert answer["Cache-Control"] == "no-store"


def test_a_word_that_nobody_described_is_passed_over(api):
    assert api("/services?colour=blue").content == api("/services").content


def test_search_takes_its_words_as_they_are(api):
    for asked in ("100%", "a_b", "\\", "' OR 1=1 --", '"'):
        assert names(api("/services", data={"search": asked})) == []


def test_a_moment_may_be_written_with_its_zone_or_without(api):
    for at in ("2026-01-13", "2026-01-13T10:00:00Z", "2026-01-13T10:00:00+00:00"):
        assert api(f"/services?modified_after={at}").json()["total_items"] == 4
    assert api("/services?modified_after=2026-01-13T10:00:01Z").json()["empty"]


# ---- open to everybody --------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["", "/services", "/services/nothing", "/services?page=0"]
)
def test_any_page_of_the_web_may_read_it(api, path):
    answer = api(path)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies


def test_a_browser_that_asks_first_is_told_what_is_allowed(marram):
    answer = Client().options(f"{V3}/services")

    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(marram, method):
    answer = getattr(Client(), method)(f"{V3}/services")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_the_head_of_an_answer_can_be_asked_for_alone(marram):
    answer = Client().head(f"{V3}/services")

    assert (answer.status_code, answer.content) == (200, b"")


def test_what_has_not_changed_is_not_sent_again(api):
    first = api("/services")
    again = api("/services", headers={"If-None-Match": first["ETag"]})
    published(a_record("Kite Club"))
    changed = api("/services", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_an_answer_may_be_kept_for_a_minute_and_is_not_listed(api):
    answer = api("/services?search=speech")

    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Robots-Tag"] == "noindex"


def test_one_visitor_may_ask_so_often_in_a_minute(api, monkeypatch):
    monkeypatch.setattr(openness, "A_MINUTE", 40)
    found = [api("/").status_code for _ in range(41)]
    refused = api("/")

    assert found == [200] * 40 + [429]
    assert refused["Retry-After"] == "60"
    assert refused["Access-Control-Allow-Origin"] == "*"


def test_another_visitor_and_the_next_minute_are_served(
    marram, monkeypatch, an_ordinary_tuesday_in_term
):
    monkeypatch.setattr(openness, "A_MINUTE", 20)
    client = Client()
    with override_settings(TRUSTED_PROXIES=1):
        one, other = ({"X-Forwarded-For": f"203.0.113.{n}"} for n in (1, 2))
        asked = [client.get(f"{V3}/", headers=one).status_code for _ in range(21)]
        assert asked[-1] == 429
        assert client.get(f"{V3}/", headers=other).status_code == 200
        an_ordinary_tuesday_in_term.shift(60)
        assert client.get(f"{V3}/", headers=one).status_code == 200


def test_workers_share_one_count(api, monkeypatch):
    monkeypatch.setattr(openness, "A_MINUTE", 40)
    api("/")
    openness._taken.clear()  # as if another worker answered
    api("/")
    openness._taken.clear()

    assert api("/").status_code == 429


# ---- version 1.0 --------------------------------------------------------------------


@pytest.fixture
def old(marram):
    client = Client()
    return lambda path: client.get(V1 + path)


def test_the_older_api_gives_the_same_records_under_older_names(old):
    page = old("/services?text=saturday").json()
    [found] = page["content"]

    assert (page["totalElements"], page["number"], page["first"]) == (1, 1, True)
    assert found["eligibilitys"][0]["maximum_age"] == 11
    assert found == old(f"/services/{found['id']}/").json()
    judge = json.loads(
        (saved.HERE / "spec-1.0" / "schema" / "service.json").read_text()
    )
    assert all(name in found for name in judge["required"])


OLDER = {
    "/services": 4,
    "/services?minimum_age=20": 2,
    "/services?maximum_age=4": 3,
    "/services?day=Saturday": 1,
    "/services?postcode=MM2 2BB&proximity=500": 1,
    "/services?coverage=MM1 1AA": 1,
    f"/services?taxonomy_id={NEED.id_of('communication')}": 2,
    f"/services?need={NEED.id_of('speech')}": 1,
    "/organizations": 3,
    "/taxonomies?text=autism": 1,
    "/taxonomies?vocabulary=stage": 5,
    f"/taxonomies?parent_id={NEED.id_of('communication')}": 2,
    "/taxonomies?vocabulary=stage&root_only=true": 5,
    "/reviews": 0,
}


@pytest.mark.parametrize(("path", "number"), OLDER.items())
def test_the_older_questions_are_answered(old, path, number):
    assert old(path).json()["totalElements"] == number


def test_the_older_things_can_be_asked_for_one_by_one(old):
    for name in ("organizations", "taxonomies"):
        one = old(f"/{name}").json()["content"][0]
        assert old(f"/{name}/{one['id']}").json() == one
        assert old(f"/{name}/nothing").status_code == 404
    assert old("/reviews/nothing").status_code == 404
    assert old("/services/nothing").status_code == 404
    assert "Area of need" in old("/vocabularies").json()
    assert old("").json()["version"] == "1.0"
    assert old("/services?page=0").status_code == 400
    assert old("/services?proximity=5").status_code == 400


# ---- everything in one file ---------------------------------------------------------


def test_everything_can_be_taken_under_an_open_licence(marram):
    sheet = Client().get("/local-offer/data/services.csv")
    whole = Client().get("/local-offer/data/services.json")
    page = json.loads(whole.getvalue())

    assert sheet.getvalue().count(b"\r\n") == 1 + 4
    assert "open-government-licence" in sheet["Link"]
    assert sheet["Content-Disposition"] == 'attachment; filename="local-offer.csv"'
    assert page["licence"]["name"] == "Open Government Licence v3.0"
    assert page["total_items"] == len(page["contents"]) == 4
    assert saved.faults("service_list.json", page) == []


def test_an_empty_offer_is_an_empty_file(db):
    page = json.loads(Client().get("/local-offer/data/services.json").getvalue())

    assert (page["empty"], page["contents"]) == (True, [])
