"""Characters that were decoded wrongly: “protÃ©gÃ©s”, “donâ€™t”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

_BROKEN = late(
    r"""
      Ã[\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]     # é and its like, read as Latin-1 or Windows-1252
    | â€[\u0080-\u00bf\u0152-\u2122]                 # quotation marks and dashes
    | Â[\u00a0-\u00bf]                               # no-break spaces, signs
    | ï»¿ | ï¿½ | \ufffd
    """,
    re.VERBOSE,
)
_BEFORE = late(r"[^\s“”\"().,;:!?]*$")
_AFTER = late(r"[^\s“”\"().,;:!?]{0,60}")
_REACH = 60
_LOST = "\ufffd"
_STILL_BROKEN = late(r"[ÃÂ]|â€|\ufffd")


@rule(
    severity="error",
    since="0.1",
    advice="Put the right characters in; find out which system decodes the copy wrongly.",
)
def broken_encoding(article: Article) -> Iterator[Flag]:
    """Characters were decoded wrongly somewhere on their way."""
    text = article.text
    for block in article.blocks:
        if block.zone == "code":
            continue
        done = block.start
        for match in _BROKEN.finditer(text, block.start, block.end):
            if match.start() < done:
                continue
            before = _BEFORE.search(text, max(done, match.start() - _REACH), match.start())
            after = _AFTER.match(text, match.end(), block.end)
            start = before.start() if before else match.start()
            done = after.end() if after else match.end()
            fixed = _mended(text[start:done])
            yield Flag(
                (start, done),
                f"“{text[start:done]}” holds characters that were decoded wrongly",
                fixes=(fixed,) if fixed else (),
                confidence=0.95,
            )


def _mended(words: str) -> str:
    """The words as they were before, or nothing where that cannot be known."""
    if _LOST in words:
        return ""
    from ftfy import fix_encoding

    fixed: str = fix_encoding(words)
    return fixed if fixed != words and not _STILL_BROKEN.search(fixed) else ""
