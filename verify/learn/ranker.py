"""Learns the ranker's weights from annotated articles: run by hand, never imported.

    python -m verify.learn.ranker TEXT_DIR GOLD_DIR [--articles N] [--out FILE]

TEXT_DIR holds articles as plain text, GOLD_DIR stand-off annotations of their attributions in the brat
format of PolNeAR (Newell, Margolin and Ruths 2018): NAME_xxxx.ann beside NAME.txt, with Source, Cue and
Content. Needs numpy and scipy. The same articles give the same weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

from verify.learn.fitting import Example, Roles, Span, asked, attributions, fit, overlap, touches, write
from verify.mark import narration
from verify.mark.order import mark, plan
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.sentences import MARKER as SENTENCES
from verify.mark.sources.candidates import PLAIN, Candidate, Scene
from verify.mark.sources.flow import flow
from verify.mark.sources.ranker import Ranking
from verify.read.formats import TEXT as READER

_STRENGTH, _RARE, _LEAST = 5.0, 3, 0.005
_BY_HAND = {"none carried True": -1.5}
"""What is added to a weight: a paragraph of nothing but a quote that carries on the speech of the one before
is common in news, and so rare in the articles at hand that too little is learnt of it."""


_TRUSTED = tuple(
    f"{how} {layout}" for how in ("by", "first") for layout in (*sorted(PLAIN), "name before a colon")
)
"""What is left out: these layouts name the speaker outright, and the articles at hand have them mostly in
newsletters, where a label is the topic of an item."""


def examples(text_path: Path, gold_path: Path) -> list[Example]:
    """One example a quotation: the features of "nobody" and of each candidate, and which of them are right.

    The walk follows the gold choices, so that what a later quotation sees of earlier ones is true.
    """
    document = READER.read(text_path.name, text_path.read_bytes())
    article = mark(document, plan([QUOTATIONS, SENTENCES], ["sentences"]))
    gold = list(attributions(gold_path))
    found_examples: list[Example] = []

    def teach(scene: Scene, found: list[Candidate], none: list[str]) -> Ranking:
        span = (scene.quotation.start, scene.quotation.end)
        nobody: tuple[int, Roles] = (0, {})
        best, roles = max(
            ((max((overlap(span, c) for c in r["Content"]), default=0), r) for r in gold),
            key=lambda pair: pair[0],
            default=nobody,
        )
        sources = roles.get("Source", []) if best * 2 >= span[1] - span[0] else []
        right = [touches(_extent(candidate), sources) for candidate in found]
        truth = [not sources, *right]
        if any(truth):
            found_examples.append(
                ([none, *(list(c.features) for c in found)], [0.0, *(c.prior for c in found)], truth)
            )
        chosen = next((c for c, is_right in zip(found, right, strict=True) if is_right), None)
        return Ranking(chosen, 1.0)

    for _ in flow(list(narration.paragraphs(article)), article.quotations.spans, article.text, teach):
        pass
    return found_examples


def _extent(candidate: Candidate) -> Span:
    """The span of a source in the text, with the "who" of a relative clause that stands for it."""
    words, last = candidate.paragraph.words, candidate.source.last
    after = last + 2 if last + 1 < len(words) and words[last + 1].low == "," else last + 1
    if after < len(words) and words[after].low in ("who", "which"):
        last = after
    return words[candidate.source.first].start, words[last].end


def main() -> int:
    """Read the articles, fit the weights, write them."""
    articles, out = asked(__doc__ or "", "ranker.json")
    data: list[Example] = []
    for text, gold in articles:
        data += examples(text, gold)
    learnt = fit(data, _STRENGTH, _RARE, _LEAST)
    learnt = {name: weight for name, weight in learnt.items() if not name.startswith(_TRUSTED)}
    for name, more in _BY_HAND.items():
        learnt[name] = round(learnt.get(name, 0.0) + more, 2)
    write(learnt, out)
    sys.stderr.write(f"{len(data)} quotations, {len(learnt)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
