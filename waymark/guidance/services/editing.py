"""Who may edit, who may approve, and the tree they do it in."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from waymark.guidance.models import (
    HomePage,
    Letter,
    Question,
    SecondPerson,
    Translation,
    Word,
)
from waymark.guidance.queries import HOME_SLUG

EDITORS = "Editors"
APPROVERS = "Approvers"
#: Wagtail's own beginnings, which would let people publish alone.
NOT_OURS = ("Moderators",)

PAGES = {EDITORS: ("add", "change"), APPROVERS: ("add", "change", "publish", "unlock")}
SNIPPETS = {
    EDITORS: {
        "word": ("add", "change"),
        "question": ("add", "change"),
        "letter": ("add", "change"),
        "translation": ("add", "change"),
        "feedback": ("view", "change"),
        "helper": ("view",),
    },
    APPROVERS: {
        "word": ("add", "change", "publish", "delete"),
        "question": ("add", "change", "publish", "delete"),
        "letter": ("add", "change", "publish", "delete"),
        "translation": ("add", "change", "publish", "delete"),
        "feedback": ("view", "change"),
        "helper": ("view", "add", "change", "delete"),
    },
}


@transaction.atomic
def prepare_editing() -> HomePage:
    """Make the page tree, the groups and the rule of two people. Safe to repeat."""
    home = HomePage.objects.first() or _plant_home()
    Group.objects.filter(name__in=NOT_OURS).delete()
    for name in (EDITORS, APPROVERS):
        _prepare_group(name, home)
    _prepare_approval(home)
    return home


def _plant_home() -> HomePage:
    """Replace Wagtail's welcome page by our own, at the top of the tree."""
    root = Page.get_first_root_node()
    # Without a signal: no job should be left to index a page that goes at once.
    root.get_children().filter(slug=HOME_SLUG).update(slug="welcome")
    home = HomePage(title="Home", slug=HOME_SLUG)
    root.add_child(instance=home)
    website = urlsplit(settings.WEBSITE)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": website.hostname or "localhost",
            "port": website.port or (443 if website.scheme == "https" else 80),
            "root_page": home,
            "site_name": "Waymark",
        },
    )
    for welcome in root.get_children().filter(slug="welcome"):
        welcome.delete()
    return home


def _prepare_group(name: str, home: HomePage) -> None:
    group, _made = Group.objects.get_or_create(name=name)
    permissions = Permission.objects.filter(codename="access_admin")
    for model, actions in SNIPPETS[name].items():
        permissions |= Permission.objects.filter(
            codename__in=[f"{action}_{model}" for action in actions]
        )
    group.permissions.set(permissions)
    for action in PAGES[name]:
        GroupPagePermission.objects.get_or_create(
            group=group, page=home, permission=_page_permission(action)
        )


def _page_permission(action: str) -> Permission:
    return Permission.objects.get(
        content_type__app_label="wagtailcore", codename=f"{action}_page"
    )


def _prepare_approval(home: HomePage) -> None:
    """Everything under the home page, and every snippet, waits for a second person."""
    task, _made = SecondPerson.objects.get_or_create(name="A second person approves")
    task.groups.set(Group.objects.filter(name=APPROVERS))
    workflow, _made = Workflow.objects.get_or_create(name="Second person")
    WorkflowTask.objects.get_or_create(
        workflow=workflow, task=task, defaults={"sort_order": 0}
    )
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    for model in (Word, Question, Letter, Translation):
        WorkflowContentType.objects.update_or_create(
            content_type=_content_type(model), defaults={"workflow": workflow}
        )


def _content_type(model: type) -> object:
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(model, for_concrete_model=False)
