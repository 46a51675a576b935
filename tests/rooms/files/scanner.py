"""A real scanner for the tests, with a signature of our own and nothing downloaded."""

import secrets
import subprocess
import time
from pathlib import Path

#: Made when the tests run, so that no scanner elsewhere ever takes them for a virus.
MARK = f"INVENTED-{secrets.token_hex(12)}"
NAME = "Waymark.Invented"


def serve(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start clamd on a socket in a folder; the process, and the setting that names it.

    Raises: AssertionError, if it does not answer within a minute.
    """
    signatures = folder / "signatures"
    signatures.mkdir()
    signature = f"{NAME}:0:*:{MARK.encode().hex()}\n"
    (signatures / "own.ndb").write_text(signature, "ascii")
    place = folder / "clamd"
    settings = folder / "clamd.conf"
    settings.write_text(
        f"LocalSocket {place}\nDatabaseDirectory {signatures}\nForeground yes\n"
        "MaxThreads 2\nStreamMaxLength 600M\nBytecode no\n",
        "ascii",
    )
    process = subprocess.Popen(
        ["/usr/sbin/clamd", "--config-file", str(settings)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    last_moment = time.monotonic() + 60
    while not place.exists():
        assert time.monotonic() < last_moment, "clamd does not come up"
        assert process.poll() is None, "clamd ended"
        time.sleep(0.1)
    return process, f"unix:{place}"
