"""From a Django field to the options of the GOV.UK component that shows it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from waymark.ui.day_month_year import DayMonthYearInput
from waymark.ui.govuk import govuk

Params = dict[str, Any]

#: Attributes that a component has an option of its own for, or must not carry: a
#: number is typed into a box for words, which has no smallest, largest or next one.
TAKEN = {
    "id",
    "class",
    "aria-describedby",
    "aria-invalid",
    "autocomplete",
    "inputmode",
    "max",
    "min",
    "pattern",
    "required",
    "rows",
    "spellcheck",
    "step",
}


def render(field: BoundField, over: Params | None = None) -> SafeString:
    """The field with its label, hint, error and what was typed."""
    if field.is_hidden:
        return field.as_widget()
    component, params = params_of(field)
    return govuk(component, _merged(params, over or {}))


def params_of(field: BoundField) -> tuple[str, Params]:
    """The component that shows the field, and the options to give it."""
    for widget, component, mapped in MAPPERS:
        if isinstance(field.field.widget, widget):
            return component, {**_about(field), **mapped(field)}
    return "input", {**_about(field), **_input(field)}


def summary(form: Any) -> SafeString:
    """The error summary of a form, each line linked to the field it speaks of."""
    lines: list[Params] = [{"text": words} for words in form.non_field_errors()]
    for field in form:
        href = f"#{target(field)}"
        lines += [{"text": words, "href": href} for words in messages(field)]
    title = {"titleText": gettext("There is something to put right")}
    return govuk("errorSummary", {**title, "errorList": lines})


def target(field: BoundField) -> str:
    """The id of the box that takes the cursor when its error is pressed."""
    identity = field.auto_id or field.html_name
    if isinstance(field.field.widget, DayMonthYearInput):
        return f"{identity}-{(_wrong_parts(field) or ('day',))[0]}"
    return identity


def messages(field: BoundField) -> list[str]:
    """What to put right, the same words beside the field and in the summary.

    Django's own "This field is required" says neither what to do nor where, so a
    field that brings no words of its own asks its question again.
    """
    return [_said(field, error) for error in field.errors.as_data()]


def _said(field: BoundField, error: ValidationError) -> str:
    unsaid = forms.Field.default_error_messages["required"]
    if error.code != "required" or error.message != unsaid:
        return " ".join(error.messages)
    if isinstance(field.field.widget, forms.CheckboxInput):
        return gettext("Tick “%(question)s”.") % {"question": field.label}
    return gettext("Answer “%(question)s”.") % {"question": field.label}


def _about(field: BoundField) -> Params:
    """What every component says: hint and error, under the field's own id."""
    about: Params = {"id": field.auto_id or field.html_name, "name": field.html_name}
    if field.help_text:
        about["hint"] = {"text": field.help_text}
    if field.errors:
        hidden = gettext("Error")
        words = " ".join(messages(field))
        about["errorMessage"] = {"text": words, "visuallyHiddenText": hidden}
    return about


def _labelled(field: BoundField) -> Params:
    words = {"text": label_of(field), "classes": "govuk-label--s"}
    return {"label": words, **_attributes(field)}


def _fieldset(field: BoundField) -> Params:
    words = {"text": label_of(field), "classes": "govuk-fieldset__legend--s"}
    return {"fieldset": {"legend": words}}


def label_of(field: BoundField) -> str:
    """The question; one that need not be answered says so.

    A form in which nothing must be answered sets `asks_plainly` on itself or a
    field, so that every line does not end in the same word.
    """
    plainly = getattr(field.field, "asks_plainly", False)
    if field.field.required or plainly or getattr(field.form, "asks_plainly", False):
        return str(field.label)
    return gettext("%(question)s (optional)") % {"question": field.label}


def _attributes(field: BoundField) -> Params:
    said = field.field.widget.attrs
    options = {
        name: said[name]
        for name in ("autocomplete", "inputmode", "pattern", "spellcheck")
        if name in said
    }
    if said.get("class"):
        options["classes"] = said["class"]
    options["attributes"] = {k: v for k, v in said.items() if k not in TAKEN}
    return options


def _input(field: BoundField) -> Params:
    widget: Any = field.field.widget
    kind = getattr(widget, "input_type", "text")
    shown = kind not in {"password", "file"}
    value = widget.format_value(field.value()) if shown else None
    # A number box spins when scrolled over and hides what it cannot read.
    if kind == "number":
        return {**_labelled(field), "value": value, "inputmode": _keys(field)}
    return {**_labelled(field), "value": value, "type": kind}


def _keys(field: BoundField) -> str:
    """Which keys a phone offers for a number: some have no point among the digits."""
    parted = isinstance(field.field, forms.FloatField | forms.DecimalField)
    return "decimal" if parted else "numeric"


def _textarea(field: BoundField) -> Params:
    rows = field.field.widget.attrs.get("rows", "6")
    return {**_labelled(field), "value": field.value() or "", "rows": rows}


def _select(field: BoundField) -> Params:
    return {**_labelled(field), "items": _options(field, "selected")}


def _boxes(field: BoundField) -> Params:
    identity = field.auto_id or field.html_name
    items = _options(field, "checked")
    return {**_fieldset(field), "idPrefix": identity, "items": items}


def _one_box(field: BoundField) -> Params:
    identity = field.auto_id or field.html_name
    item = {"value": "on", "text": str(field.label), "checked": bool(field.value())}
    return {"idPrefix": identity, "items": [item]}


def _date(field: BoundField) -> Params:
    widget: Any = field.field.widget
    boxes = widget.boxes(field.value(), _wrong_parts(field))
    return {**_fieldset(field), "namePrefix": field.html_name, "items": boxes}


def _options(field: BoundField, chosen: str) -> list[Params]:
    widget: Any = field.field.widget
    values = widget.format_value(field.value())
    hints = getattr(field.field, "hints", {})
    items: list[Params] = []
    for value, words in _flat(widget.choices):
        item: Params = {"value": str(value), "text": str(words)}
        item[chosen] = str(value) in values
        if value in hints:
            item["hint"] = {"text": hints[value]}
        items.append(item)
    return items


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    flat: list[tuple[Any, Any]] = []
    for value, words in choices:
        flat += _flat(words) if isinstance(words, list | tuple) else [(value, words)]
    return flat


def _wrong_parts(field: BoundField) -> tuple[str, ...]:
    errors = field.errors.as_data()
    return tuple(part for e in errors for part in (e.params or {}).get("parts", ()))


def _merged(params: Params, over: Params) -> Params:
    merged = dict(params)
    for name, value in over.items():
        inner = merged.get(name)
        if isinstance(value, dict) and isinstance(inner, dict):
            value = _merged(inner, value)
        merged[name] = value
    return merged


MAPPERS: tuple[tuple[type[forms.Widget], str, Callable[[BoundField], Params]], ...] = (
    (DayMonthYearInput, "dateInput", _date),
    (forms.CheckboxSelectMultiple, "checkboxes", _boxes),
    (forms.RadioSelect, "radios", _boxes),
    (forms.CheckboxInput, "checkboxes", _one_box),
    (forms.Select, "select", _select),
    (forms.Textarea, "textarea", _textarea),
    (forms.FileInput, "fileUpload", _labelled),
)
