"""Learns what the parse tells of indirect quotes: run by hand, never imported.

    python -m training.telling TEXT_DIR GOLD_DIR --models DIR --parses DIR [--articles N] [--out FILE]

The data are those of `verify.learn.indirect`, whose words and examples it takes, each told with the features
of the parse beside those of the words. Parses are kept in a folder. The same articles and models give the
same weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
import msgspec
from verify_stanza.grammar import Grammar
from verify_stanza.indirect import by_block
from verify_stanza.telling import Telling
from verify_stanza.trees import Tree

import verify.mark
from training.parses import parses
from verify.learn.fitting import Example, fit, pairs, write
from verify.learn.indirect import Lesson, hundredths, lesson, matching, nearest, telling, vocabulary
from verify.mark.sources.hearing import spots

_STRENGTH, _CONTENT_STRENGTH, _RARE, _LEAST = 4.0, 2.0, 4, 0.1
_SHARE = 0.3
"""The part of the default weights, which know the words alone."""
_DEFAULT = Path(verify.mark.__file__).parent / "data" / "indirect.json"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_OUT = Path(__file__).parents[1] / "src" / "verify_stanza" / "data" / "indirect.json"


def examples(
    one: Lesson, trees: tuple[Tree, ...], known: frozenset[str]
) -> tuple[list[Example], list[Example]]:
    """What an article teaches of cues and their sources, and of what they report."""
    cues: list[Example] = []
    reported: list[Example] = []
    blocks = by_block(trees)
    for paragraph in one.paragraphs:
        words = paragraph.words
        read = Telling(Grammar(words, blocks.get(paragraph.block, ())), list, list)
        for seen in spots(words, known, one.cues):
            heard = read.hearings(words, seen.at)
            if not heard:
                continue
            base = read.shared(words, seen)
            meant = [matching(one.gold, words, hearing) for hearing in heard]
            rows = [[], *(base + read.describe(words, seen, hearing) for hearing in heard)]
            cues.append((rows, [0.0] * len(rows), [not any(meant), *map(bool, meant)]))
            for hearing, roles in zip(heard, meant, strict=True):
                if roles:
                    reported += nearest(words, list(read.contents(words, seen, hearing)), roles)
    return cues, reported


def mixed(ours: Mapping[str, int], default: Mapping[str, int]) -> dict[str, int]:
    """The weights of both models: what one of them errs in, the other may know."""
    return {
        feature: round((1 - _SHARE) * ours.get(feature, 0) + _SHARE * default.get(feature, 0))
        for feature in (*ours, *(feature for feature in default if feature not in ours))
    }


@click.command()
@click.argument("texts", type=_FOLDER)
@click.argument("gold", type=_FOLDER)
@click.option("--models", type=_FOLDER, required=True, help="The models to parse with.")
@click.option(
    "--parses", "kept", type=click.Path(path_type=Path), required=True, help="Where parses are kept."
)
@click.option("--articles", type=int, default=0, help="Use only the first N by name.")
@click.option("--out", type=click.Path(path_type=Path), default=_OUT, help="The file for the weights.")
def main(texts: Path, gold: Path, models: Path, kept: Path, articles: int, out: Path) -> None:
    """Read the articles, fit the weights, write them."""
    annotated = pairs(texts, gold, articles)
    lessons = [lesson(*pair) for pair in annotated]
    words = vocabulary(lessons)
    cues: list[Example] = []
    reported: list[Example] = []
    with click.progressbar(list(zip(annotated, lessons, strict=True)), label="articles") as steps:
        for (text, _), one in steps:
            taught, of_contents = examples(one, parses(text, models, kept), frozenset(words))
            cues += taught
            reported += of_contents
    of_cues = fit(cues, _STRENGTH, _RARE, _LEAST)
    of_contents_ = fit(reported, _CONTENT_STRENGTH, _RARE, _LEAST)
    default = msgspec.json.decode(_DEFAULT.read_bytes())
    learnt = {
        "words": sorted({*telling(words, cues, of_cues), *default["words"]}),
        "cue": mixed(hundredths(of_cues), default["cue"]),
        "content": mixed(hundredths(of_contents_), default["content"]),
    }
    write(learnt, out)
    click.echo(f"{len(cues)} places, {len(learnt['cue'])} + {len(learnt['content'])} weights", err=True)


if __name__ == "__main__":
    main()
