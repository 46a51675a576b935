"""The macros we use draw what GOV.UK Frontend itself says each option should draw."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString

from waymark.ui.govuk import NotSafe, govuk, nested

FIXTURES = Path(__file__).parent / "govuk_fixtures" / "chosen.json"
COMPONENTS = json.loads(FIXTURES.read_text(encoding="utf-8"))["components"]
VOID = {"input", "br", "img", "hr", "path"}


class Tree(HTMLParser):
    """The tags, attributes and words of a page, whatever its spaces."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        classes = {
            k: sorted((v or "").split()) if k == "class" else v for k, v in attrs
        }
        self.seen.append((tag, sorted(classes.items(), key=lambda item: item[0])))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.seen.append(f"/{tag}")

    def handle_data(self, data):
        if data.strip():
            self.seen.append(" ".join(data.split()))


def trusted(value):
    """The fixtures' own html, marked as safe."""
    if isinstance(value, dict):
        return {
            key: SafeString(inner)
            if key == "html" and isinstance(inner, str)
            else trusted(inner)
            for key, inner in value.items()
        }
    return [trusted(inner) for inner in value] if isinstance(value, list) else value


CASES = [
    pytest.param(component, case, id=f"{component}: {case['name']}")
    for component, cases in COMPONENTS.items()
    for case in cases
]


@pytest.mark.parametrize(("component", "case"), CASES)
def test_a_component_is_drawn_as_govuk_frontend_draws_it(component, case):
    first, *rest = component.split("-")
    name = first + "".join(word.capitalize() for word in rest)

    drawn = govuk(name, trusted(case["options"]))

    assert Tree(drawn).seen == Tree(case["html"]).seen


def test_words_offered_as_html_are_refused():
    with pytest.raises(NotSafe):
        govuk("insetText", {"html": "<b>not checked</b>"})


def test_words_offered_as_text_are_escaped():
    assert "&lt;b&gt;" in govuk("insetText", {"text": "<b>"})


def test_two_underlines_in_a_template_reach_an_inner_option():
    assert nested({"label__text": "Name", "id": "n"}) == {
        "label": {"text": "Name"},
        "id": "n",
    }


def test_a_template_may_use_a_component_whose_option_is_called_name():
    page = Template(
        "{% load ui %}{% govuk 'input' name='first' id='f' label__text='First' %}"
    )
    assert 'name="first"' in page.render(Context())
