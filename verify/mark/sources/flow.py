"""Goes through an article quotation by quotation, each choice helping with the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from verify.mark.narration import Paragraph
from verify.mark.sources.candidates import Candidate, Choice, Scene, Stage, candidates
from verify.mark.sources.features import describe, none_features
from verify.mark.sources.ranker import Ranking, rank
from verify.model.marks import Quotation

Choose = Callable[[Scene, list[Candidate], list[str]], Ranking]


class Sourced(Struct, frozen=True):
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
    found = list(_forward(Stage(paragraphs, text), quotations, choose))
    yield from _back_along_chains(found, quotations)


def _back_along_chains(found: list[Sourced], quotations: Sequence[Quotation]) -> list[Sourced]:
    """A quotation over several paragraphs has one speaker, whichever of them the copy names it in."""
    place = {sourced.quotation: number for number, sourced in enumerate(found)}
    for number in range(len(found) - 1, -1, -1):
        sourced = found[number]
        before = place.get(quotations[sourced.quotation].chain, -1)
        if before >= 0 and sourced.source is not None and found[before].source is None:
            found[before] = replace(found[before], source=sourced.source, probability=sourced.probability)
    return found


def _forward(stage: Stage, quotations: Sequence[Quotation], choose: Choose) -> Iterator[Sourced]:
    last: Choice | None = None
    by_quotation: dict[int, Choice | None] = {}
    for number, paragraph in enumerate(stage.paragraphs):
        for at in paragraph.quotes:
            index = paragraph.words[at].quotation
            scene = Scene(stage, number, at, quotations[index])
            chain = quotations[index].chain
            proposed = candidates(scene, last, by_quotation.get(chain) if chain >= 0 else None)
            describe(scene, proposed)
            chosen = choose(scene, proposed, none_features(scene))
            source = chosen.candidate
            by_quotation[index] = None
            if source is not None:
                last = by_quotation[index] = Choice(source.paragraph, source.source, source.cue, number)
            yield Sourced(index, scene, source, chosen.probability)
