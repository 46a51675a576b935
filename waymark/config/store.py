"""The store in DATA: made when it is not there, brought up to date when it is old."""

import os


def ready() -> None:
    """Make Django ready, and touch no store."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.config.settings")

    import django

    django.setup()


def open_store() -> None:
    """Make Django ready and the store up to date. Costs little when it already is."""
    ready()
    from django.core.management import call_command

    if _migrations_wait():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)


def _migrations_wait() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def close_store() -> None:
    """Let go of the database, so that a child process opens its own connection."""
    from django.db import connections

    connections.close_all()
