"""Every process, as data. `PROCESSES` holds each once, by its key."""

from waymark.law.process import Process
from waymark.law.processes.amendment import AMENDMENT
from waymark.law.processes.annual_review import ANNUAL_REVIEW
from waymark.law.processes.ceasing import CEASING
from waymark.law.processes.detained_person import DETAINED_PERSON
from waymark.law.processes.early_years_notification import EARLY_YEARS_NOTIFICATION
from waymark.law.processes.ehc_needs_assessment import EHC_NEEDS_ASSESSMENT
from waymark.law.processes.local_offer_publication import LOCAL_OFFER_PUBLICATION
from waymark.law.processes.mediation_and_appeal import MEDIATION_AND_APPEAL
from waymark.law.processes.move_between_authorities import MOVE_BETWEEN_AUTHORITIES
from waymark.law.processes.personal_budget import PERSONAL_BUDGET
from waymark.law.processes.phase_transfer import PHASE_TRANSFER
from waymark.law.processes.re_assessment import RE_ASSESSMENT
from waymark.law.processes.sen_support import SEN_SUPPORT
from waymark.law.processes.tribunal_order import TRIBUNAL_ORDER

__all__ = ["PROCESSES"]

_ALL: tuple[Process, ...] = (
    EHC_NEEDS_ASSESSMENT,
    ANNUAL_REVIEW,
    PHASE_TRANSFER,
    RE_ASSESSMENT,
    AMENDMENT,
    MOVE_BETWEEN_AUTHORITIES,
    MEDIATION_AND_APPEAL,
    TRIBUNAL_ORDER,
    CEASING,
    PERSONAL_BUDGET,
    SEN_SUPPORT,
    EARLY_YEARS_NOTIFICATION,
    LOCAL_OFFER_PUBLICATION,
    DETAINED_PERSON,
)

#: Every process by its key.
PROCESSES: dict[str, Process] = {process.key: process for process in _ALL}
