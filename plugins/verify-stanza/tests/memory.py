"""Whether memory stays flat over many articles: run by hand.

    python plugins/verify-stanza/tests/memory.py [ARTICLES]

Marks so many invented articles one after the other in one process, and tells the memory held after every
200; fails where it grows by more than a tenth after the first 200.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from verify_stanza.engine import markers

from verify.mark.order import mark, plan
from verify.plugin.builtin import verify_markers
from verify.read.formats import TEXT as READER

_STORY = Path(__file__).parents[3] / "tests" / "bench" / "story.txt"
_EVERY, _MOST = 200, 1.1


def held() -> float:
    """The memory that this process holds, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Mark the articles, and tell what they cost."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    todo = plan([*verify_markers(), *markers(None)], ["quotes", "indirect"])
    paragraphs = _STORY.read_text(encoding="utf-8").strip().split("\n\n")
    first = 0.0
    for number in range(1, articles + 1):
        chosen = [paragraphs[(number * step) % len(paragraphs)] for step in (1, 3, 7)]
        text = "\n\n".join(chosen).format(
            place=f"Utsira{number % 97}", given="Ingrid", family=f"Dahl{number % 89}", number=number
        )
        mark(READER.read(f"{number}.txt", text.encode()), todo)
        if number % _EVERY == 0:
            first = first or held()
            sys.stdout.write(f"{number:5} articles  {held():7.1f} MB\n")
            sys.stdout.flush()
    return int(held() > _MOST * first)


if __name__ == "__main__":
    sys.exit(main())
