"""Exclamation marks that the reporter set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify import Article, Flag, rule

_EXCLAIMED = re.compile(r"\w+!")


@dataclass(frozen=True, slots=True)
class Options:
    """What the desk may set."""

    names: tuple[str, ...] = ("Yahoo!", "Jeopardy!")
    """Words that are written with an exclamation mark."""


@rule(
    severity="warning",
    since="0.1",
    needs={"quotations"},
    advice="End the sentence with a full stop.",
    options=Options,
)
def exclamation_mark(article: Article, options: Options) -> Iterator[Flag]:
    """The reporter, not somebody quoted, ends a sentence with an exclamation mark."""
    for block in article.zoned("body", "list", "caption"):
        for found in _EXCLAIMED.finditer(article.text, block.start, block.end):
            mark = (found.end() - 1, found.end())
            if found[0] not in options.names and not article.quoted(*mark):
                yield Flag(mark, "an exclamation mark outside quotation marks", fixes=(".",))
