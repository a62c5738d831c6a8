"""“The Mayor” in one sentence and “the mayor” in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late
from verify.mark.naming.headlines import is_title_case

_OFFICES = (
    "president|vice president|prime minister|premier|chancellor|minister|governor|mayor|senator|congressman"
    "|congresswoman|attorney general|ambassador|speaker|chief justice|sheriff|pope|king|queen|prince|bishop"
    "|archbishop|cardinal|general|admiral|treasurer|comptroller|commissioner|superintendent|police chief"
)
_NAMED = late(
    rf"\b[Tt]he (?P<office>(?i:{_OFFICES}))(?![\w-])(?![’']s? [A-Z])"
    r"(?! (?:[A-Z]|of [A-Z]|of the [A-Z]|for [A-Z]))"
)


def _uses(article: Article) -> Iterator[tuple[str, bool, tuple[int, int]]]:
    """Each office without a name in the writer's own words, whether it has a capital, and its place."""
    for block in article.zoned("body", "list"):
        if is_title_case(article.text, block):
            continue
        for found in _NAMED.finditer(article.text, block.start, block.end):
            word, span = found["office"], found.span("office")
            if (word.istitle() or word.islower()) and not article.quoted(*span):
                yield word.lower(), word.istitle(), span


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    advice="Write the office with a small letter where no name follows, or as the house style has it.",
    default=False,
)
def mixed_title_case(article: Article) -> Iterator[Flag]:
    """An office without a name has a capital in some places and none in others."""
    uses: dict[str, dict[bool, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for word, capital, span in _uses(article):
        uses[word][capital].append(span)
    for forms in uses.values():
        if len(forms) > 1:
            usual, odd = sorted(forms.values(), key=lambda spans: (-len(spans), spans[0]))
            here, there = article.text[slice(*odd[0])], article.text[slice(*usual[0])]
            yield Flag(
                odd[0],
                f"“the {here}” here, but “the {there}” elsewhere",
                fixes=(there,),
                related=(Elsewhere(usual[0], "written so here"),),
                confidence=0.8,
            )
