"""What is known about a case besides what happened: the grounds that were agreed."""

from collections.abc import Iterable, Mapping
from typing import Any

from waymark.casework.models import Claim, Episode


def facts_of(episode: Episode) -> Mapping[str, Any]:
    """The facts of every exemption that was agreed, as the law reads them.

    Cost: one query, or none where the claims were fetched with the episode.
    """
    return together(claim.facts for claim in agreed(episode.claims.all()))


def agreed(claims: Iterable[Claim]) -> list[Claim]:
    """Those of the claims that somebody agreed to."""
    return [claim for claim in claims if claim.agreed_at is not None]


def together(facts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Several statements as one: lists are joined, and what is named is added."""
    whole: dict[str, Any] = {}
    for said in facts:
        for name, value in said.items():
            held = whole.get(name)
            if isinstance(value, list):
                whole[name] = [*(held or []), *value]
            elif isinstance(value, dict):
                whole[name] = {**(held or {}), **value}
            else:
                whole[name] = value
    return whole
