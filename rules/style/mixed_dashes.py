"""Dashes of several forms in one story."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Elsewhere, Flag, rule
from verify.lexicon.late import late

from .prose import written

_DASH = late(r"(?<=[\w.,!?)”\"’'])(?: ?(?:—|--) ?| – )(?=[\w“\"‘'($])")
_NOT_A_PART = late(r"\d|[A-Z][\w.’' -]{1,40} \(@")
"""What stands behind the dash of a range or a score, and of one that signs a post."""
_FORMS = {" — ": "a spaced “—”", "—": "“—” without spaces", " – ": "a spaced “–”", "--": "“--”"}
_RELATED = 4


@rule(
    severity="info",
    since="0.1",
    needs={"quotations"},
    yields_to={"words.dash"},
    advice="Set dashes one way.",
)
def mixed_dashes(article: Article) -> Iterator[Flag]:
    """Dashes between the parts of a sentence have more than one form."""
    places: dict[str, list[tuple[int, int]]] = {}
    for found in written(article, _DASH):
        form = "--" if "--" in found[0] else found[0]
        if form in _FORMS and not _NOT_A_PART.match(article.text, found.end()):
            places.setdefault(form, []).append(found.span())
    if len(places) < 2:
        return
    usual, *others = sorted(places, key=lambda form: (-len(places[form]), places[form]))
    rare = sorted(span for form in others for span in places[form])
    form = next(form for form in others if rare[0] in places[form])
    yield Flag(
        rare[0],
        f"{_FORMS[form]} here, but {_FORMS[usual]} elsewhere",
        related=(
            Elsewhere(places[usual][0], "written so here"),
            *(Elsewhere(span, "and here") for span in rare[1 : _RELATED + 1]),
        ),
    )
