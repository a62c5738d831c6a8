"""How long one article of 800 words takes against ten megabytes of transcripts.

The transcripts are the words of the bench’s stories in any order, with half of the article’s quotes among
them, one word of each changed. `time.process_time` of marking, reading of the files left out and put in,
stands in `extra_info`; a plain run takes a hundredth of the size.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from verify.check.select import Wishes
from verify.config.load import Loaded
from verify.config.schema import Settings
from verify.mark import sourced
from verify.mark.order import mark, plan
from verify.mark.transcripts.shelf import Sources
from verify.model.article import Article
from verify.model.supplied import Held
from verify.plugin.desk import Desk, arrange
from verify.plugin.manager import Plugins
from verify.read.choose import read
from verify.read.supplied import load

RULES = ("quotes/differs-from-source",)
SIZE, FILES = 10_000_000, 40
TEXTS = ("story.txt", "invented.txt")


@pytest.fixture
def article(paragraphs: Callable[..., list[str]], desk: Desk) -> Article:
    """The story with its quotes marked."""
    document = read(desk.setup.readers, "story.txt", "\n\n".join(paragraphs()).encode())
    return mark(document, plan(desk.setup.markers, ("quotes",)))


def transcripts(folder: Path, article: Article, size: int) -> None:
    """Write the transcripts, the same every time."""
    chance = random.Random(1)  # noqa: S311 - not for secrets
    words = " ".join(Path(__file__).with_name(name).read_text("utf-8") for name in TEXTS).split()
    quotes = [article.text[quote.start + 1 : quote.end - 1] for quote in article.quotes][::2]
    for number in range(FILES):
        spoken = chance.choices(words, k=size // FILES // 6)
        for quote in quotes[number::FILES]:
            spoken.insert(chance.randrange(len(spoken)), quote.replace(" the ", " this ", 1))
        lines = (" ".join(spoken[at : at + 60]) for at in range(0, len(spoken), 60))
        (folder / f"{number:02}.txt").write_text("\n\n".join(lines), encoding="utf-8")


@pytest.mark.benchmark(group="sources")
def test_one_article_against_transcripts(
    benchmark: BenchmarkFixture, article: Article, tmp_path: Path
) -> None:
    transcripts(tmp_path, article, SIZE if benchmark.enabled else SIZE // 100)
    readers = arrange(Plugins(()), Loaded(Settings()), Wishes(select=RULES)).setup.readers

    def held() -> tuple[Held, ...]:
        library = load((str(tmp_path),), readers)
        assert not library.problems
        marker = sourced.marker(Sources(library.texts))
        found: tuple[Held, ...] = marker.run(Article(article.document, MappingProxyType(dict(article.marks))))
        return found

    before = time.process_time()
    first = held()
    benchmark.extra_info["processor"] = time.process_time() - before
    benchmark.extra_info["bytes"] = sum(path.stat().st_size for path in tmp_path.iterdir())
    benchmark.extra_info["quotes"] = len({one.quote for one in first})
    found: tuple[Held, ...] = benchmark.pedantic(held, rounds=3 if benchmark.enabled else 1)  # type: ignore[no-untyped-call]
    assert found == first
    assert any(one.verdict == "changed" for one in found)
