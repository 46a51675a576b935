"""The page as the search finds it."""

from django.utils.translation import gettext as _

from waymark.finding.sources import Record
from waymark.localoffer.unhappy.ladder import ADDRESS, BODIES, LEAD, RUNGS, TITLE


def record() -> Record:
    """One record with the words of every rung."""
    said = [str(rung.title) + ". " + str(rung.says) for rung in RUNGS]
    said += [f"{body.about}: {body.first}" for body in BODIES]
    return Record(
        "local-offer-unhappy",
        "guide",
        str(TITLE),
        " ".join(said),
        ADDRESS,
        lay_words=tuple(_("complain, complaint, not happy, appeal").split(", ")),
        summary=str(LEAD),
    )
