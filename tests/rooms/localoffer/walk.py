"""The walk of the official validator, as its description and its source have it.

It reads the base address, asks every path of the description without a slash at its
end, looks at the first, the middle and the last page of each list, and at up to ten of
the things it found there, one by one. A fault of an optional path is a warning, and an
optional path that is not there is none.
"""

import json
import random
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from tests.rooms.localoffer import saved

LISTS = {
    "/services": "/services/{id}",
    "/organizations": "/organizations/{id}",
    "/service_at_locations": "/service_at_locations/{id}",
    "/taxonomies": "/taxonomies/{id}",
    "/taxonomy_terms": "/taxonomy_terms/{id}",
}
MAY_BE_MISSING = {404, 501, 503}
ASKED_ONE_BY_ONE = 10


@dataclass
class Walk:
    """What one walk over a feed found."""

    base: str
    errors: set[str] = field(default_factory=set)
    warnings: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)

    def all(self) -> "Walk":
        """Walk over every path of the official description."""
        paths = saved.read("spec-3.0", "openapi.json")["paths"]
        about = self._get("/")
        assert about["version"] == "HSDS-UK-3.0", (
            "it would be judged by another standard"
        )
        for path, described in paths.items():
            operation = described["get"]
            if "{" in path:
                continue
            required = "required" in operation["tags"]
            schema = _schema(operation)
            if path in LISTS:
                one = _schema(paths[LISTS[path]]["get"])
                self._list(path, schema, one, required)
            else:
                self._judge(path, schema, required)
        return self

    def _list(self, path: str, schema: str, one: str, required: bool) -> None:
        first = self._judge(path, schema, required)
        if first is None:
            return
        self.totals[path] = first["total_items"]
        if first["empty"]:
            self.warnings.add(f"EMPTY_FEED {path}")
        last = first["total_pages"]
        pages = {max(1, last // 2), max(1, last)}
        found = list(first["contents"])
        for page in sorted(pages):
            more = self._judge(f"{path}?page={page}", schema, required)
            found += more["contents"] if more else []
        chosen = random.Random(1).sample(found, min(len(found), ASKED_ONE_BY_ONE))
        for thing in chosen:
            self._judge(f"{path}/{thing['id']}", one, required)

    def _judge(self, path: str, schema: str, required: bool) -> Any:
        kept = self.errors if required else self.warnings
        try:
            found = self._get(path)
        except urllib.error.HTTPError as problem:
            with problem:
                if required or problem.code not in MAY_BE_MISSING:
                    kept.add(f"{path}: {problem.code}")
            return None
        for fault in saved.validator(schema).iter_errors(found):
            where = [
                "*" if isinstance(part, int) else part for part in fault.instance_path
            ]
            kept.add(f"{path.split('?')[0]} {where}: {fault.message}")
        return found

    def _get(self, path: str) -> Any:
        self.asked.append(path)
        with urllib.request.urlopen(self.base + path, timeout=30) as answer:
            assert answer.url == self.base + path, "it was sent on"
            assert answer.headers["Content-Type"].startswith("application/json")
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            return json.loads(answer.read())


def _schema(operation: dict[str, Any]) -> str:
    content = operation["responses"]["200"]["content"]["application/json"]
    return content["schema"]["$ref"]
