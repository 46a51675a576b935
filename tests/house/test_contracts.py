"""The contracts about imports fail the build when somebody breaks them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).parent / "lint-imports"

BAD_IMPORTS = {
    "a room that imports upwards": (
        "organisations/queries.py",
        "from waymark.routemaps import queries as _bad",
    ),
    "siblings that know each other": (
        "finding/services.py",
        "from waymark.ui import component as _bad",
    ),
    "the law that knows a framework": ("law/rule.py", "import django as _bad"),
    "the law that looks at the clock": (
        "law/rule.py",
        "from waymark import today as _bad",
    ),
    "a query that calls a service": (
        "organisations/queries.py",
        "from waymark.organisations import services as _bad",
    ),
    "a room that has no place": ("utils/__init__.py", ""),
    "rights that know the editorial system": (
        "access/decision.py",
        "import wagtail as _bad",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code that may be spoilt."""
    shutil.copytree(
        ROOT / "waymark",
        tmp_path / "waymark",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.real_time
def test_the_house_keeps_its_own_contracts(copy):
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.real_time
@pytest.mark.parametrize("sabotage", BAD_IMPORTS)
def test_a_bad_import_is_caught(copy, sabotage):
    place, line = BAD_IMPORTS[sabotage]
    file = copy / "waymark" / place
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")

    assert lint(copy).returncode == 1
