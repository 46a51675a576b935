from datetime import timedelta

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "waymark.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from waymark.accounts import kinds, queries, tasks
        from waymark.jobs import schedule
        from waymark.messages.kinds import register
        from waymark.organisations import slots

        for kind in kinds.KINDS:
            register(kind)
        slots.register_people(queries.who_may_hold_posts)
        schedule.register("forget-codes", timedelta(hours=6), tasks.forget_codes)
