"""Holds the quotes of an article against the sources that the desk supplies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.supplied import Held

if TYPE_CHECKING:
    from verify.mark.transcripts.shelf import Sources


def marker(sources: Sources | None) -> Marker:
    """The marker that holds quotes against these; without any it needs no other mark, and finds nothing."""
    if not (sources and sources.texts):
        return MARKER
    return Marker("sourced", partial(_sourced, sources), frozenset(("quotes",)))


def _nothing(_article: Article) -> tuple[Held, ...]:
    return ()


def _sourced(sources: Sources, article: Article) -> tuple[Held, ...]:
    from verify.mark.transcripts.holding import held

    return held(sources, article)


MARKER = Marker("sourced", _nothing)
