"""The questions of each process of the law that families are asked about."""

from waymark.routemaps.dates.questionnaires.annual_review import ANNUAL_REVIEW
from waymark.routemaps.dates.questionnaires.assessment import ASSESSMENT
from waymark.routemaps.dates.questionnaires.disagreement import DISAGREEMENT
from waymark.routemaps.dates.questionnaires.early_years import EARLY_YEARS
from waymark.routemaps.dates.questionnaires.phase_transfer import PHASE_TRANSFER
from waymark.routemaps.dates.questionnaires.sen_support import SEN_SUPPORT

__all__ = ["QUESTIONNAIRES"]

#: Each by the key of its process.
QUESTIONNAIRES = {
    asked.process: asked
    for asked in (
        ASSESSMENT,
        ANNUAL_REVIEW,
        PHASE_TRANSFER,
        DISAGREEMENT,
        EARLY_YEARS,
        SEN_SUPPORT,
    )
}
