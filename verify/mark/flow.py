"""Goes through an article quotation by quotation, each choice helping with the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from verify.mark.candidates import Candidate, Choice, Scene, Stage, candidates, describe, none_features
from verify.mark.narration import Paragraph
from verify.mark.ranker import Ranking, rank
from verify.model.marks import Quotation

Choose = Callable[[Scene, list[Candidate], list[str]], Ranking]


class Sourced(NamedTuple):
    """A quotation with the source found for it, or None, and the probability of that."""

    quotation: int
    scene: Scene
    source: Candidate | None
    probability: float


def _by_weight(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
    del scene
    return rank(found, none)


def flow(
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    text: str,
    choose: Choose = _by_weight,
) -> Iterator[Sourced]:
    """Every outermost quotation in the order of the text, each with its source or None."""
    stage = Stage(paragraphs, text)
    last: Choice | None = None
    by_quotation: dict[int, Choice | None] = {}
    for number, paragraph in enumerate(paragraphs):
        for at in paragraph.quotes:
            index = paragraph.words[at].quotation
            scene = Scene(stage, number, at, quotations[index])
            chain = quotations[index].chain
            found = candidates(scene, last, by_quotation.get(chain) if chain >= 0 else None)
            describe(scene, found)
            source, probability = choose(scene, found, none_features(scene))
            by_quotation[index] = None
            if source is not None:
                last = by_quotation[index] = Choice(source.paragraph, source.source, source.cue, number)
            yield Sourced(index, scene, source, probability)
