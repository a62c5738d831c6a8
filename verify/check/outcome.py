"""What a run found: values that reporters and the `verify_done` hook see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.check.described import Described
from verify.check.pile import each
from verify.model.document import Block
from verify.model.finding import Finding, Problem
from verify.model.marks import Kind, NeedsNone, Pronoun, QuoteKind, SpeakerType
from verify.model.span import SourceMap, Span
from verify.model.supplied import OnFile, Passage


class Voice(Struct, frozen=True):
    """One speaker of an article: the fullest name (empty: none was found), title, and how much is quoted."""

    name: str
    title: str
    quotes: int
    words: int


class Introduction(Struct, frozen=True):
    """Where an article first names a speaker, counted in the source, and the words that it does so with."""

    start: int
    end: int
    line: int
    column: int
    words: str


class Said(Struct, frozen=True):
    """One quote as the `quotes` command shows it; every span counts into the source.

    `called` is what the copy says where it names the speaker, which may be no more than "he", and `cued`
    its word for speaking. `entity` tells speakers of one name apart; -1 is for those without a name.
    """

    start: int
    end: int
    line: int
    column: int
    kind: QuoteKind
    text: str
    speaker: str
    title: str
    mention: Span | None
    type: SpeakerType | None
    cue: Span | None
    confidence: float
    needs_none: NeedsNone = ""
    called: str = ""
    cued: str = ""
    entity: int = -1
    introduced: Introduction | None = None

    @property
    def spoken(self) -> bool:
        """Whether somebody's own words are quoted, rather than reported, or in quotation marks for show."""
        return self.kind != "indirect" and not self.needs_none


class Place(Struct, frozen=True):
    """A stretch of the source, and where it starts."""

    start: int
    end: int
    line: int
    column: int


class Called(Struct, frozen=True):
    """One form that the copy uses for a name, and every place of it."""

    text: str
    places: tuple[Place, ...]


class Named(Struct, frozen=True):
    """A person, body or place as the `people` command shows it, in the words of the copy.

    `title` is the office, else the first part that the copy gives, `roles` are the others; `age` is None
    and `pronoun` empty where it tells none. `first` is where the story introduces them.
    """

    kind: Kind
    name: str
    given: str
    family: str
    title: str
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    age: int | None
    pronoun: Pronoun
    first: Introduction
    forms: tuple[Called, ...]

    @property
    def mentions(self) -> int:
        """How often the copy names them, in all forms."""
        return sum(len(form.places) for form in self.forms)


class Figure(Struct, frozen=True):
    """A figure or a date as written, with its place."""

    text: str
    place: Place


class Parallel(Struct, frozen=True):
    """Another article that tells of the same: its place, whether it agrees, and in words how."""

    path: str
    line: int
    column: int
    agrees: bool
    words: str


class Claim(Struct, frozen=True):
    """A sentence that can be checked, as the `claims` command shows it.

    `on_file` says whether a supplied source holds it, empty where none was supplied; `passages` are its
    places there, and `elsewhere` what other articles have of it.
    """

    place: Place
    text: str
    figures: tuple[Figure, ...]
    dates: tuple[Figure, ...]
    said: tuple[Said, ...]
    on_file: OnFile
    passages: tuple[Passage, ...]
    elsewhere: tuple[Parallel, ...] = ()


class Copy(Struct, frozen=True):
    """An article as it is read: its words without markup, its paragraphs, and the way to the source."""

    text: str
    blocks: tuple[Block, ...]
    map: SourceMap


class FileReport(Struct, frozen=True):
    """What was found in one file: findings in the order of the source, and who said what.

    The source is there where something was found; `said` and `copy` where the reporter needs them.
    """

    path: str
    source: str
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...] = ()
    words: int = 0
    headline: str = ""
    said: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
    people: tuple[Named, ...] = ()
    copy: Copy | None = None
    claims: tuple[Claim, ...] = ()


class Spent(Struct, frozen=True):
    """A part of the run (a rule’s id, "the mark quotes"), the seconds it took, and how often it ran."""

    part: str
    seconds: float
    times: int


class Report(Struct, frozen=True):
    """A whole run: one FileReport an article, in the order of paths, and the work that was not done.

    `unread` is how many of the problems are files that could not be read; `idle` means that no rule ran.
    `spent` is where the time went, the slowest part first, where that was asked for.
    `rules` are those that ran, by their ids. The files of a very long run are read from disk one by one:
    go through them, and hold none longer than needed.
    """

    files: Sequence[FileReport]
    problems: tuple[Problem, ...]
    version: str
    unread: int = 0
    idle: bool = False
    spent: tuple[Spent, ...] = ()
    rules: tuple[Described, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, file by file."""
        return (finding for file in self.files for finding in file.findings)

    def with_files(self, change: Callable[[FileReport], FileReport | None]) -> Report:
        """The report with each file as it is changed, without those of which nothing is left."""
        return replace(self, files=each(self.files, change))
