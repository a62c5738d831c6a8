"""The mark of indirect quotes; what makes them is imported when somebody asks for them."""

from __future__ import annotations

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Quote


def indirect(article: Article) -> tuple[Quote, ...]:
    """What the narration reports of somebody's words or thoughts, in the order of the text."""
    from verify.mark.told.reported import indirect

    return indirect(article)


_NEEDS = frozenset(("sentences", "quotations", "narration", "names", "people", "quotes"))
MARKER = Marker("indirect", indirect, _NEEDS)
