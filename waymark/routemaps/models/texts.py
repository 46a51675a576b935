"""What the texts of routemaps hold, and what can be wrong inside one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.guidance.limits import unknown_keys
from waymark.guidance.originals import Original
from waymark.guidance.publishing import Problem, text_problems, typed_limit_problems
from waymark.guidance.simple_html import is_empty

INSIDE = ["h3", "bold", "link", "ol", "ul"]
SHORT = ["bold", "link", "ol", "ul"]

#: The words of a step, in the order of its page, each with its name for editors.
STEP_WORDS = {
    "what_happens": _("What happens"),
    "who_does_it": _("Who does it"),
    "what_you_can_do": _("What you can do"),
    "what_to_ask": _("What to ask"),
    "what_you_should_receive": _("What you should receive"),
}
#: The three exits that every step answers.
EXITS = {
    "if_no": _("If the answer is no"),
    "if_nothing": _("If nothing comes"),
    "if_agreed": _("When it is done or agreed"),
}
#: What stands over the story of how a routemap was made.
MADE_WITH = _("How routemaps were made here")


def headed(name: str, heading: Any, words: str) -> list[Original]:
    """A part with the heading over it; nothing where the part says nothing."""
    if is_empty(words):
        return []
    return [
        Original(f"{name}-heading", _("Heading"), str(heading), "heading"),
        Original(name, heading, words),
    ]


def law_problems(field: str, html: str) -> list[Problem]:
    """Keys of law named in a text that the law does not have."""
    says = _("[[%s]] is not a rule of the law. The list of time limits has the keys.")
    return [Problem(field, str(says) % key) for key in unknown_keys(html)]


def words_problems(field: str, html: str) -> list[Problem]:
    """Everything that can be wrong inside one text of a routemap."""
    return [
        *text_problems(field, html),
        *law_problems(field, html),
        *typed_limit_problems(field, html),
    ]
