"""Changes words in the quotes of articles and counts how many changes are found: `quotes.py FOLDER [CASES]`.

The quotes of each article are its transcript, in short lines, with other commas and an “um” now and then,
between paragraphs of another article. Then one word of each quote is made another, left out, or put in, a
“not” among them, or some words are cut out of the middle. What is found in the article as it was is a false
alarm. The same number gives the same changes.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from verify.check.examine import marked
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Setup, Source
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.mark import sourced
from verify.mark.order import plan
from verify.mark.transcripts.shelf import Sources
from verify.model.article import Article
from verify.model.span import SourceMap
from verify.model.supplied import Supplied
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.read.choose import read

RULES = ("quotes/differs-from-source", "quotes/cut-without-mark", "quotes/not-in-sources")
LEAST = 5
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
MARKS = re.compile(r"[\[\](…]|\.\.|[“”\"]")
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|could|should|can|do|does|did|has|have|had|must)\b")
NEGATION = re.compile(r"\b(?:not|never) |n[’']t\b")
KINDS = ("word", "left out", "put in", "not dropped", "not added", "cut")


class Change(NamedTuple):
    """A quote made another: its place in the changed article, and what was done."""

    start: int
    end: int
    kind: str


class Tally(Struct):
    """How many changes were planted and found, by kind; how many quotes were compared, and false alarms."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    quotes: int = 0
    false: int = 0
    strangers: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def quotes_of(article: Article) -> Iterator[tuple[int, int]]:
    """The words of each quote that can be changed, its quotation marks left out."""
    for quote in article.quotes:
        if quote.quotation < 0 or quote.needs_none:
            continue
        span = article.quotations.spans[quote.quotation]
        start, end = quote.start + 1, quote.end - (1 if span.closed else 0)
        words = article.text[start:end]
        if len(WORD.findall(words)) >= LEAST and not MARKS.search(words):
            yield start, end


def changed(words: str, others: Sequence[str], chance: random.Random) -> tuple[str, str] | None:
    """The words with one change, and its kind."""
    found = list(WORD.finditer(words))
    ways = ["word", "word", "left out", "put in"]
    ways += (
        ["not dropped"] * 6
        if NEGATION.search(words)
        else ["not added"] * 2
        if AUXILIARY.search(words)
        else []
    )
    ways += ["cut"] if len(found) >= 14 else []
    kind = chance.choice(ways)
    if kind == "not dropped":
        one = chance.choice(list(NEGATION.finditer(words)))
        return words[: one.start()] + words[one.end() :], kind
    if kind == "not added":
        one = chance.choice(list(AUXILIARY.finditer(words)))
        return f"{words[: one.end()]} not{words[one.end() :]}", kind
    if kind == "cut":
        at = chance.randrange(4, len(found) - 8)
        return words[: found[at].start()] + words[found[at + 4].start() :], kind
    at = chance.randrange(1, len(found) - 1)
    one = found[at]
    if kind == "left out":
        # Of two words that are the same, one may be a slip of the tongue that every house takes out.
        if one[0].lower() in (found[at - 1][0].lower(), found[at + 1][0].lower()):
            return None
        return words[: one.start()] + words[found[at + 1].start() :], kind
    other = chance.choice(others)
    if other.lower() in {near[0].lower() for near in found[max(0, at - 1) : at + 2]}:
        return None
    if kind == "put in":
        return f"{words[: one.start()]}{other} {words[one.start() :]}", kind
    return words[: one.start()] + other + words[one.end() :], kind


def planted(article: Article, chance: random.Random) -> tuple[str, list[Change]]:
    """The article with each of its quotes changed."""
    others = sorted({word for word in WORD.findall(article.text) if len(word) > 3 and word.islower()})
    text, at, changes = "", 0, []
    for start, end in quotes_of(article):
        made = changed(article.text[start:end], others, chance) if others else None
        if made is None or start < at:
            continue
        text += article.text[at:start]
        changes.append(Change(len(text), len(text) + len(made[0]), made[1]))
        text += made[0]
        at = end
    return text + article.text[at:], changes


def transcript(article: Article, noise: Iterable[str]) -> str:
    """The quotes of an article as a source has them, between paragraphs of another."""
    spoken = (taken_down(article.text[start:end]) for start, end in quotes_of(article))
    lines = [line for pair in zip(spoken, _endless(noise), strict=False) for line in pair]
    return "\n".join(lines)


def taken_down(words: str) -> str:
    """The words as a transcript has them: in short lines, with an “um” now and then, and other commas."""
    spoken = [word.rstrip(",;") if number % 3 else word for number, word in enumerate(words.split())]
    for at in range(9, len(spoken), 10):
        spoken[at] = f"um, {spoken[at]}"
    return "\n".join(" ".join(spoken[at : at + 7]) for at in range(0, len(spoken), 7))


def _endless(lines: Iterable[str]) -> Iterator[str]:
    kept = [line for line in lines if line.strip()] or [""]
    while True:
        yield from kept


def setup_with(setup: Setup, text: str) -> Setup:
    """The setup of a run with this transcript."""
    marker = sourced.marker(Sources([Supplied("transcript.txt", text, text, SourceMap.identity(len(text)))]))
    return replace(
        setup, markers=tuple(marker if one.provides == "sourced" else one for one in setup.markers)
    )


def measured(texts: Sequence[str], cases: int, seed: int = 1) -> Tally:
    """Plant and check, article by article, until there are enough cases."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    desk = arrange(Plugins(()), Loaded(Settings()), Wishes(select=RULES)).setup
    tally = Tally()
    for number, text in enumerate(texts):
        if sum(tally.planted.values()) >= cases:
            break
        article = marked(read(desk.readers, "story.txt", text.encode()), plan(desk.markers, ("quotes",)), [])
        noise = texts[number - 1].split("\n")
        setup = setup_with(desk, transcript(article, noise))
        tally.quotes += len(list(quotes_of(article)))
        spans = list(quotes_of(article))
        for one in check([Source("story.txt", text.encode())], setup).findings:
            if any(one.start < end and one.end > start for start, end in spans):
                tally.false += 1
                tally.wrong.append(f"{one.rule}: {one.message} [{one.text}]")
        if number % 4 == 0:
            for others in ([*texts[:number], *texts[number + 1 :]], texts[number + 1 : number + 31]):
                setup_other = setup_with(desk, "\n".join(others))
                for one in check([Source("story.txt", text.encode())], setup_other).findings:
                    if one.rule != RULES[2]:
                        tally.strangers += 1
                        tally.wrong.append(f"stranger {one.rule}: {one.message} [{one.related[0].message}]")
        other, changes = planted(article, chance)
        findings = list(check([Source("story.txt", other.encode())], setup).findings)
        for change in changes:
            tally.planted[change.kind] += 1
            if any(one.start < change.end and one.end > change.start for one in findings):
                tally.found[change.kind] += 1
            else:
                tally.missed.append(f"{change.kind}: {other[change.start : change.end]}")
    return tally


def report(tally: Tally) -> str:
    """The figures in lines, what was missed and what was wrong first."""
    lines = [*tally.missed, *tally.wrong]
    lines += [f"{kind:12} {tally.found[kind]:4} of {tally.planted[kind]:4}" for kind in KINDS]
    lines.append(f"all          {tally.found.total():4} of {tally.planted.total():4}")
    lines.append(f"false        {tally.false:4} of {tally.quotes} quotes as they were")
    lines.append(f"strangers    {tally.strangers:4} findings against other articles")
    return "\n".join(lines)


if __name__ == "__main__":
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500
    files = sorted(folder.rglob("*.txt")) or sorted(folder.rglob("*.md"))
    # Articles that are kept unread for another measurement stand last.
    files = files[: len(files) - (int(sys.argv[3]) if len(sys.argv) > 3 else 0)]
    result = measured([file.read_text(encoding="utf-8") for file in files], count)
    sys.stdout.write(report(result) + "\n")
