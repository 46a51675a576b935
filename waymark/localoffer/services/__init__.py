"""Every change to the directory."""

from waymark.localoffer.services.area import load_area
from waymark.localoffer.services.drafts import (
    approve_draft,
    discard_draft,
    publish_due_drafts,
    return_draft,
    save_draft,
    schedule_draft,
    send_draft,
)
from waymark.localoffer.services.forgetting import forget_old_versions
from waymark.localoffer.services.importing import Outcome, import_rows
from waymark.localoffer.services.lists import load_lists, set_meaning
from waymark.localoffer.services.publishing import (
    Unfit,
    assure,
    assure_many,
    change_organisation,
    publish_record,
    restore_version,
    set_visibility,
)
from waymark.localoffer.services.reading import load_reading
from waymark.localoffer.services.sheets import import_sheet
from waymark.localoffer.services.sources import source_for

__all__ = [
    "Outcome",
    "Unfit",
    "approve_draft",
    "assure",
    "assure_many",
    "change_organisation",
    "discard_draft",
    "forget_old_versions",
    "import_rows",
    "import_sheet",
    "load_area",
    "load_lists",
    "load_reading",
    "publish_due_drafts",
    "publish_record",
    "restore_version",
    "return_draft",
    "save_draft",
    "schedule_draft",
    "send_draft",
    "set_meaning",
    "set_visibility",
    "source_for",
]
