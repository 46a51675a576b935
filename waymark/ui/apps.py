"""The look: layouts, components and form fields. It knows no room but the law's."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "waymark.ui"
    label = "ui"
