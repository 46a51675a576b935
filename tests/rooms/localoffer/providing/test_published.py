"""Whatever a provider does, what families see changes by approval alone."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.factories.accounts import actor_of
from tests.factories.keeping import DESK, NEW_DESK, edition, two_clubs
from tests.people import OONA, SEFTON, TAMSIN
from waymark.localoffer.models import Draft, Service, Trust
from waymark.localoffer.providing import services
from waymark.localoffer.providing.difference import is_small

pytestmark = pytest.mark.django_db
REFUSALS = (PermissionDenied, Draft.DoesNotExist, Service.DoesNotExist)

#: What a provider, another provider and the team may try, in any order.
STEPS = (
    "write-number",
    "write-fees",
    "send",
    "publish-at-once",
    "discard",
    "other-writes",
    "other-publishes",
    "approve-own",
    "return",
    "trust",
    "take-trust",
    "approve",
)


def attempt(step: str, key, number: int) -> None:
    sefton, tamsin, oona = (actor_of(each) for each in (SEFTON, TAMSIN, OONA))
    organisation = Service.objects.get(pk=key).organisation_id
    phone = NEW_DESK if number % 2 else DESK
    {
        "write-number": lambda: services.save(
            actor=sefton, service_id=key, given={"phone-0": phone}
        ),
        "write-fees": lambda: services.save(
            actor=sefton, service_id=key, given={"fees": f"£{number}"}
        ),
        "send": lambda: services.send(actor=sefton, service_id=key),
        "publish-at-once": lambda: services.publish_at_once(
            actor=sefton, service_id=key
        ),
        "discard": lambda: services.discard(actor=sefton, service_id=key),
        "other-writes": lambda: services.save(
            actor=tamsin, service_id=key, given={"fees": "mine"}
        ),
        "other-publishes": lambda: services.publish_at_once(
            actor=tamsin, service_id=key
        ),
        "approve-own": lambda: services.approve(
            actor=sefton, service_id=key, read=edition(key)
        ),
        "return": lambda: services.give_back(actor=oona, service_id=key, reason="x"),
        "trust": lambda: services.give_trust(actor=oona, organisation_id=organisation),
        "take-trust": lambda: services.take_trust(
            actor=oona, organisation_id=organisation
        ),
        "approve": lambda: services.approve(
            actor=oona, service_id=key, read=edition(key)
        ),
    }[step]()


def published(key):
    return Service.objects.get(pk=key).document


@hypothesis_settings(max_examples=40)
@given(st.lists(st.sampled_from(STEPS), max_size=10))
def test_what_families_see_changes_by_approval_or_by_a_trusted_small_change(steps):
    key, _ = two_clubs()
    for number, step in enumerate(steps):
        before = published(key)
        trusted = Trust.objects.exists()
        try:
            attempt(step, key, number)
        except REFUSALS:
            assert published(key) == before
            continue
        after = published(key)
        if after == before:
            continue
        assert step == "approve" or (step == "publish-at-once" and trusted)
        assert step == "approve" or is_small(before, after)
