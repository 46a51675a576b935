import pytest
from django.test import Client

from waymark.formats.making import CannotMake
from waymark.guidance.documents import shelf


class Workshop:
    """Makes nothing but a note of what was asked, and fails where it is told to."""

    def __init__(self):
        self.made = []
        self.broken = {}

    def converted(self, html, kind):
        self.made.append((kind, html))
        if kind in self.broken:
            raise CannotMake(kind, self.broken[kind])
        return f"{kind}:{html}".encode()

    @property
    def kinds(self):
        return [kind for kind, html in self.made]


@pytest.fixture
def data(settings, tmp_path):
    """A data folder that no other test has kept anything in."""
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def workshop(monkeypatch, data):
    """Formats made in no time, so that a test looks at what becomes of them."""
    shop = Workshop()
    monkeypatch.setattr(shelf, "converted", shop.converted)
    monkeypatch.setattr("waymark.guidance.documents.passing.converted", shop.converted)
    return shop


@pytest.fixture
def fetch():
    """Fetches a file whole, as `body`; the client lets go of it at its end."""
    client = Client()

    def fetch_(address, method="get", **headers):
        named = {name.replace("_", "-"): said for name, said in headers.items()}
        answer = getattr(client, method)(address, headers=named)
        answer.body = b"".join(answer)
        return answer

    return fetch_
