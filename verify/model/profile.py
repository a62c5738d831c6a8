"""A house style: what a profile may say about each point, and what it says where it leaves one open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

_NONE: Mapping[str, str] = MappingProxyType({})
_OPEN: tuple[Any, ...] = ("any", "", 0)


class ProfileFile(Struct, frozen=True):
    """A profile that is offered under a name: the TOML table that holds it."""

    name: str
    path: Path


class Dates(Struct, frozen=True):
    """Days of the calendar."""

    month: Literal["abbreviated", "short", "full", "any"] = "any"
    """The month beside a day: Nov. 3 (March to July in full), Nov 3 or November 3."""
    order: Literal["month-day", "day-month", "any"] = "any"
    """Nov. 3, or 3 November."""
    ordinals: Literal["never", "any"] = "any"
    """Whether Nov. 3rd may stand for Nov. 3."""
    year: Literal["commas", "any"] = "any"
    """Whether a year in mid-sentence stands between commas: on Nov. 3, 2025, in Oslo."""
    anchor: Literal["required", "any"] = "any"
    """Whether “this week” needs a day in the text to count from."""


class Numbers(Struct, frozen=True):
    """Figures and words."""

    words_to: Literal[0, 9, 10] = 0
    """The last number that is spelled out; 0 leaves it open."""
    figures_for: tuple[Literal["ages", "percent", "units"], ...] = ()
    """What takes figures however small: a boy of 6, 4%, 5 miles."""
    percent: Literal["%", "percent", "per cent", "any"] = "any"
    """What stands behind a figure."""
    convert: Literal["miles-km", "km-miles", "any"] = "any"
    """Which unit comes first where both are to be given: 5 miles (8 kilometers), or 8km (5 miles)."""


class Words(Struct, frozen=True):
    """Spelling, words and the marks between them."""

    spelling: Literal["us", "gb", "oxford", "any"] = "any"
    """American, British with -ise, or British with -ize."""
    points: tuple[str, ...] = ()
    """Abbreviations that have points: US for U.S."""
    no_points: tuple[str, ...] = ()
    """Abbreviations that have none."""
    series_comma: Literal["omitted", "kept", "any"] = "any"
    """The comma before the last of a simple series: a, b and c, or a, b, and c."""
    dash: Literal[" — ", "—", " – ", "any"] = "any"
    """The dash between parts of a sentence, with the spaces that go with it."""
    instead: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Words to avoid, each with the one to write."""


class Attribution(Struct, frozen=True):
    """The words that give a quote to its speaker."""

    verb: str = ""
    """The verb that is never wrong."""
    avoid: tuple[str, ...] = ()
    """Verbs that it should replace, in the form that stands after “to”."""
    posts: Literal["X", "Twitter", "any"] = "any"
    """What the platform is called that was Twitter until July 2023: posted on X, or tweeted."""


class Titles(Struct, frozen=True):
    """Offices and courtesies before names."""

    forms: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Titles as they should not stand before a name, each with the form to write."""
    capitals: Literal["before-name", "any"] = "any"
    """Whether an office has a capital only directly before a name."""
    courtesy: Literal["never", "any"] = "any"
    """Whether people are called Mr., Mrs. and Ms."""


class Dateline(Struct, frozen=True):
    """The place, day and agency that a story opens with."""

    place: Literal["capitals", "plain", "none", "any"] = "any"
    """The town in capitals, as usual, or no dateline at all."""
    date: Literal["never", "required", "any"] = "any"
    """Whether the day belongs into it."""
    agency: str = ""
    """The agency that must stand in brackets, if one must."""
    dash: Literal["—", "–", "-", "any"] = "any"
    """The dash that ends it."""


class Story(Struct, frozen=True):
    """What a story must have."""

    byline: Literal["required", "any"] = "any"
    """Whether each story says who wrote it."""


class Profile(Struct, frozen=True):
    """A house style, point by point, as the rules of an article see it."""

    name: str = ""
    dates: Dates = field(default_factory=Dates)
    numbers: Numbers = field(default_factory=Numbers)
    words: Words = field(default_factory=Words)
    attribution: Attribution = field(default_factory=Attribution)
    titles: Titles = field(default_factory=Titles)
    dateline: Dateline = field(default_factory=Dateline)
    story: Story = field(default_factory=Story)

    def points(self) -> Iterator[tuple[str, Any]]:
        """Every point under its name in the tables, such as "numbers.words-to", with what is said of it."""
        for section, kind in SECTIONS.items():
            table = getattr(self, section)
            for name in kind.__struct_fields__:
                yield f"{section}.{name.replace('_', '-')}", getattr(table, name)

    def says(self, points: Iterable[str]) -> bool:
        """Whether it settles one of these points."""
        wanted = set(points)
        return any(settled(value) for point, value in self.points() if point in wanted)


def settled(value: object) -> bool:
    """Whether what a profile says of a point leaves nothing open."""
    return value not in _OPEN and value not in ((), {})


SECTIONS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "dates": Dates,
        "numbers": Numbers,
        "words": Words,
        "attribution": Attribution,
        "titles": Titles,
        "dateline": Dateline,
        "story": Story,
    }
)
"""The tables of a profile, in the order in which they are shown."""
POINTS = tuple(point for point, _ in Profile().points())
"""The name of every point."""
