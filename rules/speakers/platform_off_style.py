"""“Tweeted” in a house that writes X, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule
from verify.lexicon.late import late

from .dated_platform_verb import known_earlier, tweets
from .prose import narrated

_POSTED = late(r"\bpost(?:ed|ing|s)? on X\b")


@rule(
    severity="info",
    since="0.1",
    needs={"quotations", "dates"},
    points={"attribution.posts"},
    advice="Name the platform as the house does.",
)
def platform_off_style(article: Article) -> Iterator[Flag]:
    """A post is told in the words of Twitter where the house has X, or of X where it has Twitter."""
    if article.profile.attribution.posts == "Twitter":
        for found in narrated(article, _POSTED):
            yield Flag(found.span(), f"“{found[0]}”, but the house writes “tweeted”")
    elif not known_earlier(article):
        for found, fixes in tweets(article):
            yield Flag(found.span(), f"“{found[0]}”, but the house writes “posted on X”", fixes=fixes)
