"""The team approves, gives back, puts right, compares and restores."""

import re
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied

from tests.factories.accounts import account_of, actor_of
from tests.factories.keeping import edition, keeps, two_clubs
from tests.factories.organisations import an_authority
from tests.people import OONA, PRIYA, SEFTON, TAMSIN
from waymark.access.roles import Role
from waymark.accounts import services as accounts
from waymark.accounts import slots
from waymark.accounts.models import Account
from waymark.ids import new_id
from waymark.localoffer import queries as offer
from waymark.localoffer import services as offering
from waymark.localoffer.assurance.tasks import keep_true
from waymark.localoffer.models import Confirmation, Draft, Provider, ServiceVersion
from waymark.localoffer.providing import queries, services
from waymark.localoffer.services import Unfit
from waymark.today import now

pytestmark = pytest.mark.django_db
HERE = "/managing/local-offer/"


@pytest.fixture
def clubs():
    an_authority()
    return two_clubs()


@pytest.fixture
def swimming(clubs):
    return clubs[0]


def signed_in(client, persona):
    account = account_of(persona)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    client.force_login(account)
    return client


@pytest.fixture
def oona(client, clubs):
    return signed_in(client, OONA)


def sent(key, *, by=SEFTON, says="", **given):
    services.save(actor=actor_of(by), service_id=key, given=given or {"fees": "Free"})
    services.send(actor=actor_of(by), service_id=key, says=says)
    return Draft.objects.get(pk=key)


def shown(key, field="fees"):
    return (offer.service(key).document or {}).get(field)


def read(client, address):
    return re.sub(r"\s+", " ", client.get(address).content.decode())


# ---- approving and giving back --------------------------------------------------------


def test_what_was_sent_waits_in_the_list_with_what_changed(oona, swimming):
    sent(swimming, says="We found a sponsor")
    assert "Otter Swimmers" in read(oona, HERE)
    page = read(oona, f"{HERE}entries/{swimming}/review/")

    assert "Written by Sefton." in page
    assert "We found a sponsor" in page
    assert "Cost in words" in page
    assert "<ins>" in page


def test_the_team_approves_and_the_provider_hears(oona, swimming, mailoutbox):
    sent(swimming)
    answer = oona.post(
        f"{HERE}entries/{swimming}/review/",
        {"read": edition(swimming), "note": "Rang them"},
    )

    assert answer.url == HERE
    assert shown(swimming) == "Free"
    assert offer.versions(swimming).first().note == "Rang them"
    assert "Nothing waits." in read(oona, HERE)
    [letter] = mailoutbox
    assert letter.to == ["sefton@example.org"]
    assert "Otter" not in letter.subject
    assert f"/providing/{swimming}/" in letter.body


def test_nobody_approves_words_that_came_after_they_looked(oona, swimming):
    sent(swimming)
    page = f"{HERE}entries/{swimming}/review/"
    [looked_at] = re.findall(r'name="read" value="(\w+)"', read(oona, page))
    sent(swimming, fees="£5")
    answer = oona.post(page, {"read": looked_at, "note": "Rang them"})

    assert answer.status_code == 422
    assert "after you opened this page" in answer.content.decode()
    assert "Rang them" in answer.content.decode()
    assert shown(swimming) is None
    again = re.findall(r'name="read" value="(\w+)"', answer.content.decode())
    oona.post(page, {"read": again[0]})
    assert shown(swimming) == "£5"


def test_the_team_gives_back_with_a_reason_and_nothing_is_published(
    oona, swimming, mailoutbox
):
    sent(swimming)
    address = f"{HERE}entries/{swimming}/return/"
    refused = oona.post(address, {"reason": " "})
    assert refused.status_code == 422
    assert "Say what should be put right" in refused.content.decode()
    oona.post(address, {"reason": "Free for whom?"})

    assert shown(swimming) is None
    assert Draft.objects.get().state == Draft.State.RETURNED
    assert "Free for whom?" in mailoutbox[0].body
    assert oona.get(f"{HERE}entries/{swimming}/review/").status_code == 404


def test_the_team_puts_a_word_right_and_approves_what_the_provider_wrote(
    oona, swimming
):
    sent(swimming, says="Sponsored")
    oona.post(f"{HERE}entries/{swimming}/edit/getting/", {"fees": "Free for under 5s"})
    draft = Draft.objects.get()

    assert (draft.state, draft.says) == (Draft.State.SENT, "Sponsored")
    assert draft.by == account_of(SEFTON).pk
    oona.post(f"{HERE}entries/{swimming}/review/", {"read": edition(swimming)})
    assert shown(swimming) == "Free for under 5s"


def test_what_an_editor_writes_alone_somebody_else_approves(oona, swimming, mailoutbox):
    oona.post(f"{HERE}entries/{swimming}/edit/getting/", {"fees": "Free"})
    assert "Somebody else of the team" in read(oona, f"{HERE}entries/{swimming}/")
    oona.post(f"{HERE}entries/{swimming}/send/")
    assert "You wrote these changes." in read(oona, f"{HERE}entries/{swimming}/review/")
    assert (
        oona.post(
            f"{HERE}entries/{swimming}/review/", {"read": edition(swimming)}
        ).status_code
        == 403
    )
    services.approve(actor=actor_of(PRIYA), service_id=swimming, read=edition(swimming))

    assert shown(swimming) == "Free"
    assert not mailoutbox


@pytest.mark.parametrize("state", [Draft.State.WRITING, Draft.State.RETURNED])
def test_what_an_editor_writes_into_unsent_changes_somebody_else_approves(
    oona, swimming, state
):
    sent(swimming)
    Draft.objects.update(state=state)
    oona.post(f"{HERE}entries/{swimming}/edit/getting/", {"fees": "Free for under 5s"})
    assert Draft.objects.get().state == Draft.State.WRITING
    oona.post(f"{HERE}entries/{swimming}/send/")

    assert (
        oona.post(
            f"{HERE}entries/{swimming}/review/", {"read": edition(swimming)}
        ).status_code
        == 403
    )
    assert shown(swimming) is None


def test_what_another_provider_writes_into_sent_changes_is_sent_anew(swimming):
    sent(swimming)
    keeps(TAMSIN, "Otters")
    services.save(actor=actor_of(TAMSIN), service_id=swimming, given={"fees": "£9"})
    draft = Draft.objects.get()

    assert (draft.state, draft.by) == (Draft.State.WRITING, account_of(TAMSIN).pk)


def test_whoever_keeps_it_no_longer_is_not_written_to(swimming, mailoutbox):
    sent(swimming)
    Provider.objects.update(ended_at=now())
    services.approve(actor=actor_of(OONA), service_id=swimming, read=edition(swimming))

    assert shown(swimming) == "Free"
    assert not mailoutbox


def test_the_team_throws_its_own_changes_away(oona, swimming):
    oona.post(f"{HERE}entries/{swimming}/edit/getting/", {"fees": "Free"})
    oona.post(f"{HERE}entries/{swimming}/discard/")
    assert not Draft.objects.exists()
    key = services.begin_entry(
        actor=actor_of(SEFTON),
        organisation_id=offer.service(swimming).organisation_id,
        name="Otter Pups",
    )

    assert oona.post(f"{HERE}entries/{key}/discard/").url == HERE


def test_a_provider_approves_nothing(swimming):
    sent(swimming)
    for change in (
        lambda actor: services.approve(
            actor=actor, service_id=swimming, read=edition(swimming)
        ),
        lambda actor: services.give_back(actor=actor, service_id=swimming, reason="x"),
        lambda actor: services.restore(actor=actor, service_id=swimming, number=1),
        lambda actor: services.show_between(
            actor=actor, service_id=swimming, first=None, last=None
        ),
    ):
        with pytest.raises(PermissionDenied):
            change(actor_of(SEFTON))


def test_what_others_changed_meanwhile_is_not_taken_back(oona, swimming):
    sent(swimming)
    offering.assure(swimming, on=date(2026, 1, 13))
    page = read(oona, f"{HERE}entries/{swimming}/review/")
    assert "has changed since this was begun" in page
    assert "Confirmed on" not in page
    oona.post(f"{HERE}entries/{swimming}/review/", {"read": edition(swimming)})

    assert shown(swimming) == "Free"
    assert offer.service(swimming).assured_on == date(2026, 1, 13)


def test_a_draft_written_on_takes_over_what_changed_meanwhile(swimming):
    sent(swimming)
    offering.assure(swimming, on=date(2026, 1, 12))
    draft = sent(swimming, wait_time="A week")

    assert draft.document["assured_date"] == "2026-01-12"
    assert draft.document["fees"] == "Free"
    assert draft.based_on == 2


def test_sending_may_confirm_the_rest(swimming):
    services.save(actor=actor_of(SEFTON), service_id=swimming, given={"fees": "Free"})
    services.send(actor=actor_of(SEFTON), service_id=swimming, confirms=True)
    assert offer.service(swimming).assured_on is None
    services.approve(actor=actor_of(OONA), service_id=swimming, read=edition(swimming))
    [said] = Confirmation.objects.all()

    assert offer.service(swimming).assured_on == date(2026, 1, 13)
    assert (said.how, said.by) == (Confirmation.How.PROVIDER, account_of(SEFTON).pk)


def test_what_is_unfit_by_the_time_it_is_approved_says_so(oona, swimming):
    sent(swimming)
    Draft.objects.update(document={**Draft.objects.get().document, "email": "nobody"})
    answer = oona.post(f"{HERE}entries/{swimming}/review/", {"read": edition(swimming)})

    assert answer.status_code == 422
    assert "should be an e-mail address" in answer.content.decode()
    assert shown(swimming) is None


def test_an_unfit_draft_cannot_be_sent(client, swimming):
    client.force_login(account_of(SEFTON))
    services.save(actor=actor_of(SEFTON), service_id=swimming, given={"fees": "Free"})
    Draft.objects.update(document={**Draft.objects.get().document, "email": "nobody"})
    answer = client.post(f"/providing/{swimming}/changes/")

    assert answer.status_code == 422
    assert "should be an e-mail address" in answer.content.decode()


def test_answers_that_the_record_cannot_hold_stand_above_the_form(client, swimming):
    client.force_login(account_of(SEFTON))
    address = f"/providing/{swimming}/edit/offer/"
    long = {
        f"question-{key}": "x" * 4_990
        for key in ("building", "families", "outcomes", "staff-training")
    }
    for _round in range(2):
        assert client.post(address, long).status_code == 302
    with pytest.raises(Unfit):
        services.save(
            actor=actor_of(SEFTON),
            service_id=swimming,
            given={"description": "x" * 300_000},
        )


# ---- a day to come --------------------------------------------------------------------


def test_what_is_approved_for_a_day_comes_out_on_that_day(
    oona, swimming, mailoutbox, an_ordinary_tuesday_in_term
):
    sent(swimming)
    page = f"{HERE}entries/{swimming}/review/"
    for wrong in ("2026-01-13", "2026-01-01"):
        assert oona.post(page, {"on": wrong}).status_code == 422
    oona.post(page, {"read": edition(swimming), "on": "2026-01-20"})
    assert "20&nbsp;January" in read(oona, HERE) or "20 January" in read(oona, HERE)
    assert "Approved already" in read(oona, page)
    keep_true.call()
    assert shown(swimming) is None
    assert not mailoutbox

    an_ordinary_tuesday_in_term.shift(timedelta(days=7))
    keep_true.call()
    keep_true.call()
    newest = offer.versions(swimming).first()
    assert shown(swimming) == "Free"
    assert (newest.number, newest.by) == (2, account_of(OONA).pk)
    assert len(mailoutbox) == 1


def test_a_provider_who_writes_on_takes_the_approval_back(
    swimming, an_ordinary_tuesday_in_term
):
    sent(swimming)
    services.approve(
        actor=actor_of(OONA),
        service_id=swimming,
        read=edition(swimming),
        on=date(2026, 1, 20),
    )
    services.save(actor=actor_of(SEFTON), service_id=swimming, given={"fees": "£90"})
    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    keep_true.call()

    assert shown(swimming) is None
    assert Draft.objects.get().state == Draft.State.WRITING


def test_an_approved_one_that_became_unfit_goes_back_and_the_others_come_out(
    clubs, an_ordinary_tuesday_in_term, mailoutbox
):
    swimming, drumming = clubs
    for key, by in ((swimming, SEFTON), (drumming, TAMSIN)):
        sent(key, by=by)
        services.approve(
            actor=actor_of(OONA),
            service_id=key,
            read=edition(key),
            on=date(2026, 1, 20),
        )
    draft = Draft.objects.get(pk=swimming)
    draft.document["email"] = "nobody"
    draft.save()
    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    keep_true.call()

    assert Draft.objects.get().state == Draft.State.RETURNED
    assert (shown(swimming), shown(drumming)) == (None, "Free")
    assert {letter.to[0] for letter in mailoutbox} == {
        "sefton@example.org",
        "tamsin@example.org",
    }


def test_an_entry_shows_between_the_days_that_the_team_sets(
    oona, swimming, an_ordinary_tuesday_in_term
):
    address = f"{HERE}entries/{swimming}/shown/"
    wrong = oona.post(address, {"first": "2026-02-02", "last": "2026-02-01"})
    assert wrong.status_code == 422
    assert "The last day is before the first" in wrong.content.decode()
    oona.post(address, {"first": "", "last": "2026-01-14"})
    assert offer.service(swimming)
    assert "See it as families do" in read(oona, f"{HERE}entries/{swimming}/")
    an_ordinary_tuesday_in_term.shift(timedelta(days=2))

    assert offer.service(swimming) is None
    oona.force_login(account_of(OONA))
    assert "See it as families do" not in read(oona, f"{HERE}entries/{swimming}/")


# ---- versions -------------------------------------------------------------------------


def test_two_versions_are_compared_and_an_older_one_restored(oona, swimming):
    sent(swimming)
    services.approve(actor=actor_of(OONA), service_id=swimming, read=edition(swimming))
    page = f"{HERE}entries/{swimming}/"
    assert "Approved by the team, Oona" in read(oona, page)
    compared = read(oona, f"{page}compare/?from=1&to=2")
    assert "Cost in words" in compared
    assert "They say the same." in read(oona, f"{page}compare/?from=1&to=1")
    oona.post(f"{page}versions/1/restore/")

    assert shown(swimming) is None
    assert [each.number for each in offer.versions(swimming)] == [3, 2, 1]
    assert offer.versions(swimming).first().why == ServiceVersion.Why.RESTORED
    assert offer.service(swimming).organisation.name == "Otters"


@pytest.mark.parametrize("query", ["", "?from=1", "?from=1&to=9", "?from=x&to=²"])
def test_a_version_that_is_none_is_not_found(oona, swimming, query):
    page = f"{HERE}entries/{swimming}/"

    assert oona.get(f"{page}compare/{query}").status_code == 404
    assert oona.post(f"{page}versions/9/restore/").status_code == 404


@pytest.mark.parametrize("part", ["", "edit/about/", "review/", "compare/"])
def test_an_entry_that_is_none_is_not_found(oona, part):
    assert oona.get(f"{HERE}entries/{new_id()}/{part}").status_code == 404


def test_an_entry_is_found_by_a_part_of_its_name_or_organisation(oona, swimming):
    for typed in ("swim", "otters"):
        assert "Otter Swimmers" in read(oona, f"{HERE}?name={typed}")
    assert "No entry is called that." in read(oona, f"{HERE}?name=zebra")


# ---- organisations --------------------------------------------------------------------


@pytest.fixture
def otters(swimming):
    return offer.service(swimming).organisation_id


def test_the_team_invites_a_provider_who_then_keeps_the_organisation(
    oona, otters, mailoutbox
):
    page = f"{HERE}organisations/{otters}/"
    wrong = oona.post(f"{page}invite/", {"email": "nobody"})
    assert wrong.status_code == 422
    answer = oona.post(f"{page}invite/", {"email": "new@example.org"})
    link = re.search(r"invitation/([^/]+)/", answer.content.decode())[1]
    assert "true, Otters." in mailoutbox[0].body
    accounts.accept_invitation(token=link, name="Nadia")
    account = Account.objects.get(email="new@example.org")

    assert Provider.objects.get(account=account).organisation_id == otters
    assert "Nadia" in read(oona, page)
    assert "2 providers keep it" in read(oona, f"{HERE}organisations/?name=otter")


def test_where_mail_reaches_people_the_link_is_not_shown(oona, otters, settings):
    settings.MAIL_HOST = "mail.example.org"
    answer = oona.post(
        f"{HERE}organisations/{otters}/invite/", {"email": "new@example.org"}
    )

    assert "on its way by e-mail" in answer.content.decode()
    assert "/account/invitation/" not in answer.content.decode()


def test_the_team_gives_and_takes_trust(oona, otters):
    page = f"{HERE}organisations/{otters}/"
    oona.post(f"{page}trust/", {"give": "1"})
    assert queries.is_trusted(otters)
    assert "at once. Everything else" in read(oona, page)
    oona.post(f"{page}trust/", {"take": "1"})

    assert not queries.is_trusted(otters)


def test_somebody_keeps_it_no_longer(oona, otters):
    [kept] = queries.people_of(otters)
    address = f"{HERE}organisations/{otters}/people/{kept.pk}/end/"
    oona.post(address)

    assert queries.people_of(otters) == []
    assert oona.post(address).status_code == 404


def test_an_account_that_ends_keeps_nothing(otters):
    slots.let_go(Role.PROVIDER, account_of(SEFTON).pk)

    assert queries.people_of(otters) == []
    assert queries.kept_by(actor_of(SEFTON)) == frozenset()


@pytest.mark.parametrize("part", ["", "invite/", "trust/"])
def test_an_organisation_that_is_none_is_not_found(oona, part):
    method = oona.get if part == "" else oona.post

    assert method(f"{HERE}organisations/{new_id()}/{part}").status_code == 404


@pytest.mark.parametrize(
    "reference", ["organisation:x", "organisation:00000000-0000-4000-8000-000000000000"]
)
def test_an_invitation_for_no_organisation_is_refused(clubs, reference):
    with pytest.raises(slots.NothingTied):
        accounts.invite(
            actor=actor_of(OONA),
            email="new@example.org",
            role=Role.PROVIDER,
            reference=reference,
        )


def test_the_editors_menu_leads_here(oona):
    page = oona.get("/editing/").content.decode()

    assert HERE in page
