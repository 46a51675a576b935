"""The kinds of message about casework. None of them holds a name."""

from django.utils.translation import gettext_lazy as _

from waymark.messages.kinds import Kind

LETTER_IS_THERE = "case-letter-is-there"
LETTER = "case-letter"
TOLD = "case-told"

KINDS = (
    Kind(
        key=LETTER_IS_THERE,
        subject=_("A letter about SEN is there for you"),
        stage=_("It is about a request or an assessment."),
        changed="{says}",
        needed=_(
            "Sign in to read it, or to have it in large print, Braille, audio or as a "
            "file: {address}"
        ),
        by_when=_(
            "It counts as served today. If a day matters to you, the letter names it."
        ),
    ),
    Kind(
        key=LETTER,
        subject=_("A letter about SEN"),
        changed="{words}",
    ),
    Kind(
        key=TOLD,
        subject=_("Something is new in a case you take part in"),
        changed="{says}",
        needed=_("Sign in to read the letter: {address}"),
        by_when=_("If something is asked of you, the case says by when."),
    ),
)
