"""New words made of old ones, and two words run together."""

from __future__ import annotations

import pytest

from verify.lexicon.formation import built, fused


@pytest.mark.parametrize("word", ["defunding", "megaport", "bundlers", "bashable", "newsmaker", "cyberdesk"])
def test_built(word: str) -> None:
    assert built(word)


@pytest.mark.parametrize("word", ["goverment", "beacuse", "negotations", "halmoni", "", "re", "un", "s"])
def test_not_built(word: str) -> None:
    assert not built(word)


@pytest.mark.parametrize(
    ("word", "pair"),
    [
        ("ofthe", ("of", "the")),
        ("beeven", ("be", "even")),
        ("notfollowing", ("not", "following")),
        ("partof", ("part", "of")),
    ],
)
def test_fused(word: str, pair: tuple[str, str]) -> None:
    assert fused(word) == pair


@pytest.mark.parametrize(
    "word",
    [
        "before",
        "together",
        "theatre",
        "isolate",
        "notary",
        "yearslong",
        "hourlong",
        "the",
        "",
        "toon",
        "todays",
        "toto",
    ],
)
def test_not_fused(word: str) -> None:
    assert fused(word) is None
