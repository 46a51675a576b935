"""What casework keeps: episodes, what happened, and what makes lists fast."""

from waymark.casework.models.claims import Claim
from waymark.casework.models.decisions import Decision
from waymark.casework.models.episode import Episode, Happening, reference_of
from waymark.casework.models.letters import Letter, Served
from waymark.casework.models.line import CaseLine
from waymark.casework.models.saved import SavedList

__all__ = [
    "CaseLine",
    "Claim",
    "Decision",
    "Episode",
    "Happening",
    "Letter",
    "SavedList",
    "Served",
    "reference_of",
]
