"""How long jobs are kept."""

from waymark.access.retention import ByJob, Kept, SaysNothing, Whom
from waymark.jobs.tasks import KEEP

LINES = (
    Kept(
        tables=("django_tasks_database.DBTaskResult",),
        holds="Work that was put off: what, to which row, and whether it was done.",
        whom=Whom.STAFF,
        because="so that a fault can be looked into",
        counted_from="the end of the job",
        length=KEEP,
        ends=ByJob("forget-old-jobs"),
    ),
    SaysNothing(
        tables=("jobs.Lease", "jobs.Schedule"),
        holds="when repeated jobs run, and which of them is at work",
    ),
)
