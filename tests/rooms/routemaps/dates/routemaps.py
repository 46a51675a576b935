"""A few routemaps with their steps and letters, made directly: no file is read."""

from datetime import date

from waymark.guidance.models import Letter
from waymark.guidance.services import prepare_editing
from waymark.routemaps.models import (
    STEP_WORDS,
    RoutemapIndexPage,
    RoutemapPage,
    StepPage,
)

SLUGS = {
    "ehc-needs-assessment": "ehc-needs-assessment",
    "annual-review": "annual-review",
    "phase-transfer": "phase-transfer",
    "unhappy": "mediation-and-appeal",
    "early-years": "early-years-notification",
    "support-in-school": "sen-support",
    "waiting-for-health": "",
}

#: slug, title, joins, kinds, rules
ASSESSMENT_STEPS = (
    ("get-ready", "Get ready to ask", "then", [], []),
    ("ask", "Ask the council to assess", "then", ["request-received"], ["A01"]),
    ("decision", "Hear the answer", "then", ["decided-to-assess"], ["A02", "A03"]),
    ("no", "Act on a no", "or", ["decided-not-to-assess"], ["D01", "D08"]),
    ("draft", "Read the draft", "then", ["draft-plan-served"], ["A09", "A10"]),
    ("final", "Get the final plan", "then", ["final-plan-sent"], ["A14"]),
)

BODY = """{today}

The request of {childs_name} reached you on {request-received}. The last day was {due}.
It has been late since {late_from}. You said no on {decided-not-to-assess}.

{your_name}"""


def begin() -> None:
    """Publish every routemap, with one letter for each state that a test looks at."""
    index = prepare_editing().add_child(
        instance=RoutemapIndexPage(title="All", slug="routemaps")
    )
    for slug, process in SLUGS.items():
        page = RoutemapPage(
            title=f"The {slug} routemap",
            slug=slug,
            summary="A route.",
            introduction="<p>A route.</p>",
            process=process,
            written_on=date(2026, 1, 5),
        )
        _steps(index.add_child(instance=page), process)
    write_letter("decision-to-assess-late", "A03", "late")
    write_letter("decided-not-to-assess", "A03", "refused")
    write_letter("plan-late", "A14", "late")
    write_letter("too-soon", "A10", "floor")


def _steps(page: RoutemapPage, process: str) -> None:
    if process != "ehc-needs-assessment":
        return
    for slug, title, joins, kinds, rules in ASSESSMENT_STEPS:
        words = dict.fromkeys(STEP_WORDS, "<p>Some words.</p>")
        law = {"joins": joins, "kinds": kinds, "rules": rules}
        step = StepPage(title=title, slug=slug, **law, **words)
        page.add_child(instance=step)


def write_letter(key: str, rule: str, when: str) -> None:
    """Publish a letter that says all its days."""
    Letter.objects.create(
        key=key, rule=rule, when=when, title=f"Letter {key}", subject=key, body=BODY
    )
