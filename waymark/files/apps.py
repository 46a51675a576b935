from datetime import timedelta

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "waymark.files"
    label = "files"
    verbose_name = "Files"

    def ready(self) -> None:
        from waymark.access import retention
        from waymark.files import services, tasks
        from waymark.files.retention import LINES
        from waymark.jobs import schedule

        retention.register("files", LINES)
        schedule.register("scan-files", timedelta(minutes=1), services.scan_waiting)
        schedule.register("sweep-files", timedelta(hours=1), tasks.sweep_files)
