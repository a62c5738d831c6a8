"""Learns the weights of indirect quotes from annotated articles: run by hand, never imported.

    python -m verify.learn.indirect TEXT_DIR GOLD_DIR [--articles N] [--out FILE]

The data are those of `verify.learn.ranker`, whose weights it uses. Needs numpy and scipy. The same articles
give the same weights.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from verify.learn.fitting import (
    Example,
    Roles,
    Span,
    asked,
    attributions,
    fit,
    overlap,
    touches,
    write,
)
from verify.lexicon import grammar
from verify.lexicon.cues import cue_forms
from verify.lexicon.words import is_word
from verify.mark import narration
from verify.mark.narration import Paragraph, Word
from verify.mark.order import mark, plan
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.sources.contents import Content, contents
from verify.mark.sources.flow import flow
from verify.mark.sources.hearing import Hearing, Spot, describe, hearings, shared, spots
from verify.mark.told.reported import LEAST, WHOLE
from verify.model.article import Article
from verify.read.formats import TEXT as READER

_OFTEN = 0.08
"""The share of a word's uses that must be cues, for it to be looked at as one."""
_CLOSED = (
    grammar.PRONOUNS
    | grammar.DETERMINERS
    | grammar.AUXILIARIES
    | grammar.DAYS
    | grammar.BOUNDARIES
    | grammar.PREPOSITIONS
    | frozenset("out clear up back off down away over forward".split())
)
_STRENGTH, _CONTENT_STRENGTH, _RARE, _LEAST = 4.0, 2.0, 4, 0.1


class Lesson(NamedTuple):
    """An article, the gold attributions without a quotation in them, and the cues that quotations take."""

    article: Article
    paragraphs: list[Paragraph]
    gold: list[Roles]
    cues: frozenset[int]
    all_gold: list[Roles]


def lesson(text: Path, gold: Path) -> Lesson:
    """One article, read and marked."""
    article = mark(READER.read(text.name, text.read_bytes()), plan([QUOTATIONS, SENTENCES], ["sentences"]))
    paragraphs = list(narration.paragraphs(article))
    sourced = flow(paragraphs, article.quotations.spans, article.text)
    cues = frozenset(
        one.source.paragraph.words[one.source.cue].start
        for one in sourced
        if one.source is not None and one.source.cue >= 0
    )
    found = [roles for roles in attributions(gold) if roles["Source"] and roles["Content"]]
    plain = [
        roles
        for roles in found
        if not any(set('“”"') & set(article.text[a:b]) for a, b in roles["Content"])
        and not any(touches((q.start, q.end), roles["Content"]) for q in article.quotations.spans)
    ]
    return Lesson(article, paragraphs, plain, cues, found)


def vocabulary(lessons: Iterable[Lesson]) -> list[str]:
    """The words that are cues often enough, but for names and function words, in alphabetical order."""
    cues: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    lower: set[str] = set()
    for one in lessons:
        text = one.article.text
        uses.update(word.lower() for word in re.findall(r"[A-Za-z]+", text))
        for roles in one.all_gold:
            for start, end in roles["Cue"]:
                found = re.findall(r"[A-Za-z]+", text[start:end])
                cues.update(word.lower() for word in found)
                lower.update(word for word in found if word.islower())
    often = {
        word
        for word, count in cues.items()
        if count >= _OFTEN * uses[word]
        and word in lower
        and is_word(word)
        and not word.endswith("ly")
        and (word not in _CLOSED or word in cue_forms())
    }
    return sorted(often | {"according", ":"})


def examples(one: Lesson, known: frozenset[str]) -> tuple[list[Example], list[Example]]:
    """What the article teaches of cues and their sources, and of what they report."""
    cues: list[Example] = []
    reported: list[Example] = []
    for words, seen in _spots(one, known):
        heard = hearings(words, seen.at)
        if not heard:
            continue
        base = shared(words, seen, list)
        meant = [matching(one.gold, words, hearing) for hearing in heard]
        rows = [[], *(base + describe(words, seen, hearing, list) for hearing in heard)]
        truth = [not any(meant), *map(bool, meant)]
        cues.append((rows, [0.0] * len(rows), truth))
        for hearing, roles in zip(heard, meant, strict=True):
            if roles:
                reported += nearest(words, list(contents(words, seen, hearing, list)), roles)
    return cues, reported


def _spots(one: Lesson, known: frozenset[str]) -> Iterator[tuple[tuple[Word, ...], Spot]]:
    for paragraph in one.paragraphs:
        for seen in spots(paragraph.words, known, one.cues):
            yield paragraph.words, seen


def matching(gold: list[Roles], words: tuple[Word, ...], hearing: Hearing) -> list[Roles]:
    """The gold attributions with this cue and this source."""
    source = (words[hearing.source.first].start, words[hearing.source.last].end)
    cue = (words[hearing.cue].start, words[hearing.cue].end)
    return [roles for roles in gold if touches(source, roles["Source"]) and touches(cue, roles["Cue"])]


def nearest(words: tuple[Word, ...], found: list[Content[list[str]]], gold: list[Roles]) -> Iterator[Example]:
    """Which of the stretches is nearest to what is annotated, where any comes near."""
    wholes = [(min(a for a, _ in roles["Content"]), max(b for _, b in roles["Content"])) for roles in gold]
    near = [
        max(_jaccard(whole, (words[c.first].start, words[c.last].end)) for whole in wholes) for c in found
    ]
    if near and max(near) >= 0.5:
        yield [c.load for c in found], [0.0] * len(found), [value >= max(near) - 1e-9 for value in near]


def _jaccard(one: Span, other: Span) -> float:
    return max(0, overlap(one, other)) / (max(one[1], other[1]) - min(one[0], other[0]))


def telling(words: list[str], cues: list[Example], weights: dict[str, float]) -> list[str]:
    """The words that are likely enough to be a cue in some place; the others need not be looked at."""
    telling: set[str] = set()
    for rows, _, _ in cues:
        scores = [sum(weights.get(feature, 0.0) for feature in row) for row in rows]
        if max(scores[1:]) - math.log(sum(map(math.exp, scores))) >= math.log(LEAST):
            telling.update(
                feature.removeprefix("word ") for feature in rows[1] if feature.startswith("word ")
            )
    return [word for word in words if word in telling]


def hundredths(weights: dict[str, float]) -> dict[str, int]:
    """The weights as whole numbers: they load faster, and add up to the same in any order."""
    return {feature: round(weight * WHOLE) for feature, weight in weights.items()}


def main() -> int:
    """Read the articles, fit the weights, write them."""
    articles, out = asked(__doc__ or "", "indirect.json")
    lessons = [lesson(*pair) for pair in articles]
    words = vocabulary(lessons)
    cues: list[Example] = []
    reported: list[Example] = []
    for one in lessons:
        taught, of_contents = examples(one, frozenset(words))
        cues += taught
        reported += of_contents
    of_cues = fit(cues, _STRENGTH, _RARE, _LEAST)
    learnt = {
        "words": telling(words, cues, of_cues),
        "cue": hundredths(of_cues),
        "content": hundredths(fit(reported, _CONTENT_STRENGTH, _RARE, _LEAST)),
    }
    write(learnt, out)
    weights = f"{len(learnt['cue'])} + {len(learnt['content'])} weights"
    sys.stderr.write(f"{len(learnt['words'])} words, {len(cues)} places, {weights}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
