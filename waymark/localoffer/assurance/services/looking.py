"""Looking for what a family would run into: dead numbers and dead links."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from waymark.localoffer.assurance import phones
from waymark.localoffer.assurance.links import links_in, problem_with
from waymark.localoffer.models import CheckedLink, RecordFault, Service
from waymark.localoffer.queries.records import LISTED, published_services, whole
from waymark.today import now, today

#: Each address is asked once a week, and a broken one twice before anybody is told.
ASKED_EVERY = timedelta(days=7)
FAILURES_THAT_TELL = 2
#: Addresses asked in one turn of the job, so that a turn ends.
IN_ONE_TURN = 40
AT_A_TIME = 500

Kind = RecordFault.Kind
Ask = Callable[[str], str]


def look_over() -> int:
    """Find every number and link in what is published; how many faults there are.

    Faults that were put right go, those that stay keep the day they were found.
    Cost: some five queries for each `AT_A_TIME` services.
    """
    running = published_services().filter(status__in=LISTED).order_by("id")
    RecordFault.objects.exclude(service__in=running.values("id")).delete()
    ids = running.values_list("id", flat=True)
    seen: set[str] = set()
    for part in _batches(list(ids)):
        _look_over(running.filter(id__in=part), seen)
    CheckedLink.objects.exclude(digest__in=_known(seen)).delete()
    return RecordFault.objects.count()


def _known(seen: set[str]) -> set[str]:
    """Of the addresses on record, those that still stand somewhere."""
    on_record = CheckedLink.objects.values_list("digest", flat=True)
    return seen.intersection(on_record)


@transaction.atomic
def _look_over(services: Iterable[Service], seen: set[str]) -> None:
    services = list(services)
    links: dict[str, str] = {}
    found = [(service, whole(service)) for service in services]
    for _service, record in found:
        links.update((digest_of(link), link) for _, link in links_in(record))
    CheckedLink.objects.bulk_create(
        (CheckedLink(digest=key, address=link) for key, link in links.items()),
        ignore_conflicts=True,
    )
    seen.update(links)
    broken = {
        each.digest: each.says
        for each in CheckedLink.objects.filter(
            digest__in=list(links), failures__gte=FAILURES_THAT_TELL
        )
    }
    faults = [
        fault
        for service, record in found
        for fault in (*_phones(service, record), *_links(service, record, broken))
    ]
    _keep(services, faults)


def _phones(service: Service, record: dict[str, object]) -> Iterator[RecordFault]:
    for field, number in phones.numbers_in(record):
        says = phones.problem_with(number)
        if says:
            yield _fault(service, Kind.PHONE, field, number, says)


def _links(
    service: Service, record: dict[str, object], broken: dict[str, str]
) -> Iterator[RecordFault]:
    for field, link in links_in(record):
        says = broken.get(digest_of(link))
        if says:
            yield _fault(service, Kind.LINK, field, link, says)


def _fault(
    service: Service, kind: Kind, field: str, value: str, says: str
) -> RecordFault:
    return RecordFault(
        service=service,
        kind=kind,
        field=field[:300],
        value=value,
        says=says,
        found_on=today(),
    )


def _keep(services: list[Service], faults: list[RecordFault]) -> None:
    """Put these faults in place of those before, each with the day it was found."""
    before = RecordFault.objects.filter(service__in=services)
    days = {(each.service_id, each.field, each.value): each.found_on for each in before}
    before.delete()
    for each in faults:
        known = days.get((each.service_id, each.field, each.value))
        each.found_on = known or each.found_on
    RecordFault.objects.bulk_create(faults, batch_size=500)


def check_links(*, ask: Ask = problem_with) -> int:
    """Ask some of the addresses whose week is over; how many were asked.

    Each is recorded by itself, so that a worker who is stopped loses one. No
    transaction is open while a stranger's server is waited for.
    Cost: one query, and one for each address.
    """
    due = Q(checked_at=None) | Q(checked_at__lt=now() - ASKED_EVERY)
    waiting = CheckedLink.objects.filter(due).order_by("checked_at", "digest")
    asked = list(waiting[:IN_ONE_TURN])
    for link in asked:
        says = ask(link.address)
        link.failures = link.failures + 1 if says else 0
        link.says, link.checked_at = says, now()
        link.save(update_fields=["failures", "says", "checked_at"])
    return len(asked)


def digest_of(address: str) -> str:
    """What an address is known by: it may be longer than a key can be."""
    return hashlib.sha256(address.encode()).hexdigest()


def _batches(ids: list[UUID]) -> Iterator[list[UUID]]:
    for at in range(0, len(ids), AT_A_TIME):
        yield ids[at : at + AT_A_TIME]
