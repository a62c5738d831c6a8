"""What is remembered of an article once its text is gone, one small function for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterator

from verify.mark.forms import grouped
from verify.model.article import Article
from verify.store.facts import Fact


def facts(article: Article) -> Iterator[Fact]:
    """Everything worth remembering that the marks of this article tell; spans count into its text."""
    if "forms" in article.marks:
        yield from forms(article)


def forms(article: Article) -> Iterator[Fact]:
    """The first place of each variant of a word that has several accepted forms."""
    for subject, variants in grouped(article.mark("forms")).items():
        for variant, places in variants.items():
            if variant != "month first":  # May, June and July tell nothing of how the house writes November.
                yield Fact("form", subject, variant, places[0].start, places[0].end)
