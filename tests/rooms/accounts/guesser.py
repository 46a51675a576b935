"""Tries codes in a program of its own: `python -m … COMMAND`."""

import os
import sys

import django


def prepare() -> None:
    from waymark.access.roles import Role
    from waymark.accounts import services

    account = services.make_account(
        email="sefton@example.org", name="Sefton", password=None
    )
    services.grant_role(account, Role.PROVIDER)
    sys.stdout.write(f"{services.ask_for_code('sefton@example.org')}\n")


def guess(asked_id: str, times: str) -> None:
    """Say how many guesses were looked at."""
    from uuid import UUID

    from waymark.accounts import services

    looked_at = 0
    for number in range(int(times)):
        try:
            services.redeem_code(UUID(asked_id), f"{number:08}")
        except services.NotTheCode:
            looked_at += 1
        except services.CodeIsOver:
            continue
    sys.stdout.write(f"{looked_at}\n")


def take_places(times: str) -> None:
    """Say how many places in a limit of twenty were taken."""
    from waymark.accounts import limits

    limit = limits.Limit("shared", 20)
    sys.stdout.write(f"{sum(limits.may(limit, 'one') for _ in range(int(times)))}\n")


def tries(asked_id: str) -> None:
    from waymark.accounts.models import SignInCode

    sys.stdout.write(f"{SignInCode.objects.get(pk=asked_id).tries}\n")


if __name__ == "__main__":
    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    os._exit(0)
