from datetime import timedelta

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "waymark.jobs"
    label = "jobs"
    verbose_name = "Jobs"

    def ready(self) -> None:
        _say_how_long()
        from waymark.access import tasks as access
        from waymark.access.emergencies import sound_alarms
        from waymark.jobs import schedule, tasks

        # The room of access stands below this one and cannot ask for it.
        schedule.register("seal-audit", timedelta(minutes=1), access.seal_audit)
        schedule.register("forget-presses", timedelta(days=1), access.forget_presses)
        schedule.register("sound-alarms", timedelta(minutes=5), sound_alarms)
        schedule.register("forget-old-jobs", timedelta(days=1), tasks.forget_old_jobs)


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.jobs.retention import LINES

    retention.register("jobs", LINES)
