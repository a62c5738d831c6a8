"""Facts: the little that is remembered of an article once its text is gone."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from verify.model.finding import Elsewhere


class Fact(NamedTuple):
    """One thing that an article said, with its place.

    `kind` names what it is, or is one of a plugin's own:

    - "named": subject the folded name of a person, body or place, value the name as written;
    - "called": subject a person's full name, value the office with it; "family": subject the folded
      family name of such a person, value the full name; "surname": subject the folded family name of
      somebody who has no other, value the office;
    - "spelt": subject a key that near spellings share, value the name of a person or body;
    - "said": subject a key that other versions of a quote share, value its speaker and who else is named
      beside it; "when" and "over": subject an event, value its day, or its name where it is told as past;
    - "tally": subject what is counted of an event, value the figures with the names and words around them
      (`store/tallies.py`); "where": subject an event, value the town or land where it was; "side": subject
      a verb, value the kind of place, and the things that were there (`store/whereabouts.py`);
    - "form": subject a word with several accepted forms, value the form used.

    Who gives a fact gives a span into the article's *text*; the engine stores it as a span into its
    *source*, with the words of the copy that stood there and the line and column, from 1, where they begin.
    """

    kind: str
    subject: str
    value: str
    start: int
    end: int
    words: str = ""
    line: int = 0
    column: int = 0


class Told(NamedTuple):
    """A fact with the article that it was told in: its path, and its date (ISO, or empty)."""

    path: str
    date: str
    fact: Fact

    def place(self, message: str) -> Elsewhere:
        """Where it was told, as the other place of a flag."""
        return Elsewhere(
            (self.fact.start, self.fact.end), message, self.path, self.fact.line, self.fact.column
        )


class Story(Struct, frozen=True):
    """What is remembered of one article: its date (ISO, or empty) and its facts."""

    path: str
    date: str
    facts: tuple[Fact, ...]

    def of(self, kind: str) -> tuple[Fact, ...]:
        """Its facts of one kind, in the order of the source."""
        return tuple(fact for fact in self.facts if fact.kind == kind)
