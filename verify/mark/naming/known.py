"""What an article has told of its people so far: their family and given names."""

from __future__ import annotations

from msgspec import Struct

from verify.mark.naming.reading import fold, without_article
from verify.model.marks import Kind
from verify.model.span import Span


class Name(Struct, frozen=True, order=True):
    """A name on its way to becoming a mention."""

    start: int
    end: int
    kind: Kind
    given: str
    family: str
    title: Span | None


class Known(Struct):
    """The names of people that one article has given: folded family name → as spelt; given names.

    `alone` are given names that stood without a family name and without a title, `bodies` names that the copy
    says are a body's.
    """

    families: dict[str, str] = {}
    givens: set[str] = set()
    alone: set[str] = set()
    bodies: set[str] = set()

    def learn(self, name: Name) -> None:
        """Remember the names of a person."""
        if name.kind != "person":
            return
        if name.family:
            last = name.family.rpartition(" ")[2]
            self.families[fold(last)] = name.family
            if (bare := without_article(last)) != last:
                self.families.setdefault(fold(bare), bare)  # "Sisi" for al-Sisi
        if name.given:
            titled = name.family or name.title is not None
            (self.givens if titled else self.alone).add(name.given.split()[0])
