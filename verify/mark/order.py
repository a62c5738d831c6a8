"""Which markers run, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from verify.model.article import Article
from verify.model.document import Document


class Marker(Struct, frozen=True):
    """Makes one mark: `run` takes an Article that holds the marks named in `needs`.

    `patience` is how many times longer than other parts it may take over an article: a model is slow.
    """

    provides: str
    run: Callable[[Article], Any]
    needs: frozenset[str] = frozenset()
    patience: float = 1.0


class Engine(Struct, frozen=True):
    """Another way of making marks, which settings choose by its name.

    `markers` gives those that take the place of ours, made with the models of a folder where one is named;
    it raises NoEngine where something is missing.
    """

    name: str
    markers: Callable[[Path | None], Iterable[Marker]]


class NoEngine(Exception):
    """An engine cannot be had; the words say what is missing, and where to get it."""


class NoMarker(LookupError):
    """A rule or marker needs a mark that nothing provides."""


class Unmarked(LookupError):
    """A marker has nothing to mark in an article, and whatever reads its mark passes it over."""


def plan(markers: Iterable[Marker], wanted: Iterable[str]) -> tuple[Marker, ...]:
    """The markers that the wanted marks need, each after those that it needs itself.

    Of two markers that provide one mark the later wins, so that a plugin's takes the place of ours.
    Raises NoMarker for a mark that nothing provides, or that needs itself.
    """
    by_mark = {marker.provides: marker for marker in markers}
    order: list[Marker] = []
    open_: list[str] = []

    def add(name: str, by: str) -> None:
        if any(marker.provides == name for marker in order):
            return
        if name in open_:
            raise NoMarker(f"the marks {' → '.join([*open_, name])} need one another in a circle")
        if name not in by_mark:
            raise NoMarker(f'nothing provides the mark "{name}"{by}')
        open_.append(name)
        for need in sorted(by_mark[name].needs):
            add(need, f', which "{name}" needs')
        open_.pop()
        order.append(by_mark[name])

    for name in sorted(wanted):
        add(name, "")
    return tuple(order)


def mark(document: Document, markers: Sequence[Marker]) -> Article:
    """The article with the marks of all the markers, run in the order given."""
    marks: dict[str, Any] = {}
    for marker in markers:
        marks[marker.provides] = marker.run(Article(document, MappingProxyType(marks)))
    return Article(document, MappingProxyType(marks))
