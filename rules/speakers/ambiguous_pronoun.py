"""“He said”, where two men may be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from verify import Article, Flag, Mention, Sentence, rule
from verify.lexicon.cues import cue_forms

from .prose import PROSE

_DOUBT = 0.85


@rule(
    severity="info",
    since="0.1",
    needs={"quotes", "people", "sentences"},
    advice="Give the name instead of the pronoun.",
    default=False,
)
def ambiguous_pronoun(article: Article) -> Iterator[Flag]:
    """A pronoun speaks, and the sentence before it names two people whom it may stand for."""
    starts = [sentence.start for sentence in article.sentences]
    known = [
        (mention, number)
        for number, person in enumerate(article.entities)
        if person.kind == "person" and person.gender
        for mention in (article.mentions[index] for index in person.mentions)
        if not mention.quoted
    ]
    known.sort(key=lambda one: one[0].start)
    places = [mention.start for mention, _ in known]
    seen: set[int] = set()
    for quote in article.quotes:
        speaker = quote.speaker
        if speaker is None or quote.cue is None or quote.confidence >= _DOUBT:
            continue
        gender = {"he": "m", "she": "f"}.get(article.text[speaker.start : speaker.end].lower())
        if gender is None or speaker.start in seen or article.blocks[quote.block].zone not in PROSE:
            continue
        seen.add(speaker.start)
        here = bisect_right(starts, speaker.start) - 1
        if here < 1 or article.sentences[here - 1].block != article.sentences[here].block:
            continue
        before = article.sentences[here - 1]
        meant = _named(article, known, places, before.start, speaker.start, gender)
        # Somebody who spoke in the sentence before goes on speaking.
        if len(meant) > 1 and not _speaks(before):
            names = " or ".join(meant[:2])
            yield Flag(
                speaker.span, f"“{article.text[speaker.start : speaker.end]}” may be {names}", confidence=0.6
            )


def _speaks(sentence: Sentence) -> bool:
    """Whether somebody says something in the sentence."""
    table = cue_forms()
    return any(table.get(token.text.lower()) == ("say", "finite") for token in sentence.tokens)


def _named(
    article: Article, known: list[tuple[Mention, int]], places: list[int], start: int, end: int, gender: str
) -> list[str]:
    """The people of that gender whom text[start:end] names, each once."""
    found: dict[int, str] = {}
    for _, number in known[bisect_left(places, start) : bisect_left(places, end)]:
        if article.entities[number].gender == gender:
            found.setdefault(number, article.entities[number].name)
    return list(found.values())
