"""The terms of our own lists that a record bears, by which families sort services."""

from typing import Any

from waymark.localoffer.taxonomies import (
    ACCESS,
    DIAGNOSIS,
    NEED,
    PLAN,
    REACH,
    REFERRAL,
    STAGE,
    TermList,
    attribute,
)

#: What providers say of themselves. Kind, topic and the law's heading, editors do.
ASKED: tuple[TermList, ...] = (NEED, STAGE, DIAGNOSIS, PLAN, REFERRAL, REACH, ACCESS)


def read(record: dict[str, Any]) -> dict[str, Any]:
    """For each list the keys of its terms; one key or none where it bears one."""
    borne = borne_ids(record)
    found: dict[str, Any] = {}
    for terms in ASKED:
        keys = [t.key for t in terms.terms if str(terms.id_of(t.key)) in borne]
        found[terms.key] = keys if terms.many else "".join(keys[:1])
    return found


def borne_ids(record: dict[str, Any]) -> frozenset[str]:
    """The ids of every term that the service itself bears."""
    return frozenset(_term_id(each) for each in record.get("attributes") or ())


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Bear the terms that are chosen, and of the same list no other."""
    for terms in ASKED:
        if terms.key not in changed:
            continue
        said = changed[terms.key]
        chosen = said if isinstance(said, list) else [said] if said else []
        _bear(record, terms, chosen)


def _bear(record: dict[str, Any], terms: TermList, chosen: list[str]) -> None:
    wanted = {str(terms.id_of(key)): key for key in chosen}
    ours = {str(terms.id_of(term.key)) for term in terms.terms}
    kept = [
        each
        for each in record.get("attributes") or ()
        if _term_id(each) not in ours or _term_id(each) in wanted
    ]
    there = {_term_id(each) for each in kept}
    order = [term.key for term in terms.terms]
    kept += [
        attribute(str(record["id"]), terms, key)
        for term_id, key in sorted(wanted.items(), key=lambda w: order.index(w[1]))
        if term_id not in there
    ]
    if kept:
        record["attributes"] = kept
    else:
        record.pop("attributes", None)


def _term_id(each: dict[str, Any]) -> str:
    return str((each.get("taxonomy_term") or {}).get("id") or "") or str(
        each.get("taxonomy_term_id", "")
    )
