"""The mark of what the copy tells of each person; what gathers it is imported when somebody asks for it."""

from __future__ import annotations

from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.marks import Dossier


def dossiers(article: Article) -> tuple[Dossier, ...]:
    """One dossier for each entity, in the order of the text, a misspelt name under the one that it means."""
    from verify.mark.told.gathered import dossiers

    return dossiers(article)


MARKER = Marker("dossiers", dossiers, frozenset(("names", "people", "quotes", "indirect")))
