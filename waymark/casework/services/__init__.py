"""Every change to casework: what happened is written down, and never written over."""

from waymark.casework.services.claims import (
    Ground,
    agree_to_claim,
    claim_exemption,
    return_claim,
)
from waymark.casework.services.decisions import (
    REGARD_TO_AGE,
    Limbs,
    agree_to_decision,
    propose_decision,
    return_decision,
)
from waymark.casework.services.lines import rebuild
from waymark.casework.services.lists import forget_list, save_list
from waymark.casework.services.sending import (
    mark_read,
    send_letter,
    serve_in_another_way,
)
from waymark.casework.services.steps import (
    ASSESSMENT,
    correct_step,
    record_request,
    record_step,
    require_may,
)
from waymark.casework.services.taking_in import Asked, take_in
from waymark.casework.services.writing import begin_letter, write_letter
from waymark.people.services import ChangedMeanwhile, Refused

__all__ = [
    "REGARD_TO_AGE",
    "ASSESSMENT",
    "Asked",
    "ChangedMeanwhile",
    "Ground",
    "Limbs",
    "Refused",
    "agree_to_claim",
    "agree_to_decision",
    "begin_letter",
    "claim_exemption",
    "correct_step",
    "forget_list",
    "mark_read",
    "propose_decision",
    "rebuild",
    "record_request",
    "record_step",
    "require_may",
    "return_claim",
    "return_decision",
    "save_list",
    "send_letter",
    "serve_in_another_way",
    "take_in",
    "write_letter",
]
