"""An editor at work over plain HTTP: signs in, opens a page's form, saves drafts."""

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode

Fields = list[tuple[str, str]]


class Forms(HTMLParser):
    """The forms of a page with what a browser would send from each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields, str]] = []
        self._action: str | None = None
        self._fields: Fields = []
        self._words = ""
        self._area = ""
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._action, self._fields, self._words = said.get("action", ""), [], ""
        elif tag == "input" and said.get("name"):
            self._take(said)
        elif tag == "textarea":
            self._area = said.get("name", "")
            self._fields.append((self._area, ""))
        elif tag == "select":
            self._select = said.get("name", "")
        elif tag == "option" and "selected" in said and self._select:
            self._fields.append((self._select, said.get("value", "")))

    def _take(self, said: dict[str, str]) -> None:
        ticked = said.get("type") not in {"checkbox", "radio"} or "checked" in said
        if ticked and said.get("type") not in {"submit", "file", "button"}:
            self._fields.append((said["name"], said.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._action is not None:
            self.forms.append((self._action, self._fields, self._words))
            self._action = None
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        self._words += data
        if self._area:
            name, so_far = self._fields[-1]
            # A browser drops the line break right after the opening tag.
            self._fields[-1] = (
                name,
                so_far + (data if so_far else data.lstrip("\r\n")),
            )


class _StayHere(urllib.request.HTTPRedirectHandler):
    """An acknowledgement is the redirect itself; nothing is fetched after it."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass
class Editor:
    """Somebody with a browser's cookies, and no browser."""

    address: str
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> str:
        with self._open(path) as answer:
            return answer.read().decode()

    def send(self, path: str, fields: Fields, referrer: str) -> int:
        """Post a form; the status of the answer, with no redirect followed."""
        try:
            with self._open(path, urlencode(fields).encode(), referrer) as answer:
                return answer.status
        except urllib.error.HTTPError as problem:
            with problem:
                return problem.code

    def post(self, path: str, body: bytes, kind: str) -> int:
        """Post what is no ordinary form; the status, with no redirect followed."""
        try:
            with self._open(path, body, path, kind) as answer:
                return answer.status
        except urllib.error.HTTPError as problem:
            with problem:
                return problem.code

    def sign_in_as(self, name: str) -> None:
        """Press the one button that makes us this invented person."""
        for action, fields, words in Forms(self.get("/account/login/")).forms:
            if f"Be {name} " in words:
                assert self.send(action, fields, "/account/login/") == 302
                return
        raise AssertionError(f"nobody here is called {name}")

    def form_of(self, page: int) -> Fields:
        """What the editing form of a page holds."""
        path = f"/editing/pages/{page}/edit/"
        return next(
            fields
            for action, fields, _ in Forms(self.get(path)).forms
            if action == path
        )

    def save(self, page: int, form: Fields, **changed: str) -> bool:
        """Save a draft with these fields changed; True when that was acknowledged."""
        path = f"/editing/pages/{page}/edit/"
        fields = [(name, changed.get(name, value)) for name, value in form]
        return self.send(path, fields, path) == 302

    def _open(
        self,
        path: str,
        body: bytes | None = None,
        referrer: str = "/",
        kind: str = "application/x-www-form-urlencoded",
    ) -> HTTPResponse:
        opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.jar), _StayHere()
        )
        headers = {"Referer": self.address + referrer, "Origin": self.address}
        if body is not None:
            headers["Content-Type"] = kind
        asked = urllib.request.Request(self.address + path, body, headers)
        answer: HTTPResponse = opener.open(asked, timeout=20)
        return answer
