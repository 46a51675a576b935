"""Every public page, found as a reader finds them: by following links."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

#: Behind a door, made by others, or not pages.
NOT_PAGES = ("/account/", "/editing/", "/managing/", "/static/")
#: Files of a page: more than a thousand, each looked at in the tests of its room.
FILES = "/take-away/"


class Links(HTMLParser):
    """Where the links of a page lead, and the names of places inside it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and said.get("href"):
            self.to.append(str(said["href"]))
        if said.get("id"):
            self.ids.add(str(said["id"]))


@dataclass
class Found:
    """One page as it was sent, and how many clicks from home it stands."""

    path: str
    clicks: int
    status: int
    html: str
    headers: dict[str, str] = field(default_factory=dict)

    @cached_property
    def links(self) -> Links:
        return Links(self.html)


def fetch(site: str, path: str, clicks: int = 0) -> Found:
    try:
        with urllib.request.urlopen(site + path, timeout=30) as answer:
            text = answer.read().decode("utf-8", errors="replace")
            return Found(path, clicks, answer.status, text, dict(answer.headers))
    except urllib.error.HTTPError as problem:
        with problem:
            text = problem.read().decode("utf-8", errors="replace")
            return Found(path, clicks, problem.code, text, dict(problem.headers))


def own_paths(site: str, page: Found) -> Iterator[str]:
    """The addresses of this site that a page leads to, without their place inside."""
    for link in page.links.to:
        address = urldefrag(urljoin(site + page.path, link)).url
        path = address.removeprefix(site)
        is_page = not path.startswith(NOT_PAGES) and FILES not in path
        if address.startswith(site) and is_page:
            yield path or "/"


def crawl(site: str) -> dict[str, Found]:
    """Every page that links lead to from home, without those that hold a query."""
    found: dict[str, Found] = {}
    waiting = [("/", 0)]
    while waiting:
        path, clicks = waiting.pop(0)
        if path in found:
            continue
        page = found[path] = fetch(site, path, clicks)
        if "html" in page.headers.get("Content-Type", ""):
            waiting += [
                (to, clicks + 1)
                for to in own_paths(site, page)
                if not urlsplit(to).query and to not in found
            ]
    return found


def sitemap(site: str) -> list[str]:
    """The paths that the sitemap lists, whatever host it names."""
    tree = ElementTree.fromstring(fetch(site, "/sitemap.xml").html)
    return [
        urlsplit(place.text or "").path
        for place in tree.iter()
        if place.tag.endswith("loc")
    ]
