"""Who speaks in an article: one entry for each, in the order of their first quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verify.check.outcome import Said
from verify.report.ledger import voice_of

TINTS = 10
"""How many tints there are; with more speakers they come round again."""
NOBODY = -1


class Speaker(NamedTuple):
    """Somebody whose words are quoted; `tint` is -1 where no speaker was found.

    `first` and `quotes` are numbers of quotes.
    """

    name: str
    title: str
    tint: int
    words: int
    quotes: tuple[int, ...]

    @property
    def first(self) -> int:
        """The first of the quotes."""
        return self.quotes[0]


def speakers(spoken: Sequence[Said]) -> tuple[Speaker, ...]:
    """The speakers of these quotes; what has none comes last, as one."""
    heard: dict[int | str, list[int]] = {}
    for number, one in enumerate(spoken):
        heard.setdefault(voice_of(one) if one.speaker else "", []).append(number)
    nobody = heard.pop("", [])
    found = [_speaker(spoken, quotes, index % TINTS) for index, quotes in enumerate(heard.values())]
    return (*found, _speaker(spoken, nobody, NOBODY)) if nobody else tuple(found)


def _speaker(spoken: Sequence[Said], quotes: Sequence[int], tint: int) -> Speaker:
    said = [spoken[number] for number in quotes]
    title = next((one.title for one in said if one.title), "")
    words = sum(len(one.text.split()) for one in said)
    return Speaker(said[0].speaker, title, tint, words, tuple(quotes))
