"""Says how often quotes of each confidence are right: run by hand, never imported.

    python -m verify.learn.reliability TEXT_DIR GOLD_DIR [--names LABELS.jsonl] [--into FILE.md]

TEXT_DIR and GOLD_DIR are those of `verify.learn.ranker`, articles that nothing was learnt from. Counted are
the quotations of four words or more to which the annotation gives a source; the source is right where its
words overlap those annotated. LABELS.jsonl has one object a line, {"path", "start", "end", "speaker", "type"}
and perhaps "alt": who said it by full name, as somebody found by reading; a person's name is right where its
first and last word agree, other names where half of the words do. With --into the table takes the place of
the one between <!-- reliability --> and <!-- /reliability --> in that file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verify.learn.fitting import Roles, attributions, overlap, pairs, touches
from verify.lexicon.late import late
from verify.mark.order import Marker, mark, plan
from verify.model.article import Article
from verify.model.marks import Quote
from verify.plugin.builtin import verify_markers
from verify.read.formats import TEXT as READER

_BANDS = {
    (0.9, 1.01): "**0.9 and more**",
    (0.95, 1.01): "of these, 0.95 and more",
    (0.8, 0.9): "0.8 to 0.9",
    (0.7, 0.8): "0.7 to 0.8",
    (0.6, 0.7): "0.6 to 0.7",
    (0.0, 0.6): "under 0.6",
}
_SHORT = 4
_SKIPPED = frozenset("the a an of mr mrs ms dr sir jr sr ii iii".split())
_TABLE = late(r"(<!-- reliability -->\n).*?(<!-- /reliability -->)", re.DOTALL)


class Outcome(NamedTuple):
    """One quote: how sure the product was, and whether it was right."""

    confidence: float
    right: bool


def sources(article: Article, gold: list[Roles]) -> Iterator[Outcome]:
    """The quotes of the article whose source is annotated, by the words that name the source."""
    for quote in article.quotes:
        text = article.text[quote.start : quote.end]
        if len(text.split()) < _SHORT or text[0] not in '“"' or quote.speaker is None:
            continue
        span = (quote.start, quote.end)
        nobody: Roles = {}
        best = max(gold, key=lambda roles: _most(span, roles), default=nobody)
        if best.get("Source") and _most(span, best) > 0:
            said_by = (quote.speaker.start, quote.speaker.end)
            yield Outcome(quote.confidence, touches(said_by, best["Source"]))


def _most(span: tuple[int, int], roles: Roles) -> int:
    return max((overlap(span, content) for content in roles["Content"]), default=0)


def names(article: Article, labels: list[dict[str, Any]]) -> Iterator[Outcome]:
    """The quotes of the article whose speaker somebody labelled, by the full name."""
    for label in labels:
        quote = _at(article.quotes, label["start"], label["end"])
        if quote is not None and quote.speaker is not None and quote.speaker.name:
            name = quote.speaker.name
            right = any(
                _agrees(wanted, label["type"], name)
                for wanted in (label["speaker"], label.get("alt"))
                if wanted
            )
            yield Outcome(quote.confidence, right)


def _at(quotes: tuple[Quote, ...], start: int, end: int) -> Quote | None:
    half = (end - start) / 2
    return next((q for q in quotes if overlap((start, end), (q.start, q.end)) >= half), None)


def _words(name: str) -> list[str]:
    """The words of a name as they are compared: no accents, possessives, articles or courtesies."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
    return [word for word in re.findall(r"[\w-]+", re.sub(r"[’']s\b", "", plain)) if word not in _SKIPPED]


def _agrees(wanted: str, kind: str, name: str) -> bool:
    want, got = _words(wanted), _words(name)
    if not want or not got:
        return False
    if kind == "person":
        return want[0] in got and (len(want) == 1 or want[-1] == got[-1])
    return 2 * len(set(want) & set(got)) >= len(set(want))


def table(columns: dict[str, list[Outcome]]) -> str:
    """The table in Markdown: how many quotes each band of confidence holds, and how many are right."""
    lines = ["| confidence | " + " | ".join(columns) + " |", "|---|" + "---|" * len(columns)]
    for (low, high), words in _BANDS.items():
        cells = (_share([one for one in found if low <= one.confidence < high]) for found in columns.values())
        lines.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _share(found: list[Outcome]) -> str:
    if not found:
        return "–"
    right = sum(one.right for one in found)
    return f"{100 * right / len(found):.1f} % of {len(found)}"


def main() -> int:
    """Read and mark the articles, count, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--into", type=Path)
    arguments = parser.parse_args()
    found = (marker for marker in verify_markers() if isinstance(marker, Marker))
    markers = plan(found, ["quotes"])
    labels: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if arguments.names:
        for line in arguments.names.read_text(encoding="utf8").splitlines():
            label = json.loads(line)
            labels[label["path"]].append(label)
    columns: dict[str, list[Outcome]] = {"source right": []}
    if labels:
        columns["full name right"] = []
    for text, gold in pairs(arguments.texts, arguments.gold):
        article = mark(READER.read(text.name, text.read_bytes()), markers)
        columns["source right"] += sources(article, list(attributions(gold)))
        if labels:
            columns["full name right"] += names(article, labels[text.name])
    written = table(columns)
    if arguments.into is None:
        sys.stdout.write(written)
    else:
        page = arguments.into.read_text(encoding="utf8")
        arguments.into.write_text(
            _TABLE.sub(lambda found: found[1] + written + found[2], page), encoding="utf8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
