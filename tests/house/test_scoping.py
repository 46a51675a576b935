"""Every query of a child's record starts from what the actor may see."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "waymark"
MODELS = {
    node.name
    for file in sorted((ROOT / "people" / "models").glob("*.py"))
    for node in ast.parse(file.read_text("utf-8")).body
    if isinstance(node, ast.ClassDef)
}
#: Where rights are read, and what begins with asking for them.
OPEN_DOORS = {
    "people/queries/standing.py",
    "people/queries/recipients.py",
    "people/queries/record.py",
    "people/queries/access_requests.py",
    "people/queries/ending.py",
    "people/queries/listing.py",
    "people/queries/story.py",
}
#: A list of children begins with those whom somebody may see, and so may not say this.
LISTS = {"people/queries/listing.py"}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(ROOT.rglob("*.py")):
        if "migrations" not in file.parts:
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def asks(tree: ast.Module) -> set[str]:
    """The models of people whose rows a module fetches by itself."""
    return {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "objects"
        and isinstance(node.value, ast.Name)
        and node.value.id in MODELS
    }


def takes_from_people(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("waymark.people.models")
        for node in ast.walk(tree)
    )


def test_nobody_but_queries_that_ask_for_rights_and_services_fetch_a_childs_rows():
    wrong = {
        name: asks(tree)
        for name, tree in sources()
        if takes_from_people(tree) and asks(tree)
    }
    assert all(
        name in OPEN_DOORS or name.startswith("people/services/") for name in wrong
    ), wrong


def test_a_list_of_children_never_begins_with_all_of_them():
    for name, tree in sources():
        if name in LISTS:
            assert "Child" not in asks(tree), name


def changes(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """What a service offers to others: functions that take an actor."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            names = {each.arg for each in node.args.args + node.args.kwonlyargs}
            if "actor" in names:
                yield node


def called(node: ast.AST) -> set[str]:
    names = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            target = each.func
            names.add(getattr(target, "id", getattr(target, "attr", "")))
    return names


ASKING = {"require_to", "require_whole", "require", "_require_may_let_in"}
WRITING_DOWN = {"record_write", "_say", "break_the_glass", "turn_away"}
SERVICES = [
    pytest.param(name, node, id=f"{Path(name).stem}.{node.name}")
    for name, tree in sources()
    if name.startswith("people/services/") and not name.endswith("guarding.py")
    for node in changes(tree)
]


@pytest.mark.parametrize(("name", "service"), SERVICES)
def test_every_change_of_a_record_asks_whether_it_may_and_is_written_down(
    name, service
):
    assert called(service) & ASKING, f"{name}: {service.name} asks nobody"
    assert called(service) & WRITING_DOWN, f"{name}: {service.name} says nothing"


#: What would remember an answer from one request to the next.
REMEMBERING = {"cache", "lru_cache", "cached_property", "caches"}
ABOUT_RIGHTS = ("people/", "access/deciding.py", "access/ties.py", "access/rights/")


def test_nothing_about_rights_is_remembered():
    for name, tree in sources():
        if name.startswith(ABOUT_RIGHTS):
            names = {
                alias.name
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            }
            assert not names & REMEMBERING, name
