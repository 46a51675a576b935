"""The pictures of Easy Read: drawn for this project, one clear idea each. Pure.

A picture is a file in `static/guidance/pictures`, and what it shows stands here, so
that nobody who chooses one has to describe it. They are ours to give away; picture sets
that can be bought are not.
"""

import base64
from collections.abc import Mapping
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent / "static" / "guidance" / "pictures"

#: What each picture shows, in words for somebody who does not see it.
PICTURES: Mapping[str, Promise] = {
    # people
    "child": _("A smiling child"),
    "young-person": _("A smiling young person with a hearing aid"),
    "wheelchair-user": _("A child who uses a wheelchair"),
    "parent-and-child": _("A parent with an arm around a child"),
    "family": _("Two parents and a child"),
    "people": _("Three people"),
    "together": _("Two people side by side, with a heart"),
    "age": _("The same child growing up"),
    "happy": _("A happy child"),
    "worried": _("A sad child under a rain cloud"),
    # people at work
    "teacher": _("A teacher at the board"),
    "teacher-helps": _("A teacher helps a child at a desk"),
    "senco": _("A teacher with a badge that has a heart on it"),
    "doctor": _("A doctor"),
    "helper": _("A helper holding a heart"),
    # what people do
    "talking": _("Two people talking"),
    "listening": _("A person listening"),
    "question": _("A person with a question"),
    "thinking": _("A person thinking"),
    "hand-up": _("A person with a hand up"),
    "look-closely": _("A magnifying glass over a child"),
    "share": _("Two people share a paper"),
    "complain": _("A person with a megaphone"),
    "card": _("A child holds up a card"),
    "quiet-place": _("A child with headphones in a quiet seat"),
    "sent-home": _("A sad child outside the school door"),
    # papers
    "letter": _("An envelope"),
    "letter-arrives": _("A letter comes through the door"),
    "send": _("A letter on its way"),
    "write": _("A paper and a pencil"),
    "sign": _("A paper with a name signed on it"),
    "papers": _("Some papers"),
    "copy": _("A paper and a copy of it"),
    "list": _("A list with ticks"),
    "report": _("A report with a chart"),
    "plan": _("A plan with ticks and a heart"),
    "draft": _("A plan with a pencil"),
    "no-plan": _("A plan with a cross"),
    "yes-letter": _("A letter with a tick"),
    "no-letter": _("A letter with a cross"),
    "books": _("Some books"),
    "words": _("An open book with one bold word"),
    # places and meetings
    "home": _("A house"),
    "school": _("A school"),
    "choose-school": _("Two schools, one with a tick"),
    "college": _("A college"),
    "council": _("The council’s building"),
    "health": _("A hospital"),
    "meeting": _("People round a table"),
    "mediation": _("A person in the middle helps two others to talk"),
    "tribunal": _("Three judges at a table"),
    # signs
    "phone": _("A phone"),
    "computer": _("A computer"),
    "calendar": _("A calendar with one day marked"),
    "weeks": _("A calendar with weeks going by"),
    "in-time": _("A clock with a tick"),
    "late": _("A clock with a warning"),
    "yes": _("A tick"),
    "no": _("A cross"),
    "stop": _("A stop sign"),
    "urgent": _("A warning sign"),
    "law": _("The scales of the law"),
    "money-off": _("A pound coin, crossed out"),
    "route": _("A map with a route on it"),
    "go-round": _("Two arrows that go round"),
}


def choices() -> list[tuple[str, str]]:
    """Every picture for somebody who chooses one, in the order of the alphabet."""
    return sorted(
        ((key, f"{key}: {says}") for key, says in PICTURES.items()), key=lambda c: c[0]
    )


def file_of(key: str) -> str:
    """The picture's place among the static files.

    Raises: KeyError, where there is no such picture.
    """
    return f"guidance/pictures/{_known(key)}.svg"


def data_address(key: str) -> str:
    """The picture itself as an address, for a document that may fetch nothing.

    Raises: KeyError, where there is no such picture.
    """
    drawn = (FOLDER / f"{_known(key)}.svg").read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"


def _known(key: str) -> str:
    if key not in PICTURES:
        raise KeyError(f"There is no picture called {key!r}.")
    return key
