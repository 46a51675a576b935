"""A provider sees their own entries, and of others not even that they are there."""

import itertools

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import account_of, actor_of
from tests.factories.keeping import NEW_DESK, an_entry, edition, keeps, two_clubs
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, QUILL, SEFTON, TAMSIN
from waymark.ids import new_id
from waymark.localoffer import queries as offer
from waymark.localoffer.models import Draft, Provider, Service, Trust
from waymark.localoffer.providing import queries, services
from waymark.localoffer.providing import urls as providing

pytestmark = pytest.mark.django_db
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")


@pytest.fixture
def clubs():
    an_authority()
    return two_clubs()


@pytest.fixture
def sefton(client, clubs):
    client.force_login(account_of(SEFTON))
    return client


def addresses_of(key) -> list[str]:
    """Every address of a provider's screens that names an entry."""
    own = [
        each.name
        for each in providing.urlpatterns
        if str(each.pattern).startswith(providing.OWN)
    ]
    return [
        reverse(f"localoffer:{name}", args=[key, "contact"])
        if name == "providing-part"
        else reverse(f"localoffer:{name}", args=[key])
        for name in own
    ]


def test_there_are_addresses_to_try():
    assert len(addresses_of(new_id())) == 6


@pytest.mark.parametrize("method", METHODS)
def test_an_entry_of_another_provider_is_not_there_at_any_address(clubs, method):
    _, drumming = clubs
    # Not the client that checks pages: an answer to HEAD has no body.
    sefton = Client()
    sefton.force_login(account_of(SEFTON))
    services.save(actor=actor_of(TAMSIN), service_id=drumming, given={"fees": "Free"})
    before = Draft.objects.values().get()
    for theirs, none in zip(
        addresses_of(drumming), addresses_of(new_id()), strict=True
    ):
        answer = sefton.generic(method.upper(), theirs)
        nothing = sefton.generic(method.upper(), none)
        assert answer.status_code == nothing.status_code == 404, theirs
        assert b"Tern" not in answer.content

    assert Draft.objects.values().get() == before


def test_services_hold_the_same_line_without_a_page(clubs):
    swimming, drumming = clubs
    actor = actor_of(SEFTON)
    assert queries.entry(actor, swimming)
    assert queries.entry(actor, drumming) is None
    for change in (
        lambda: services.save(actor=actor, service_id=drumming, given={"fees": "x"}),
        lambda: services.send(actor=actor, service_id=drumming),
        lambda: services.discard(actor=actor, service_id=drumming),
        lambda: services.publish_at_once(actor=actor, service_id=drumming),
    ):
        with pytest.raises(Service.DoesNotExist):
            change()


def test_the_list_holds_their_own_alone(sefton):
    page = sefton.get("/providing/").content.decode()

    assert "Otter Swimmers" in page
    assert "Tern Drummers" not in page
    assert "Nobody has confirmed it yet." in page


def test_whoever_keeps_no_longer_sees_nothing(sefton, clubs):
    swimming, _ = clubs
    [kept] = Provider.objects.filter(account=account_of(SEFTON))
    services.end_keeping(
        actor=actor_of(OONA),
        organisation_id=kept.organisation_id,
        provider_id=kept.pk,
    )

    assert sefton.get(f"/providing/{swimming}/").status_code == 404
    assert "You keep no organisation" in sefton.get("/providing/").content.decode()
    assert sefton.get("/providing/new/").status_code == 302


def test_one_person_may_keep_several_organisations(sefton, clubs):
    _, drumming = clubs
    keeps(SEFTON, "Terns")
    keeps(SEFTON, "Terns")

    assert sefton.get(f"/providing/{drumming}/").status_code == 200
    assert Provider.objects.filter(account=account_of(SEFTON)).count() == 2


@pytest.mark.parametrize("somebody", [EFA, QUILL], ids=lambda p: p.name)
def test_whoever_is_no_provider_is_turned_away(client, clubs, somebody):
    client.force_login(account_of(somebody))

    assert client.get("/providing/").status_code == 403


def test_whoever_is_not_signed_in_is_sent_for_a_code_and_back(client, clubs):
    swimming, _ = clubs
    address = f"/providing/{swimming}/edit/contact/"
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.url.startswith("/account/code/?next=%2Fproviding%2F")
    assert client.post(address).status_code == 403


def test_a_provider_opens_nothing_of_the_team(sefton, clubs):
    swimming, _ = clubs
    for address in ("", f"entries/{swimming}/", "organisations/", "faults/"):
        answer = sefton.get(f"/managing/local-offer/{address}")
        assert answer.status_code in {302, 403}, address


# ---- a correction, from the form to what families read --------------------------------


def shown_number(key) -> str:
    return offer.whole(offer.service(key))["phones"][0]["number"]


def test_a_provider_corrects_a_number_and_it_is_seen_once_approved(
    sefton, clubs, django_capture_on_commit_callbacks
):
    swimming, _ = clubs
    page = f"/providing/{swimming}/"
    before = shown_number(swimming)
    answer = sefton.post(f"{page}edit/contact/", {"phone-0": NEW_DESK})
    assert answer.url == page
    assert "changes that were not sent yet" in sefton.get(page).content.decode()
    changes = sefton.get(f"{page}changes/").content.decode()
    assert NEW_DESK in changes
    assert before in changes
    assert "Publish now" not in changes
    sefton.post(f"{page}changes/", {"says": "New desk", "confirms": "on"})
    assert "wait for the team" in sefton.get(page).content.decode()
    assert shown_number(swimming) == before

    services.approve(actor=actor_of(OONA), service_id=swimming, read=edition(swimming))

    assert shown_number(swimming) == NEW_DESK
    assert sefton.get(f"/open-referral/v3/services/{swimming}").json()["phones"][0][
        "number"
    ] == (NEW_DESK)
    assert "Confirmed as right on" in sefton.get(page).content.decode()


def test_a_number_that_cannot_ring_is_kept_in_the_form_with_what_is_wrong(
    sefton, clubs
):
    swimming, _ = clubs
    answer = sefton.post(
        f"/providing/{swimming}/edit/contact/",
        {"phone-0": "0116 496 01", "email": "nobody", "url": "::"},
    )
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'value="0116 496 01"' in page
    assert "Check each digit" in page
    assert "like name@example.org" in page
    assert not Draft.objects.exists()


def test_answers_that_change_nothing_make_no_draft(sefton, clubs):
    swimming, _ = clubs
    sefton.post(
        f"/providing/{swimming}/edit/about/",
        {
            "name": "Otter Swimmers",
            "description": "Otter Swimmers is invented.",
            "status": "active",
        },
    )

    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("part", "said", "problem"),
    [
        ("about", {"name": ""}, "Enter what it is called"),
        ("times", {"MO-opens": "late"}, "Enter a time, such as 9:30"),
        ("times", {"MO-opens": "25:00"}, "Enter a time, such as 9:30"),
        ("times", {"MO-opens": "9:00"}, "Enter when it closes"),
        ("times", {"MO-closes": "9:00"}, "Enter when it opens"),
        ("times", {"MO-opens": "5pm", "MO-closes": "5"}, "closes before it opens"),
        ("who", {"minimum_age": "9", "maximum_age": "5"}, "below the youngest"),
        ("who", {"minimum_age": "old"}, "Enter an age in years"),
        ("getting", {"price": "lots"}, "Enter pounds, such as 4.50"),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_question(
    sefton, clubs, part, said, problem
):
    swimming, _ = clubs
    answer = sefton.post(f"/providing/{swimming}/edit/{part}/", said)

    assert answer.status_code == 422
    assert problem in answer.content.decode()
    assert not Draft.objects.exists()


def test_times_are_typed_as_people_write_them(sefton, clubs):
    swimming, _ = clubs
    sefton.post(
        f"/providing/{swimming}/edit/times/",
        {
            "MO-opens": "9.30",
            "MO-closes": "12 noon",
            "SA-opens": "10am",
            "SA-closes": "4:15 p.m.",
        },
    )
    schedules = Draft.objects.get().document["schedules"]

    assert [(s["byday"], s["opens_at"], s["closes_at"]) for s in schedules] == [
        ("MO", "09:30", "12:00"),
        ("SA", "10:00", "16:15"),
    ]


def test_every_part_opens_and_an_unknown_one_is_not_found(sefton, clubs):
    swimming, _ = clubs
    for part in ("about", "contact", "times", "who", "getting", "place", "offer"):
        assert sefton.get(f"/providing/{swimming}/edit/{part}/").status_code == 200
    assert sefton.get(f"/providing/{swimming}/edit/other/").status_code == 404


def test_an_address_keeps_its_lines(sefton, clubs):
    from tests.factories.localoffer import a_place

    hall = an_entry("Otter Hall", "Otters", service_at_locations=[a_place()])
    answer = sefton.post(
        f"/providing/{hall}/edit/place/", {"place-0-address_1": "2 Dune Road"}
    )

    assert answer.status_code == 422
    assert "Enter this line of the address" in answer.content.decode()


def test_what_was_given_back_shows_the_reason_until_it_is_sent_again(sefton, clubs):
    swimming, _ = clubs
    page = f"/providing/{swimming}/"
    services.save(actor=actor_of(SEFTON), service_id=swimming, given={"fees": "Free"})
    services.send(actor=actor_of(SEFTON), service_id=swimming)
    services.give_back(
        actor=actor_of(OONA), service_id=swimming, reason="For whom is it free?"
    )
    assert "For whom is it free?" in sefton.get(page).content.decode()
    sefton.post(f"{page}edit/who/", {"eligibility_description": "For all"})
    assert "For whom is it free?" in sefton.get(page).content.decode()
    sefton.post(f"{page}changes/")

    assert "For whom is it free?" not in sefton.get(page).content.decode()


def test_changes_are_thrown_away_and_what_is_published_stays(sefton, clubs):
    swimming, _ = clubs
    sefton.post(f"/providing/{swimming}/edit/contact/", {"phone-0": NEW_DESK})
    answer = sefton.post(f"/providing/{swimming}/discard/")

    assert answer.url == f"/providing/{swimming}/"
    assert not Draft.objects.exists()
    assert offer.service(swimming) is not None


def test_a_new_entry_is_seen_by_its_provider_until_it_is_approved(sefton, clubs):
    assert sefton.post("/providing/new/", {"name": ""}).status_code == 422
    page = sefton.post("/providing/new/", {"name": "Otter Pups"}).url
    assert "Not in the Local Offer yet." in sefton.get("/providing/").content.decode()
    assert sefton.get(page).status_code == 200
    changes = sefton.get(f"{page}changes/").content.decode()
    assert "Throw this entry away" in changes
    key = Draft.objects.get().pk
    sefton.post(f"{page}changes/")
    services.approve(actor=actor_of(OONA), service_id=key, read=edition(key))

    found = offer.service(key)
    assert (found.name, found.organisation.name) == ("Otter Pups", "Otters")


def test_a_new_entry_thrown_away_leaves_nothing(sefton, clubs):
    page = sefton.post("/providing/new/", {"name": "Otter Pups"}).url

    assert sefton.post(f"{page}discard/").url == "/providing/"
    assert not Service.objects.filter(name="Otter Pups").exists()


def test_who_keeps_two_organisations_says_which_runs_a_new_entry(sefton, clubs):
    terns = keeps(SEFTON, "Terns")
    assert sefton.post("/providing/new/", {"name": "Chicks"}).status_code == 422
    sefton.post("/providing/new/", {"name": "Chicks", "organisation": str(terns)})

    assert Draft.objects.get().service.organisation_id == terns


def test_a_new_entry_of_another_organisation_is_refused(sefton, clubs):
    answer = sefton.post(
        "/providing/new/", {"name": "Chicks", "organisation": str(new_id())}
    )

    assert answer.status_code == 302
    assert Draft.objects.get().service.organisation.name == "Otters"


def test_pressing_twice_does_it_once(sefton, clubs):
    swimming, _ = clubs
    page = f"/providing/{swimming}/"
    sefton.post(f"{page}edit/contact/", {"phone-0": NEW_DESK})
    for _press in range(2):
        assert sefton.post(f"{page}changes/").status_code == 302
    for _press in range(2):
        assert sefton.post(f"{page}discard/").status_code == 302
    assert sefton.post(f"{page}publish/").status_code == 302

    assert offer.versions(swimming).count() == 1


# ---- trusted --------------------------------------------------------------------------


def test_a_trusted_provider_publishes_a_number_at_once(sefton, clubs):
    swimming, _ = clubs
    page = f"/providing/{swimming}/"
    Trust.objects.create(organisation=Service.objects.get(pk=swimming).organisation)
    sefton.post(f"{page}edit/contact/", {"phone-0": NEW_DESK})
    assert "Publish now" in sefton.get(f"{page}changes/").content.decode()
    sefton.post(f"{page}publish/")

    assert shown_number(swimming) == NEW_DESK
    assert not Draft.objects.exists()
    assert "by a trusted provider" in sefton.get(page).content.decode()
    assert [v.service_id for v in queries.published_at_once(actor_of(OONA))] == [
        swimming
    ]


def test_even_a_trusted_provider_waits_with_anything_else(sefton, clubs):
    swimming, _ = clubs
    page = f"/providing/{swimming}/"
    Trust.objects.create(organisation=Service.objects.get(pk=swimming).organisation)
    sefton.post(f"{page}edit/contact/", {"phone-0": NEW_DESK, "url": "example.org"})
    assert "Publish now" not in sefton.get(f"{page}changes/").content.decode()

    assert sefton.post(f"{page}publish/").status_code == 403
    assert shown_number(swimming) != NEW_DESK


def test_a_provider_confirms_what_is_published(sefton, clubs):
    swimming, _ = clubs
    sefton.post(f"/providing/{swimming}/confirm/")
    page = sefton.get(f"/providing/{swimming}/").content.decode()

    assert "by Otters, who run it." in page
    assert f'href="/local-offer/services/{swimming}/">See it as families do' in page
    assert str(offer.service(swimming).assured_on) == "2026-01-13"


def test_the_list_asks_few_questions_however_long_it_is(
    sefton, clubs, django_assert_max_num_queries
):
    for number in range(5):
        an_entry(f"Otter Group {number}", "Otters")
    with django_assert_max_num_queries(12):
        sefton.get("/providing/")


def test_no_address_of_these_holds_a_name():
    for name, key in itertools.product(["Sefton", "Otter"], [new_id()]):
        assert not [a for a in addresses_of(key) if name.lower() in a.lower()]
