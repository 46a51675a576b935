from datetime import timedelta

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "waymark.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        _say_how_long()
        from waymark.access.emergencies import register_alarm
        from waymark.accounts import alarms, families, kinds, posts, queries, tasks
        from waymark.jobs import schedule
        from waymark.messages.kinds import register
        from waymark.organisations import slots

        for kind in kinds.KINDS:
            register(kind)
        register_alarm(alarms.tell_of)
        families.begin()
        posts.begin()
        slots.register_people(queries.who_may_hold_posts)
        schedule.register("forget-codes", timedelta(hours=6), tasks.forget_codes)
        for name, task in (
            ("forget-sessions", tasks.forget_sessions),
            ("forget-invitations", tasks.forget_invitations),
            ("forget-leavers", tasks.forget_leavers),
            ("close-unused", tasks.close_unused),
        ):
            schedule.register(name, timedelta(days=1), task)


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.accounts.retention import LINES

    retention.register("accounts", LINES)
