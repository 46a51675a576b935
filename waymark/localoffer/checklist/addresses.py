"""Where the checklist is read: for life."""

CHECKLIST = "/local-offer/checklist/"
