"""What marking finds in an article: sentences, quotations, people, quotes, numbers and dates."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from msgspec import Struct

from verify.model.span import Span

SpeakerType = Literal["person", "organisation", "group", "document", "place", "unnamed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Gender = Literal["m", "f", ""]
Kind = Literal["person", "organisation", "place"]
Pronoun = Literal["he", "she", "they", ""]


class Token(NamedTuple):
    """A word, a number or a mark of punctuation, with its place in the text."""

    text: str
    start: int
    end: int


class Sentence(Struct, frozen=True):
    """A sentence of one block; it never ends inside quotation marks that close later in the block."""

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]


class Quotation(Struct, frozen=True):
    """Words between quotation marks, the marks included, whatever they are there for.

    `set_off` says that they are a block quotation, a paragraph that stands for itself without marks.

    `closed` says whether the closing mark stands there: a quotation that runs on over paragraphs lacks it
    in all but the last. `level` says in how many others it lies: 0 for an outermost quotation.
    `chain` is the index of the quotation, in the paragraph before, that this one carries on, or -1.
    """

    start: int
    end: int
    block: int
    closed: bool = True
    level: int = 0
    single: bool = False
    chain: int = -1
    set_off: bool = False


class Anomaly(Struct, frozen=True):
    """A quotation mark that has no partner, is of the wrong kind, or stands the wrong way round.

    `fix` is what should stand there, where that is certain: empty for a mark to take out. `partner` is
    where the mark that is lost most likely stood, or -1.
    """

    start: int
    end: int
    what: Literal["unclosed", "unopened", "reversed", "mismatched", "apostrophe"]
    fix: str | None = None
    partner: int = -1


class Quotations(Struct, frozen=True):
    """All quotations of an article in the order of the text, and the marks that are odd."""

    spans: tuple[Quotation, ...]
    anomalies: tuple[Anomaly, ...]


class Mention(Struct, frozen=True):
    """One place where the text names a person, a body or a place.

    `name` is the words without title and possessive; `title` the office or courtesy words that stand
    with it ("Defense Secretary", "mayor of Springfield"), as written; `title_span` their place.
    """

    start: int
    end: int
    name: str
    kind: Kind
    given: str = ""
    family: str = ""
    title: str = ""
    title_span: Span | None = None
    quoted: bool = False
    entity: int = -1

    @property
    def span(self) -> Span:
        """Where the name stands, its title left out."""
        return Span(self.start, self.end)


class Entity(Struct, frozen=True):
    """A person, body or place of the article, with every mention that stands for it.

    `name` is the fullest form that the article gives; `mentions` are indices into `Article.mentions`.
    """

    name: str
    kind: Kind
    mentions: tuple[int, ...]
    given: str = ""
    family: str = ""
    title: str = ""
    gender: Gender = ""


class Form(Struct, frozen=True, order=True):
    """One way in which the copy writes a name, with every place where it does, the title left out."""

    text: str
    spans: tuple[Span, ...]


class Dossier(Struct, frozen=True):
    """What the copy tells of a person, body or place: every form of the name, and of a person much more.

    `entity` is an index into `Article.entities`. `title` is the office, else the first part that the copy
    gives; `roles` are the others, in its words; `affiliations` party, bodies and home. `age` is -1 and
    `pronoun` empty where it tells none.
    """

    entity: int
    forms: tuple[Form, ...]
    title: str = ""
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    age: int = -1
    pronoun: Pronoun = ""


class Speaker(Struct, frozen=True):
    """Who said a quote: the mention that the copy names, and the fullest name it stands for."""

    name: str
    start: int
    end: int
    type: SpeakerType
    title: str = ""
    entity: int = -1

    @property
    def span(self) -> Span:
        """Where the mention stands; it may be a pronoun, or lie in another paragraph."""
        return Span(self.start, self.end)


NeedsNone = Literal[
    "", "title-of-work", "headline", "lyric", "slogan", "sign", "saying", "term", "gloss", "name", "nickname",
    "scare-quote",
]  # fmt: skip


class Quote(Struct, frozen=True):
    """Words that somebody said, with the cue and the speaker that the copy gives them.

    `basis` names the pattern that tied the speaker to the quote, and is empty where nobody was found.
    `needs_none` says why words in quotation marks need no speaker, and is empty for speech.
    `quotation` is the index of the quotation in `Article.quotations.spans`, or -1 for indirect speech.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    cue: Span | None
    confidence: float
    needs_none: NeedsNone = ""
    quotation: int = -1
    block: int = -1
    basis: str = ""

    @property
    def span(self) -> Span:
        """Where the quote stands, its quotation marks included."""
        return Span(self.start, self.end)


class Number(Struct, frozen=True, order=True):
    """A number in figures or words, with its value and the unit or noun that follows."""

    start: int
    end: int
    value: float
    unit: str = ""


class Date(Struct, frozen=True, order=True):
    """A calendar date as written; parts that the copy leaves out are None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None
    form: str

    def calendar(self) -> datetime.date | None:
        """The day it names, or None where a part is missing or no such day exists."""
        if self.year is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


class Day(Struct, frozen=True, order=True):
    """A day that the copy tells, "Nov. 3", "Tuesday" or "last week": the first and the last that it may mean.

    `form` is how: as a "date", as a "weekday" without more, or as "relative" to the day of the story.
    """

    start: int
    end: int
    first: datetime.date
    last: datetime.date
    form: Literal["date", "weekday", "relative"]
