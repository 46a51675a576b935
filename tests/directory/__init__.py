"""A council's directory: a real OpenID provider, run as a process of its own."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests
from joserfc.jwk import RSAKey

from tests.programs import ROOT, free_port
from waymark.gateways.directories import Directory

BACK = "/account/directory/council/back/"
SECRET = "an-invented-secret-of-a-client-in-a-test"  # noqa: S105


@dataclass
class Council:
    """The directory while it runs, and how it is entered in our own file."""

    process: subprocess.Popen[str]
    issuer: str
    key: RSAKey

    def entry(self, **otherwise: object) -> Directory:
        said = {
            "key": "council",
            "name": "Saltmarsh Council",
            "issuer": self.issuer,
            "client_id": "waymark",
            "secret": SECRET,
        }
        return Directory(**{**said, **otherwise})  # type: ignore[arg-type]

    def entry_with_key(self) -> Directory:
        return self.entry(
            client_id="waymark-by-key",
            secret="",
            private_key=self.key.as_pem(private=True).decode(),
        )

    def sign_in(self, address: str, login: str, *, shown_by: str = "pwd mfa") -> str:
        """Go to the directory as a browser would; the way back with its answer."""
        return self._answer(address, {"login": login, "amr": shown_by, "do": "yes"})

    def turn_back(self, address: str) -> str:
        return self._answer(address, {"do": "no"})

    def _answer(self, address: str, said: dict[str, str]) -> str:
        with requests.Session() as browser:
            asking = browser.get(address, timeout=10)
            answer = browser.post(
                asking.url, data=said, timeout=10, allow_redirects=False
            )
            while True:
                to = urljoin(answer.url, answer.headers["Location"])
                if not to.startswith(self.issuer):
                    return to
                answer = browser.get(to, timeout=10, allow_redirects=False)


def said_in(address: str) -> dict[str, str]:
    """The words of an address."""
    return dict(parse_qsl(urlsplit(address).query))


@contextmanager
def a_council(
    home: str = "http://testserver", port: int | None = None
) -> Iterator[Council]:
    """Run the directory of a council that knows Waymark by a secret and by a key."""
    port, key = port or free_port(), RSAKey.generate_key(2048)
    client = {"redirect_uris": [home + BACK]}
    clients = [
        {**client, "client_id": "waymark", "client_secret": SECRET},
        {
            **client,
            "client_id": "waymark-by-key",
            "token_endpoint_auth_method": "private_key_jwt",
            "jwks": {"keys": [key.as_dict(private=False)]},
        },
    ]
    told = json.dumps({"port": port, "clients": clients})
    process = subprocess.Popen(
        ["node", "tests/directory/provider.mjs", told],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        heard = []
        while (line := process.stdout.readline()) != "ready\n":
            heard.append(line)
            assert line, "".join(heard)
        yield Council(process, f"http://127.0.0.1:{port}", key)
    finally:
        process.kill()
        process.communicate()
