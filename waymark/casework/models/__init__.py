"""What casework keeps: episodes, what happened, and what makes lists fast."""

from waymark.casework.models.episode import Episode, Happening, reference_of
from waymark.casework.models.line import CaseLine
from waymark.casework.models.saved import SavedList

__all__ = ["CaseLine", "Episode", "Happening", "SavedList", "reference_of"]
