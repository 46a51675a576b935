"""What the search page shows."""

from dataclasses import dataclass
from urllib.parse import urlencode

from waymark.finding import ranking
from waymark.finding.queries import Results
from waymark.finding.signposts import Signpost, signposts


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The results with the addresses that lead on from them."""

    results: Results
    helpers: list[Signpost]

    @property
    def asked(self) -> bool:
        """Was anything typed at all?"""
        return bool(self.results.text.strip())

    @property
    def nothing(self) -> bool:
        return self.asked and not self.results.total and not self.results.asleep

    @property
    def instead(self) -> list[str]:
        """The words that were searched for instead of mistyped ones."""
        return [word for m in self.results.mendings for word in m.meant[:3]]

    @property
    def typed(self) -> list[str]:
        return [mending.typed for mending in self.results.mendings]

    @property
    def as_typed(self) -> str:
        """The same search with every word taken as it was typed."""
        return _address(self.results.text, literal="1")

    @property
    def first_place(self) -> int:
        """The number of the first result on this page."""
        return (self.results.page - 1) * ranking.PAGE + 1

    @property
    def before(self) -> str:
        return self._page(self.results.page - 1)

    @property
    def after(self) -> str:
        return self._page(self.results.page + 1)

    def _page(self, number: int) -> str:
        if not 1 <= number <= self.results.pages:
            return ""
        literal = {"literal": "1"} if self.results.literal else {}
        return _address(self.results.text, page=str(number), **literal)


def search_page(results: Results) -> SearchPage:
    """The page of these results; helpers are fetched only if they are needed."""
    lost = results.asleep or not results.total
    return SearchPage(results, signposts() if lost else [])


def _address(text: str, **more: str) -> str:
    return f"?{urlencode({'q': text, **more})}"
