"""Waymark runs without the requirement set that reads whole caseloads."""

import subprocess
import sys

import pytest

HEAVY = "{'ibis', 'duckdb', 'pyarrow', 'numpy', 'pandas'} & set(sys.modules)"


@pytest.mark.real_time
@pytest.mark.parametrize(
    "start",
    [
        "from waymark.law import readings, RULES, PROCESSES",
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings';"
        "import django; django.setup(); import waymark.config.urls",
    ],
)
def test_neither_the_law_nor_the_site_needs_an_engine_for_caseloads(start):
    program = f"import sys; {start}; print(*sorted({HEAVY}))"

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []
