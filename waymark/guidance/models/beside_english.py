"""Where somebody translates: the English on one side, their own words on the other."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text import get_rich_text_editor_widget

from waymark.guidance.limits import with_limits
from waymark.guidance.originals import Original
from waymark.guidance.simple_html import lines, plain
from waymark.guidance.translating import NOTES

FEATURES = ["h2", "h3", "bold", "link", "ol", "ul"]


class BesideEnglish(forms.Widget):
    """A row for each part of a page: its English, what changed, and a box."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.parts: list[Original] = []
        self.before: dict[str, str] = {}
        self.language: Any = None

    def shows(self, translation: Any) -> None:
        """Stand beside the English of this translation's page."""
        self.parts = [*translation.originals_now, *NOTES]
        self.before = {part.name: part.words for part in translation.originals}
        self.language = translation.spoken

    def boxes(self) -> Iterator[tuple[Original, forms.Widget]]:
        """Each part with the box it is translated in."""
        for part in self.parts:
            if part.kind == "words":
                yield part, get_rich_text_editor_widget(features=FEATURES)
            else:
                yield part, forms.Textarea(attrs={"rows": 2})

    @property
    def media(self) -> forms.Media:
        found = forms.Media()
        for _part, box in self.boxes():
            found += box.media
        return found

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        texts = {}
        for part, box in self.boxes():
            value = box.value_from_datadict(data, files, f"{name}-{part.name}")
            texts[part.name] = (value or "").strip()
        return texts

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        rows = [self._row(name, part, box, value or {}) for part, box in self.boxes()]
        parts = {"rows": rows, "language": self.language}
        return render_to_string("guidance/editing/beside_english.html", parts)

    def _row(
        self, name: str, part: Original, box: forms.Widget, texts: dict[str, str]
    ) -> dict[str, Any]:
        called = f"{name}-{part.name}"
        held = texts.get(part.name, "")
        before = self.before.get(part.name)
        attrs = {
            "id": f"id_{called}",
            "lang": self.language.code,
            "dir": self.language.direction,
            "aria-labelledby": f"english-{called}",
        }
        return {
            "id": f"english-{called}",
            "label": part.label or _("A note for readers, if you like"),
            "english": lines(with_limits(part.words)),
            "keys": part.words if "[[" in part.words else "",
            "changed": bool(held) and part.kind != "note" and before != part.words,
            "before": plain(with_limits(before or "")),
            "box": box.render(called, held, attrs),
        }


class TextsField(forms.Field):
    """The words of a translation, by the name of the part they translate."""

    widget = BesideEnglish
