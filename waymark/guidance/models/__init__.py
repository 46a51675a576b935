"""The tables of published words."""

from waymark.guidance.models.approval import SecondPerson
from waymark.guidance.models.feedback import Feedback
from waymark.guidance.models.loaded import Loaded
from waymark.guidance.models.pages import (
    FEATURES,
    Door,
    GuideIndexPage,
    GuidePage,
    HomePage,
    WordsPage,
)
from waymark.guidance.models.snippets import Letter, Question, Word
from waymark.guidance.models.translation import State, Translation

__all__ = [
    "FEATURES",
    "Door",
    "Feedback",
    "GuideIndexPage",
    "GuidePage",
    "HomePage",
    "Letter",
    "Loaded",
    "Question",
    "SecondPerson",
    "State",
    "Translation",
    "Word",
    "WordsPage",
]
