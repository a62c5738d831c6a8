"""Plants figures that disagree into articles: one of a kind an article, with a record of where.

    python tests/planting/figures.py FOLDER OUT --kind units [--seed 1] [--count 100]

FOLDER holds plain text (`*.txt`); each of its articles gets one sentence or paragraph in which two
figures disagree, or (with `--sound`) agree; for the kinds that tell a day by that of the story it gets a
dateline too. OUT gets the articles and `truth.jsonl`, one object a line: path, start, end, was, now. What is
planted is made anew for every article from its name and the seed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from pathlib import Path
from typing import NamedTuple, Protocol

WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
GIVEN = "Anna Tomas Lena Ruben Eva Marta Jonas Petra Karl Ingrid".split()
FAMILY = "Lindqvist Okafor Calloway Varga Brandvold Tesfaye Moreau Halloran Ferreira Novak".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
TOWNS = "Port Elm,Westmere,Stennish,Carrow,Halden Bay,Ostrava Mills".split(",")


class Planted(NamedTuple):
    """A passage with its two figures; `figure` is the last of them, or the one that is off.

    A headline, where `headline` is not empty, goes above the article, and holds the figure that is off.
    Where `dateline` is not empty the passage opens the article behind it.
    """

    text: str
    figure: str
    headline: str = ""
    dateline: str = ""


class Kind(Protocol):
    """What makes planted words of one kind."""

    def __call__(self, rng: random.Random, *, wrong: bool) -> Planted: ...


def units(rng: random.Random, *, wrong: bool) -> Planted:
    """An amount in two units: right, or off by a fifth and more."""
    off = rng.choice((0.6, 0.75, 1.3, 1.5, 2.0)) if wrong else 1.0
    here, there, factor, low, high = rng.choice(
        (
            ("miles", "kilometers", 1.609344, 20, 900),
            ("miles", "km", 1.609344, 20, 900),
            ("kilometers", "miles", 0.62137, 30, 900),
            ("feet", "meters", 0.3048, 40, 3000),
            ("meters", "feet", 3.28084, 20, 900),
            ("pounds", "kilograms", 0.45359, 40, 900),
            ("kilos", "pounds", 2.20462, 20, 400),
            ("acres", "hectares", 0.404686, 60, 9000),
            ("hectares", "acres", 2.47105, 40, 4000),
            ("gallons", "liters", 3.78541, 20, 900),
            ("square miles", "square kilometers", 2.58999, 20, 900),
            ("inches", "centimeters", 2.54, 8, 90),
            ("mph", "kph", 1.609344, 20, 150),
            ("degrees Fahrenheit", "degrees Celsius", 0.0, 60, 110),
            ("degrees", "C", 0.0, 60, 110),
        )
    )
    amount = rng.randrange(low, high)
    value = (amount - 32) / 1.8 * off if not factor else amount * factor * off
    shown = f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
    joint = rng.choice(("({})", "(about {})", "({})")) if rng.random() < 0.8 else ", or {},"
    pair = f"{amount:,} {here}" + ("" if joint[0] == "," else " ") + joint.format(f"{shown} {there}")
    return Planted(
        f"The reading that the harbor office took that day was {pair} by its own count.", f"{shown} {there}"
    )


def percentages(rng: random.Random, *, wrong: bool) -> Planted:
    """Shares that make a whole, a score of two sides, or a change of a rate in percent or points."""
    which = rng.randrange(5)
    one, other = rng.choice(GIVEN), rng.choice(FAMILY)
    if which == 0:
        first = rng.randrange(51, 70)
        second = 100 - first + (rng.randrange(4, 20) if wrong else 0)
        return Planted(
            f"{one} {other} beat the mayor {first} percent to {second} percent in May.", f"{second} percent"
        )
    if which == 1:
        red, blue = rng.randrange(20, 40), rng.randrange(20, 40)
        rest = 100 - red - blue + (rng.choice((-9, -6, 5, 8)) if wrong else 0)
        sign = rng.choice((" percent", "%"))
        return Planted(
            f"Of the boats, {red}{sign} are red, {blue}{sign} are blue"
            f" and the remaining {rest}{sign} are white.",
            f"{rest}{sign}",
        )
    if which == 2:
        yes, no = rng.randrange(40, 55), rng.randrange(30, 40)
        open_ = 100 - yes - no + (rng.randrange(4, 12) if wrong else 0)
        return Planted(
            f"In the poll {yes} percent were in favor of the ferry, {no} percent were opposed and"
            f" {open_} percent were undecided.",
            f"{open_} percent",
        )
    before = rng.randrange(20, 60)
    gap = rng.randrange(4, 20)
    verb, noun, after = rng.choice((("rose", "increase", before + gap), ("fell", "drop", before - gap)))
    if which == 3:
        by = "percent" if wrong else "percentage point"
        return Planted(
            f"Turnout {verb} from {before} percent to {after} percent, a {gap} {by} {noun}.", f"{gap} {by}"
        )
    share = round(100 * gap / before) + (rng.randrange(8, 30) if wrong else 0)
    verb = "rose" if after > before else "fell"
    of = "a drop of" if noun == "drop" else "an increase of"
    return Planted(
        f"Fares {verb} from ${before} to ${after}, {of} {share} percent.",
        f"{share} percent",
    )


def totals(rng: random.Random, *, wrong: bool) -> Planted:
    """A number of people with its parts, or with their names."""
    one, other = rng.randrange(2, 6), rng.randrange(2, 6)
    total = one + other + (rng.choice((-1, 1, 2)) if wrong else 0)
    told, parts = WORDS[total], f"{WORDS[one]} men and {WORDS[other]} women"
    which = rng.randrange(4)
    if which == 0:
        return Planted(f"The boat took {told} people, {parts}, to the island.", told)
    if which == 1:
        return Planted(f"The boat took {told} people — {parts} — to the island.", told)
    if which == 2:
        return Planted(
            f"It passed {WORDS[one]} boats from {rng.choice(TOWNS)} and {WORDS[other]} boats from"
            f" {rng.choice(TOWNS)}, {told} in all.",
            told,
        )
    names = [
        f"{given} {family}" for given, family in zip(rng.sample(GIVEN, 4), rng.sample(FAMILY, 4), strict=True)
    ]
    names = names[: rng.randrange(2, 5)]
    told = WORDS[len(names) + (rng.choice((1, 2)) if wrong else 0)]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return Planted(f"The council elected {told} members: {listed}.", told)


def ages(rng: random.Random, *, wrong: bool) -> Planted:
    """A person with an age, and another one further down."""
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    years = rng.randrange(20, 80)
    later = years + (rng.choice((-10, -2, 1, 2, 9)) if wrong else 0)
    first = rng.choice(
        (
            f"{given} {family}, {years}, of {rng.choice(TOWNS)}, watched from the pier.",
            f"The {years}-year-old {given} {family} watched from the pier.",
            f"From the pier watched {given} {family}, the captain. {family}, {years}, was cold.",
        )
    )
    second = rng.choice(
        (
            f"“It was cold,” said {given} {family}, {later}, who swims.",
            f"Nobody else came, and {family}, {later}, was glad of it.",
            f"In the end {later}-year-old {given} {family} went home.",
        )
    )
    return Planted(f"{first}\n\n{second}", str(later))


def durations(rng: random.Random, *, wrong: bool) -> Planted:
    """A length with the two dates that it lies between."""
    days = rng.randrange(3, 11)
    first = rng.randrange(1, 28 - days)
    month = rng.choice(("June", "Sept.", "March", "Dec."))
    last = first + days - 1 + (rng.choice((2, 3, 5)) if wrong else 0)
    length = rng.choice((f"{WORDS[days]}-day", f"{days}-day"))
    which = rng.randrange(3)
    if which == 0:
        return Planted(
            f"The crew made a {length} visit to the island from {month} {first} to {month} {last}.", length
        )
    if which == 1:
        return Planted(
            f"A {length} fair in {rng.choice(TOWNS)}, from {month} {first} to {last}, drew crowds.", length
        )
    start, years = rng.randrange(1960, 2000), rng.randrange(2, 9)
    until = start + years + (rng.choice((3, 4, 7)) if wrong else 0)
    length = f"{WORDS[years]}-year"
    return Planted(f"The captain served a {length} term from {start} to {until}.", length)


def headlines(rng: random.Random, *, wrong: bool) -> Planted:
    """A headline with a count, and the first paragraph with the same or another."""
    count = rng.randrange(3, 12)
    told = count + (rng.choice((-1, 1, 2, 5)) if wrong else 0)
    town = rng.choice(TOWNS)
    figure = WORDS[told].capitalize() if told < 11 and rng.random() < 0.5 else str(told)
    owner = rng.choice(("people", "workers"))
    headline, lead = rng.choice(
        (
            (
                f"{figure} workers lose jobs in {town}",
                f"{WORDS[count].capitalize()} {owner} lost their jobs when the mill in {town} closed.",
            ),
            (
                f"{figure} sailors hurt off {town}",
                f"{WORDS[count].capitalize()} people were hurt when a ferry struck the pier.",
            ),
            (
                f"{figure} killed as ferry sinks off {town}",
                f"{WORDS[count].capitalize()} people were killed when a ferry sank.",
            ),
            (f"{figure} injured in {town} fire", f"A fire in {town} injured {WORDS[count]} people."),
            (f"{figure} boats lost off {town}", f"The storm took {WORDS[count]} boats off {town}."),
        )
    )
    return Planted(lead, figure, headline)


def currencies(rng: random.Random, *, wrong: bool) -> Planted:
    """A sum in two currencies, and the rate behind it: right, or off by a fifth and more."""
    rate = rng.randrange(104, 119) / 100
    euros = rng.randrange(11, 90) / 10
    dollars = euros * rate * (rng.choice((0.7, 0.8, 1.25, 1.5)) if wrong else 1.0)
    told = rng.choice(
        (
            f"(€1 = ${rate:.2f})",
            f"(1 euro = {rate:.2f} dollars)",
            f"The sum was worked out at ${rate:.2f} to the euro.",
            f"The euro was worth ${rate:.2f} that day.",
            f"The bank took an exchange rate of {rate:.2f}.",
        )
    )
    given = rng.choice((f"€{euros:.1f} million", f"{euros:.1f} million euros"))
    figure = rng.choice((f"${dollars:.1f} million", f"{dollars:.1f} million dollars"))
    pair = rng.choice((f"{given} ({figure})", f"{given}, or about {figure},"))
    return Planted(f"The yard asked {pair} for the ferry that summer.\n\n{told}", figure)


def intervals(rng: random.Random, *, wrong: bool) -> Planted:
    """Two days and the days that are said to lie between."""
    first, apart = rng.randrange(1, 15), rng.randrange(2, 7)
    told = apart + (rng.choice((1, 2, 3)) if wrong else 0)
    length = f"{WORDS[told]} days"
    start = rng.randrange(7)
    one, other = DAYS[start], DAYS[(start + apart) % 7]
    if rng.random() < 0.4:
        one, other = f"Oct. {first}", f"Oct. {first + apart}"
        return Planted(f"The captain was freed on {other}, {length} after the fire of {one}.", length)
    text = rng.choice(
        (
            f"The captain was freed on {other}, {length} after the fire on {one}.",
            f"On {other}, {length} after {one}’s fire, the captain was freed.",
            f"The captain left on {one}, just {length} before the hearing on {other}.",
        )
    )
    return Planted(text, length)


def weekdays(rng: random.Random, *, wrong: bool) -> Planted:
    """A length with the weekdays, or a weekday and a date, that it lies between."""
    days, start = rng.randrange(2, 6), rng.randrange(7)
    length = f"{WORDS[days + (rng.choice((2, 3)) if wrong else 0)]}-day"
    one, other = DAYS[start], DAYS[(start + days - 1) % 7]
    joint = rng.choice(("to", "through", "until"))
    if rng.random() < 0.5:
        return Planted(f"The crew made a {length} visit to the island from {one} {joint} {other}.", length)
    story = dt.date(2025, 11, 3) + dt.timedelta(days=rng.randrange(10))
    begins = story + dt.timedelta(days=rng.randrange(1, 6))
    ends = begins + dt.timedelta(days=days - 1)
    return Planted(
        f"The crew will make a {length} visit from {DAYS[begins.weekday()]} to Nov. {ends.day}.",
        length,
        dateline=_dateline(rng, story),
    )


def orders(rng: random.Random, *, wrong: bool) -> Planted:
    """A stretch of time of which an end is told by the day of the story."""
    story = dt.date(2025, 11, 3) + dt.timedelta(days=rng.randrange(7, 20))
    before = story - dt.timedelta(days=rng.randrange(2, 9))
    after = story + dt.timedelta(days=rng.randrange(2, 6))
    ends = after if wrong else before
    told = rng.choice(("yesterday", "today", "tomorrow"))
    text = f"The old road is shut from Nov. {ends.day} to {told}, the board said."
    return Planted(text, told, dateline=_dateline(rng, story))


def ahead(rng: random.Random, *, wrong: bool) -> Planted:
    """An event told as past, on a day behind that of the story or ahead of it."""
    story = dt.date(2025, 11, 3) + dt.timedelta(days=rng.randrange(5))
    right = f"{story - dt.timedelta(days=2):%b}. {(story - dt.timedelta(days=2)).day}"
    days = ["tomorrow", "next week", f"Nov. {story.day + 3}"] if wrong else ["yesterday", "last week", right]
    day = rng.choice(days)
    on = "on " if "." in day else ""
    text = rng.choice(
        (
            f"The captain was arrested in {rng.choice(TOWNS)} {on}{day}.",
            f"The council met in the old hall {on}{day}.",
            f"The old mayor died at home {on}{day}.",
        )
    )
    return Planted(text, day, dateline=_dateline(rng, story))


def sentences(rng: random.Random, *, wrong: bool) -> Planted:
    """A number of people, and those of whom the next sentences tell."""
    one, other = rng.randrange(2, 5), rng.randrange(2, 5)
    town = rng.choice(TOWNS)
    if rng.random() < 0.4:
        names = [f"{a} {b}" for a, b in zip(rng.sample(GIVEN, 3), rng.sample(FAMILY, 3), strict=True)]
        told = WORDS[len(names) + (rng.choice((-1, 1, 2)) if wrong else 0)]
        listed = f"{names[0]}, {rng.randrange(20, 80)}, {names[1]}, {rng.randrange(20, 80)}, and {names[2]}"
        return Planted(
            f"{told.capitalize()} people were killed off {town}. Police identified the victims as {listed}.",
            f"{told.capitalize()} people",
        )
    total = one + other - (rng.choice((1, 2)) if wrong else 0)
    told = WORDS[total].capitalize()
    return Planted(
        f"{told} people were injured off {town}. {WORDS[one].capitalize()} men were hurt by glass."
        f" {WORDS[other].capitalize()} women were also burned.",
        f"{told} people",
    )


def _dateline(rng: random.Random, story: dt.date) -> str:
    return f"{rng.choice(TOWNS).upper()}, {story:%b}. {story.day}, {story.year} (NW) — "


KINDS: dict[str, Kind] = {
    "units": units,
    "percentages": percentages,
    "totals": totals,
    "ages": ages,
    "durations": durations,
    "headlines": headlines,
    "currencies": currencies,
    "intervals": intervals,
    "weekdays": weekdays,
    "orders": orders,
    "ahead": ahead,
    "sentences": sentences,
}


def plant(text: str, kind: str, seed: str, *, wrong: bool = True) -> tuple[str, int, int]:
    """The article with the planted words in it, and where the figure stands that is off.

    A headline and its first paragraph make an article of their own with the other paragraphs of the given
    one, but for those that hold a number.
    """
    rng = random.Random(f"{kind}/{seed}")  # noqa: S311 - not for secrets
    planted = KINDS[kind](rng, wrong=wrong)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    if planted.headline:
        body = "\n\n".join(paragraph for paragraph in paragraphs[1:] if not _counts(paragraph))
        copy = f"{planted.headline}\n\n{planted.text}\n\n{body}"
        return copy, 0, len(planted.figure)
    if planted.dateline:
        paragraphs.insert(1, planted.dateline + planted.text)
    else:
        paragraphs.insert(rng.randrange(1, max(2, len(paragraphs))), planted.text)
    copy = "\n\n".join(paragraphs)
    start = copy.index(planted.text) + planted.text.rindex(planted.figure)
    return copy, start, start + len(planted.figure)


def _counts(paragraph: str) -> bool:
    """Whether a paragraph holds a number, which might be that of a headline."""
    words = paragraph.lower().replace("-", " ").split()
    return any(map(str.isdigit, paragraph)) or any(word.strip(".,;:“”") in WORDS for word in words)


def main() -> None:
    """Plant one kind into a folder of articles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kind", choices=KINDS, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--sound", action="store_true", help="plant figures that agree")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    truths = []
    for path in sorted(given.folder.glob("*.txt"))[: given.count]:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        copy, start, end = plant(text, given.kind, f"{given.seed}/{path.name}", wrong=not given.sound)
        (given.out / path.name).write_bytes(copy.encode("utf-8"))
        truths.append({"path": path.name, "start": start, "end": end, "was": "", "now": copy[start:end]})
    lines = "".join(json.dumps(truth) + "\n" for truth in truths)
    (given.out / "truth.jsonl").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
