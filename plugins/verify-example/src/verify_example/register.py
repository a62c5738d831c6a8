"""The register of the invented county: who somebody is, by the name that the copy gives."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from verify import Article, Mention, Post, Record


def identify(mention: Mention, article: Article) -> Record | None:
    """The entry of the name, in copy of the county desk alone: elsewhere it is somebody else's."""
    if article.document.metadata.get("section") != "County":
        return None
    return _entries().get(mention.name)


@cache
def _entries() -> dict[str, Record]:
    # Read when the first name is asked for: a run over other desks' copy never opens it.
    with Path(__file__).with_name("register.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: _record(**row) for row in csv.DictReader(file)}


def _record(name: str, given: str, family: str, office: str) -> Record:
    return Record(name=name, given=given, family=family, offices=(Post(office),))
