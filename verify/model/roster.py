"""What a house knows of the people it writes about: names, offices with their dates, titles it avoids."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

from verify.model.finding import Problem

Evidence = Literal["name", "given", "near", "office", "plugin"]


class Post(Struct, frozen=True):
    """An office that somebody holds or held; `start` and `end` are its first and last day, where known."""

    title: str
    start: datetime.date | None = None
    end: datetime.date | None = None


class Preference(Struct, frozen=True):
    """Titles that the house does not give a person, what it writes instead, and why.

    It holds from `start` to `end`; where they are None, at any time.
    """

    use: str
    avoid: tuple[str, ...]
    reason: str = ""
    link: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, day: datetime.date | None) -> bool:
        """Whether the house wants it so in a story of that day; of one without a date, always."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Record(Struct, frozen=True):
    """One person of the people file.

    `name` is how the house writes it, `forms` are others that it accepts, `avoid` those that it does
    not. `family_first` says that the family name leads ("Ahn Gyu-back").
    """

    name: str
    given: str = ""
    family: str = ""
    family_first: bool = False
    forms: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    offices: tuple[Post, ...] = ()
    titles: tuple[Preference, ...] = ()
    pronoun: str = ""


class Roster(Struct, frozen=True):
    """The records of all people files of a run, and what was wrong in the files."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


class Identified(Struct, frozen=True):
    """An entity of an article (an index into `Article.entities`) tied to its record.

    `by` says what proves it: the full "name" in any of its forms, another "given" name that means the
    same, a spelling "near" the name, the family name with an "office", or the word of a "plugin".
    """

    entity: int
    record: Record
    by: Evidence

    @property
    def kept_in(self) -> str:
        """What a message calls the place where the record stands: a plugin’s may stand anywhere."""
        return "record" if self.by == "plugin" else "people file"
