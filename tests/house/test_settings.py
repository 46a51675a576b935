"""The live settings are strong: asked of the programs and the database themselves."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import ROOT

pytestmark = [pytest.mark.real_time, pytest.mark.slow]

ASK = """
import json, sys
import django
django.setup()
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
answer = {name: getattr(settings, name) for name in dir(settings)
          if name.isupper() and isinstance(getattr(settings, name), (str, int, list, tuple))}
answer["hashed"] = make_password("four plain words together")
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            answer[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]
answer["database"] = {k: v for k, v in settings.DATABASES["default"].items()
                      if isinstance(v, (str, int, bool))}
answer["transaction_mode"] = settings.DATABASES["default"].get("OPTIONS", {}).get(
    "transaction_mode")
json.dump(answer, sys.stdout, default=str)
"""
SERVICE = {
    "WAYMARK_SERVICE": "true",
    "WAYMARK_HOSTS": "send.example.org",
    "WAYMARK_WEBSITE": "https://send.example.org",
    "WAYMARK_TRUSTED_PROXIES": "1",
    "WAYMARK_CLAMD": "unix:/run/clamav/clamd.ctl",
}


def run(data: Path, *words: str, **told: str) -> subprocess.CompletedProcess[str]:
    """A Python program under the live settings and nothing else that is set here."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("WAYMARK_", "DJANGO_", "PG"))
    }
    live = {"DJANGO_SETTINGS_MODULE": "waymark.config.settings", "DATA": str(data)}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**kept, **live, **told},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def asked(data: Path, **told: str) -> dict:
    answer = run(data, "-c", ASK, **told)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.fixture(scope="module")
def service(tmp_path_factory) -> dict:
    """What a live service is set to."""
    return asked(tmp_path_factory.mktemp("service"), **SERVICE)


@pytest.fixture(scope="module")
def own_machine(tmp_path_factory) -> dict:
    """What `make run` is set to."""
    return asked(tmp_path_factory.mktemp("own"))


def test_passwords_are_kept_with_argon2id(service, own_machine):
    assert service["hashed"].startswith("argon2$argon2id$")
    assert own_machine["hashed"].startswith("argon2$argon2id$")


def test_cookies_of_a_service_are_bound_to_its_host_and_to_https(service):
    assert service["SESSION_COOKIE_NAME"] == "__Host-session"
    assert service["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert service["SESSION_COOKIE_SECURE"]
    assert service["CSRF_COOKIE_SECURE"]
    assert not service.get("SESSION_COOKIE_DOMAIN")
    assert service["SESSION_COOKIE_PATH"] == service["CSRF_COOKIE_PATH"] == "/"


@pytest.mark.parametrize("where", ["service", "own_machine"])
def test_no_script_reads_a_cookie_and_no_other_site_sends_one(where, request):
    settings = request.getfixturevalue(where)

    assert settings["SESSION_COOKIE_HTTPONLY"]
    assert settings["CSRF_COOKIE_HTTPONLY"]
    assert settings["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert settings["CSRF_COOKIE_SAMESITE"] == "Strict"


def test_a_service_is_https_only_for_two_years_with_its_subdomains(service):
    assert service["SECURE_SSL_REDIRECT"]
    assert service["SECURE_HSTS_SECONDS"] == 63072000
    assert service["SECURE_HSTS_INCLUDE_SUBDOMAINS"]


def test_nothing_shows_its_inside(service, own_machine):
    assert not service["DEBUG"]
    assert not own_machine["DEBUG"]


def test_a_session_lasts_twelve_hours_at_most_and_lives_in_the_database(service):
    assert service["SESSION_COOKIE_AGE"] <= 12 * 60 * 60
    assert service["SESSION_ENGINE"].endswith(".db")


def test_a_body_without_files_is_small(service):
    assert service["DATA_UPLOAD_MAX_MEMORY_SIZE"] <= 1_000_000


def test_no_transaction_lasts_as_long_as_a_request(service):
    assert not service["database"].get("ATOMIC_REQUESTS")


def test_an_acknowledged_commit_is_on_the_disk(own_machine):
    """2 is FULL: NORMAL may lose acknowledged commits in a power cut."""
    assert own_machine["journal_mode"] == "wal"
    assert own_machine["synchronous"] == 2
    assert own_machine["foreign_keys"] == 1
    assert own_machine["busy_timeout"] == 10_000
    assert own_machine["transaction_mode"] == "IMMEDIATE"


def test_a_connection_to_postgresql_is_checked_before_it_is_used(tmp_path):
    ask = (
        "from waymark.config.settings import DATABASES; "
        "print(DATABASES['default']['CONN_HEALTH_CHECKS'])"
    )
    answer = run(tmp_path, "-c", ask, WAYMARK_DATABASE="postgresql")

    assert answer.stdout.strip() == "True"


def test_the_frameworks_own_check_for_a_service_finds_nothing(tmp_path):
    answer = run(
        tmp_path, "-m", "django", "check", "--deploy", "--fail-level=WARNING", **SERVICE
    )

    assert answer.returncode == 0, answer.stderr


def test_the_secret_is_made_once_and_kept_from_everybody_else(tmp_path):
    ask = "from waymark.config.settings import SECRET_KEY; print(SECRET_KEY)"
    first = run(tmp_path, "-c", ask).stdout.strip()

    assert run(tmp_path, "-c", ask).stdout.strip() == first
    assert len(first) >= 50
    assert (tmp_path / "keys" / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAYMARK_DEBUG", "perhaps"),
        ("WAYMARK_SERVICE", "1"),
        ("WAYMARK_TRUSTED_PROXIES", "-1"),
        ("WAYMARK_DATABASE", "oracle"),
    ],
)
def test_a_setting_that_is_not_understood_stops_the_start(tmp_path, name, value):
    answer = run(tmp_path, "-c", "import waymark.config.settings", **{name: value})

    assert answer.returncode != 0
    assert f"{name} is {value!r}. Set it to" in answer.stderr


HEAVY = {"ibis", "duckdb", "pyarrow", "pandas", "numpy", "playwright"}
LOADED = "import sys; print(*{name.split('.')[0] for name in sys.modules})"


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("import waymark.law.timeline, waymark.law.rules", id="the law"),
        pytest.param(
            "import django; django.setup(); "
            "from django.urls import get_resolver; get_resolver().url_patterns",
            id="the site",
        ),
    ],
)
def test_whole_caseloads_cost_a_page_nothing_at_the_start(tmp_path, start):
    answer = run(tmp_path, "-c", f"{start}; {LOADED}")

    assert answer.returncode == 0, answer.stderr
    assert not HEAVY & set(answer.stdout.split())


def test_the_law_is_read_without_the_framework(tmp_path):
    answer = run(
        tmp_path, "-c", f"import waymark.law.timeline, waymark.law.rules; {LOADED}"
    )

    assert not {"django", "wagtail", "waymark.config"} & set(answer.stdout.split())
