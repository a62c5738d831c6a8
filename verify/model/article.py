"""A document together with everything that marking found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct, field

from verify.model.document import Block, Document, Zone
from verify.model.marks import Date, Day, Dossier, Entity, Mention, Number, Quotations, Quote, Sentence
from verify.model.profile import Profile
from verify.model.roster import Identified
from verify.model.supplied import Held, Statement


class NotMarked(LookupError):
    """A rule reads a mark that it did not ask for in `needs`."""


class Article(Struct, frozen=True):
    """What rules see: the words, their zones, and the marks that the chosen rules need."""

    document: Document
    marks: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def text(self) -> str:
        """The words of the article; every mark's offsets count into it."""
        return self.document.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of the article with their zones, in the order of the text."""
        return self.document.blocks

    def zoned(self, *zones: Zone) -> Iterator[Block]:
        """The blocks of the zones named."""
        return (block for block in self.document.blocks if block.zone in zones)

    def block_at(self, offset: int) -> Block | None:
        """The paragraph that holds the code point at this offset."""
        blocks = self.document.blocks
        at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[at] if at >= 0 and offset < blocks[at].end else None

    def mark(self, name: str) -> Any:  # noqa: ANN401 - a plugin's marker may provide any value
        """The value that a marker provided under this name; raises NotMarked where no rule asked for it."""
        try:
            return self.marks[name]
        except KeyError:
            message = f'the mark "{name}" was not asked for: add it to the needs of the rule'
            raise NotMarked(message) from None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences with their tokens (needs "sentences")."""
        return cast("tuple[Sentence, ...]", self.mark("sentences"))

    @property
    def quotations(self) -> Quotations:
        """Words between quotation marks, and odd marks (needs "quotations")."""
        return cast("Quotations", self.mark("quotations"))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names of people, bodies and places as they stand in the text (needs "names")."""
        return cast("tuple[Mention, ...]", self.mark("names"))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, bodies and places that the mentions stand for (needs "people")."""
        return cast("tuple[Entity, ...]", self.mark("people"))

    @property
    def identified(self) -> tuple[Identified, ...]:
        """The entities that are somebody of the people file (needs "identified"); none without a file."""
        return cast("tuple[Identified, ...]", self.mark("identified"))

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words that the house knows to be right (needs "vocabulary"); none without a list."""
        return cast("frozenset[str]", self.mark("vocabulary"))

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """What the copy tells of each of the entities (needs "dossiers")."""
        return cast("tuple[Dossier, ...]", self.mark("dossiers"))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what, of all words in quotation marks (needs "quotes")."""
        return cast("tuple[Quote, ...]", self.mark("quotes"))

    @property
    def indirect(self) -> tuple[Quote, ...]:
        """What somebody is reported to say, think or want without quotation marks (needs "indirect")."""
        return cast("tuple[Quote, ...]", self.mark("indirect"))

    @property
    def sourced(self) -> tuple[Held, ...]:
        """The quotes held against the sources of the run (needs "sourced"); none without sources."""
        return cast("tuple[Held, ...]", self.mark("sourced"))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences that can be checked, with what the sources say of them (needs "statements")."""
        return cast("tuple[Statement, ...]", self.mark("statements"))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers in figures and words (needs "numbers")."""
        return cast("tuple[Number, ...]", self.mark("numbers"))

    @property
    def dates(self) -> tuple[Date, ...]:
        """Calendar dates (needs "dates")."""
        return cast("tuple[Date, ...]", self.mark("dates"))

    @property
    def days(self) -> tuple[Day, ...]:
        """The days that dates, "Tuesday" and "last week" mean, by the day of the story (needs "days")."""
        return cast("tuple[Day, ...]", self.mark("days"))

    @property
    def profile(self) -> Profile:
        """The house style that holds for the article (for rules that name `points`)."""
        return cast("Profile", self.mark("profile"))

    def quoted(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] lies inside quotation marks (needs "quotations").

        An empty stretch lies inside where a quotation stands on both sides of it.
        """
        spans = self.quotations.spans
        at = bisect_left(spans, end, key=lambda span: span.start) - 1
        while at > 0 and spans[at].level:
            at -= 1
        return at >= 0 and start < spans[at].end
