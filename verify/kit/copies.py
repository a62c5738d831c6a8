"""Copy given as a string, read and checked: what the fixtures for authors' own tests call."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from verify.check.examine import marked, opened
from verify.check.rule import Rule
from verify.check.setup import Source
from verify.kit.pages import Block, findings, plain_setup, rules
from verify.lexicon.holding import added
from verify.mark.order import plan
from verify.model.article import Article
from verify.model.finding import Finding, Problem


def article_of(copy: str, *needs: str, name: str = "a.txt") -> Article:
    """The copy as an article with the marks named; raises ValueError where it cannot be read or marked."""
    setup = plain_setup()
    document = opened(Source(name, copy.encode()), setup)
    if isinstance(document, Problem):
        raise ValueError(str(document))  # noqa: TRY004 - a Problem is no wrong type: the copy cannot be read
    mishaps: list[Any] = []
    with added(setup.words_at(name)):
        article = marked(document, plan(setup.markers, needs), mishaps, None, setup.identifiers)
    if mishaps:
        raise ValueError("; ".join(f"{one.part} raised {one.words}" for one in mishaps))
    return article


def findings_of(rule: Rule | str, *copies: str, name: str = "a.txt", **options: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - whatever the rule's options take
    """What the rule, or the one of this id, finds in the copy; of several copies each is an article.

    Options of the rule are given by name, underscores for hyphens; `name` says the format, and of several
    articles the second goes by b.txt and so on, but for a name that the first has. Raises LookupError for an
    id that no rule has.
    """
    if isinstance(rule, str):
        known = {one.id: one for one in rules()}
        if rule not in known:
            raise LookupError(f'no rule is called "{rule}": is its plugin installed?')
        rule = known[rule]
    suffix = Path(name).suffix
    others = (other for letter in _letters() if (other := f"{letter}{suffix}") != name)
    articles = tuple(zip(chain((name,), others), copies, strict=False))
    given = tuple((key.replace("_", "-"), value) for key, value in options.items())
    return findings(rule, Block(0, articles, (), given))


def _letters() -> Iterator[str]:
    """B to z, then numbers."""
    return chain(ascii_lowercase[1:], map(str, count(1)))
