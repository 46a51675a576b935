"""Puts the `waymark` command into the environment this runs in.

A two-line script and a path file do what a build would do, and need no network.
"""

import stat
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).parent / "waymark"
PATHS = Path(sysconfig.get_path("purelib")) / "waymark.pth"

PATHS.write_text(f"{ROOT}\n", encoding="utf-8")
COMMAND.write_text(
    f"#!{sys.executable}\nimport sys\n\n"
    "from waymark.__main__ import run\n\nsys.exit(run())\n",
    encoding="utf-8",
)
COMMAND.chmod(COMMAND.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
print(f"Installed {COMMAND.relative_to(ROOT)}")
