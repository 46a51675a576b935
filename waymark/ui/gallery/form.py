"""Every kind of field, in one form."""

from django import forms

from waymark.ui.fields import ChoiceField, DayMonthYearField


class GalleryForm(forms.Form):
    """Every kind of field. It is sent nowhere: the address shows what was typed."""

    name = forms.CharField(
        label="What should we call you?",
        help_text="A first name is enough.",
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    received = DayMonthYearField(
        label="When did the council get the request?",
        help_text="For example, 5 1 2026",
        what="the day the council got the request",
    )
    asking = ChoiceField(
        label="Who is asking?",
        choices=[
            ("parent", "A parent or carer"),
            ("young", "A young person"),
            ("helper", "Somebody who helps"),
        ],
        hints={"young": "You are over 16 and no longer at school age."},
    )
    phase = forms.ChoiceField(
        label="Which move?",
        choices=[
            ("", "Choose one"),
            ("y7", "To secondary school"),
            ("p16", "After Year 11"),
        ],
    )
    settings = forms.MultipleChoiceField(
        label="Where does your child learn?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("school", "At school"),
            ("home", "At home"),
            ("nowhere", "Nowhere at the moment"),
        ],
    )
    more = forms.CharField(
        label="What is missing from this page?",
        help_text="Please do not write anybody's name.",
        widget=forms.Textarea(attrs={"rows": "4"}),
    )
    agree = forms.BooleanField(label="I have read the page", required=True)
