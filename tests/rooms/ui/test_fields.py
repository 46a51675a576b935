"""A page says `{{ form }}`, and every question, hint and error comes out right."""

import re

import pytest
from django import forms
from django.template import Context, Template

from tests.page import Page
from waymark.ui.gallery.form import GalleryForm


def drawn(template: str, **said) -> str:
    return Template("{% load ui %}" + template).render(Context(said))


def test_every_field_of_a_form_has_a_label():
    page = Page(
        f'<html lang="en"><title>a – b</title><h1></h1><main></main>{GalleryForm()}'
    )

    assert page.faults() == []


def test_the_summary_and_the_field_say_the_same_words():
    form = GalleryForm({})

    summary = drawn("{% error_summary form %}", form=form)

    for words in re.findall(r'<a href="#[^"]+">([^<]+)</a>', summary):
        assert str(form).count(words) == 1


def test_every_line_of_the_summary_leads_to_a_box_on_the_page():
    form = GalleryForm(
        {"received-day": "5", "received-month": "1", "received-year": "x"}
    )

    targets = re.findall(
        r'href="#([^"]+)"', drawn("{% error_summary form %}", form=form)
    )

    assert "id_received-year" in targets
    assert set(targets) <= set(Page(str(form)).ids)


def test_a_form_without_faults_has_no_summary():
    assert drawn("{% error_summary form %}", form=GalleryForm()) == ""
    assert drawn("{% error_summary %}") == ""


def test_a_question_left_open_is_asked_again_by_its_own_words():
    drawn_form = str(GalleryForm({}))

    assert "Answer “Who is asking?”." in drawn_form
    assert "Tick “I have read the page”." in drawn_form
    assert "This field is required" not in drawn_form


def test_what_was_typed_is_kept():
    form = GalleryForm({"name": 'A "b" <c>', "asking": "young", "settings": ["home"]})

    html = str(form)

    assert 'value="A &#34;b&#34; &lt;c&gt;"' in html
    assert re.search(r'value="young"\s+checked', html)
    assert re.search(r'value="home"\s+checked', html)


def test_a_password_is_never_sent_back():
    class Door(forms.Form):
        secret = forms.CharField(widget=forms.PasswordInput(render_value=True))

    assert "hunter2" not in str(Door({"secret": "hunter2"}))


def test_a_question_that_need_not_be_answered_says_so_unless_the_form_says_it_once():
    assert "(optional)" in str(GalleryForm()["settings"].as_field_group())

    class Plain(GalleryForm):
        asks_plainly = True

    assert "(optional)" not in str(Plain())


def test_a_hidden_field_stays_hidden():
    class Page(forms.Form):
        page = forms.CharField(widget=forms.HiddenInput, initial="/a/")

    assert 'type="hidden"' in str(Page())
    assert "label" not in str(Page())


def test_a_page_may_change_how_a_field_is_labelled():
    html = drawn(
        "{% field form.name label__classes='govuk-label--l' %}", form=GalleryForm()
    )

    assert "govuk-label--l" in html
    assert "What should we call you?" in html


def test_a_forms_own_fault_stands_in_the_summary_without_a_link():
    form = GalleryForm({})
    form.add_error(None, "These two dates cannot both be right.")

    summary = drawn("{% error_summary form %}", form=form)

    assert "These two dates cannot both be right." in summary


@pytest.mark.parametrize("widget", [forms.EmailInput, forms.URLInput])
def test_an_input_keeps_its_own_kind(widget):
    class Asked(forms.Form):
        it = forms.CharField(widget=widget)

    assert f'type="{widget.input_type}"' in str(Asked())


class NumbersForm(forms.Form):
    age = forms.IntegerField(label="How old?", min_value=0, max_value=25)
    price = forms.DecimalField(label="How much?", min_value=0, decimal_places=2)


@pytest.mark.parametrize(("name", "keys"), [("age", "numeric"), ("price", "decimal")])
def test_a_number_is_typed_with_the_keys_it_needs_into_a_box_for_words(name, keys):
    [box] = re.findall(rf'<input[^>]*name="{name}"[^>]*>', str(NumbersForm()))

    assert 'type="text"' in box
    assert f'inputmode="{keys}"' in box
    assert not re.search(r"\b(min|max|step)=", box)
