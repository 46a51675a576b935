"""The nginx we ship, on this machine alone, before a program that answers simply."""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.programs import ROOT, free_port

SHIPPED = ROOT / "deploy" / "nginx" / "waymark.conf"
NAME = "send.example.org"

AROUND = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/start.log;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/waymark.conf;
}}
"""

#: Says back what arrived, so that a test can see what a client may make us believe.
BEHIND = """
import json
import os

def application(environ, start_response):
    told = {"BEHIND": os.environ["BEHIND"]} | {name: value for name, value in environ.items() if isinstance(value, str)}
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(told).encode()]
"""


@dataclass
class Front:
    """A running nginx with our configuration."""

    folder: Path
    plain: int
    secure: int
    behind: subprocess.Popen[bytes]

    def ask(
        self,
        path: str,
        *,
        secure: bool = True,
        headers: dict[str, str] | None = None,
        timeout: float = 10,
    ) -> tuple[HTTPResponse, bytes]:
        """One request by name, as a browser makes it."""
        connection = (
            HTTPSConnection(
                "127.0.0.1",
                self.secure,
                context=ssl._create_unverified_context(),
                timeout=timeout,
            )
            if secure
            else HTTPConnection("127.0.0.1", self.plain, timeout=timeout)
        )
        with closing(connection):
            connection.request("GET", path, headers={"Host": NAME, **(headers or {})})
            answer = connection.getresponse()
            return answer, answer.read()

    def logs(self) -> str:
        """Everything that nginx and the program behind it wrote."""
        return "\n".join(
            path.read_text(errors="replace") for path in self.folder.glob("*.log")
        )


def derived(folder: Path, plain: int, secure: int) -> str:
    """The shipped configuration with this test's ports and places, no line changed."""
    text = SHIPPED.read_text(encoding="utf-8")
    for theirs, ours in {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
        "/etc/ssl/waymark": str(folder),
        "/run/waymark/web.sock": str(folder / "web.sock"),
        "/run/waymark-door/door.sock": str(folder / "door.sock"),
        "/var/log/nginx/waymark.log": str(folder / "access.log"),
        "/var/log/nginx/waymark-error.log": str(folder / "error.log"),
        "/srv/waymark/waymark": str(ROOT),
    }.items():
        assert theirs in text, f"{theirs} is no longer in {SHIPPED.name}"
        text = text.replace(theirs, ours)
    return text


def make_certificate(folder: Path) -> None:
    """A certificate for this test alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    encoded = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(encoded))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            encoded,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def write_configuration(folder: Path) -> tuple[int, int]:
    """Everything nginx needs, in one folder; the two ports it will listen on."""
    plain, secure = free_port(), free_port()
    make_certificate(folder)
    (folder / "waymark.conf").write_text(derived(folder, plain, secure))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder))
    (folder / "behind.py").write_text(BEHIND)
    return plain, secure


def nginx(folder: Path, *words: str) -> list[str]:
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return [program, "-c", str(folder / "nginx.conf"), "-p", str(folder), *words]


@contextmanager
def serving(folder: Path) -> Iterator[Front]:
    """nginx and the two gunicorns behind it, until the end of the block."""
    plain, secure = write_configuration(folder)
    with (
        (folder / "behind.log").open("wb") as log,
        (folder / "front.log").open("wb") as out,
    ):
        behind, door = (
            subprocess.Popen(
                [
                    *(sys.executable, "-m", "gunicorn", f"--workers={workers}"),
                    *("--bind", f"unix:{folder}/{name}.sock", "--chdir", str(folder)),
                    *("--env", f"BEHIND={name}", "--access-logfile=-", "behind"),
                ],
                stdout=log,
                stderr=log,
            )
            for name, workers in (("web", 2), ("door", 1))
        )
        front = subprocess.Popen(nginx(folder), stdout=out, stderr=out)
        try:
            wait_for(folder / "door.sock", secure)
            wait_for(folder / "web.sock", secure)
            yield Front(folder, plain, secure, behind)
        finally:
            for program in (front, behind, door):
                program.terminate()
                program.wait(timeout=20)


def wait_for(door: Path, port: int) -> None:
    last_moment = time.monotonic() + 20
    while time.monotonic() < last_moment:
        with socket.socket() as probe:
            if door.exists() and not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")
