from datetime import timedelta

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "waymark.jobs"
    label = "jobs"
    verbose_name = "Jobs"

    def ready(self) -> None:
        from waymark.jobs import schedule, tasks

        schedule.register("forget-old-jobs", timedelta(days=1), tasks.forget_old_jobs)
