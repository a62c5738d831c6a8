"""Quotes of one story that earlier stories of about the same days give as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from verify import Archive, Fact, Story, Told
from verify.mark.pairs.spoken import spoken

from .aligned import Shared, Words, align

_RUN = 4
_ENDINGS = {"ve": "have", "re": "are", "ll": "will", "m": "am"}
_FULL = {
    "can't": "cannot", "won't": "willnot", "gonna": "goingto", "wanna": "wantto", "gotta": "gotto",
    "percent": "", "per": "", "cent": "", "okay": "ok",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
"""What houses write in two ways: short forms of speech, numbers, the sign of percent."""


class Version(Struct, frozen=True):
    """A quote of the story, the same of an earlier one, and what the two share."""

    here: Fact
    there: Told
    shared: Shared


def versions(story: Story, archive: Archive, *, within: int) -> Iterator[Version]:
    """Each quote of the story beside each of an earlier story that shares some words with it."""
    met: set[tuple[int, int, str, int]] = set()
    for fact in story.of("said"):
        for told in archive.elsewhere(story, "said", fact.subject, within=within):
            pair = (fact.start, fact.end, told.path, told.fact.start)
            if pair in met or (told.date, told.path) > (story.date, story.path):
                continue
            met.add(pair)
            shared = _shared(fact.words, told.fact.words)
            if shared is not None:
                yield Version(fact, told, shared)


def speaker(fact: Fact) -> str:
    """Who surely said a quote, or nothing."""
    return fact.value.split(";")[0].strip()


def nearby(fact: Fact) -> frozenset[str]:
    """The family names, folded, of the other people in the paragraph of a quote."""
    return frozenset(name.strip() for name in fact.value.split(";")[1:])


def changed(version: Version) -> tuple[str, str] | None:
    """The words in which a quote is told differently here and there; None where only the style differs."""
    change = version.shared.change
    if change is None:
        return None
    here, there = version.here.words, version.there.fact.words
    own, other = here[slice(*change.later)], there[slice(*change.earlier)]
    one, two = _plain(own), _plain(other)
    opens = any(_opening(words) for words in (here[: change.later[0]], there[: change.earlier[0]]))
    if one == two or (opens and (one.endswith(two) or two.endswith(one))):
        return None
    return own, other


@lru_cache(maxsize=1024)
def _shared(here: str, there: str) -> Shared | None:
    """What two quotes share, or None where they have no four words in a row; stock phrases come often."""
    one, other = Words.of(here, 0, len(here)), Words.of(there, 0, len(there))
    run = _first_run(other, one)
    return None if run is None else align(other, one, *run)


def _first_run(there: Words, here: Words) -> tuple[int, int] | None:
    """Where the first words in a row that both have stand in each."""
    first: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(there.lows[shift:] for shift in range(_RUN)), strict=False)):
        first.setdefault(run, at)
    for at, run in enumerate(zip(*(here.lows[shift:] for shift in range(_RUN)), strict=False)):
        if run in first:
            return first[run], at
    return None


def _opening(before: str) -> bool:
    """Whether at most one word of a quote stands before a difference: the other quote may begin sooner."""
    words = spoken(before)
    return len(words) <= 1 or not words[0]


def _plain(words: str) -> str:
    """The letters of the words, written out in full: how a house writes them is a matter of style."""
    return "".join(_FULL.get(word, word) for word in _written_out(spoken(words)))


def _written_out(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        stem, mark, ending = word.rpartition("'")
        if word in _FULL or not mark:
            yield word
        elif ending == "t" and stem.endswith("n"):
            yield from (stem[:-1], "not")
        else:
            yield from (stem, _ENDINGS.get(ending, ending))
