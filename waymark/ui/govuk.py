"""GOV.UK Frontend's components, by the macros that were proved to match it."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeData, SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader

_PACKAGE = "govuk_frontend_jinja"


class NotSafe(ValueError):
    """Text was offered as `html` without having been made safe."""


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=PrefixLoader({_PACKAGE: PackageLoader(_PACKAGE)}),
    )


@cache
def _macro(component: str) -> Callable[[dict[str, Any]], str]:
    folder = re.sub(r"(?<!^)(?=[A-Z])", "-", component).lower()
    module = (
        _environment().get_template(f"{_PACKAGE}/components/{folder}/macro.html").module
    )
    macro: Callable[[dict[str, Any]], str] = getattr(
        module, f"govuk{component[0].upper()}{component[1:]}"
    )
    return macro


def govuk(component: str, params: Mapping[str, Any]) -> SafeString:
    """The HTML of one component: `govuk("errorSummary", {...})`.

    Raises `NotSafe` when an `html` option is not a `SafeString`: text belongs in
    `text`, which is escaped.
    """
    # Safe, because the macros escape every text and `_plain` refuses loose html.
    drawn = _macro(component)(_plain(dict(params)))
    return mark_safe(drawn)  # noqa: S308  # nosec


def _plain(value: Any, name: str = "") -> Any:
    """The same options, with translations spoken and every `html` proved safe."""
    if isinstance(value, Promise):
        value = str(value)
    if name == "html" and value and not isinstance(value, SafeData):
        raise NotSafe("Give words as text, or make the html safe first.")
    if isinstance(value, Mapping):
        return {key: _plain(inner, key) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Options as a template writes them: `label__text=...` is `label: {text: ...}`."""
    options: dict[str, Any] = {}
    for name, value in flat.items():
        *path, last = name.split("__")
        inside = options
        for step in path:
            inside = inside.setdefault(step, {})
        inside[last] = value
    return options
