"""Nothing that a rule is shown can be changed by it: what others find never hangs on who came before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from msgspec import Struct

from verify.check.examine import marked, opened
from verify.check.setup import Source
from verify.mark.order import plan
from verify.model.document import Document
from verify.model.span import SourceMap
from verify.plugin.manager import Plugins

PLAIN = (str, int, float, bool, type(None), datetime.date, Path, SourceMap)


def changeable(value: Any, way: str) -> Iterator[str]:
    """The ways to everything in a value that could be changed."""
    if isinstance(value, PLAIN):
        return
    if isinstance(value, (tuple, frozenset)):
        names = getattr(value, "_fields", None)
        for number, part in enumerate(value):
            yield from changeable(part, f"{way}.{names[number] if names else '*'}")
    elif isinstance(value, MappingProxyType):
        for key, part in value.items():
            yield from changeable(part, f"{way}[{key!r}]")
    elif isinstance(value, Struct) and value.__struct_config__.frozen:
        for name in value.__struct_fields__:
            yield from changeable(getattr(value, name), f"{way}.{name}")
    else:
        yield f"{way}: {type(value).__name__}"


@pytest.mark.parametrize("name", ["story.md", "story.html", "story.txt"])
def test_an_article_with_all_its_marks_is_frozen_through_and_through(name: str, root: Path) -> None:
    setup: Any = type("Setup", (), {"readers": Plugins(()).readers()})
    source = next((root / "fixtures" / "formats").rglob(f"*{Path(name).suffix}"))
    document = opened(Source(str(source)), setup)
    assert isinstance(document, Document)
    markers = Plugins(()).markers()
    mishaps: list[Any] = []
    article = marked(document, plan(markers, {marker.provides for marker in markers}), mishaps)
    assert mishaps == []
    assert article.quotes
    assert sorted(set(changeable(article, "article"))) == []
