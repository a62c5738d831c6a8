"""Abbreviations with or without points, against the house style."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Article, Flag, rule


@rule(
    severity="warning",
    since="0.1",
    needs={"forms"},
    points={"words.points", "words.no-points"},
    advice="Write the abbreviation as the house style has it.",
)
def abbreviation_off_style(article: Article) -> Iterator[Flag]:
    """An abbreviation has points where the house style has none, or the other way round."""
    words, text = article.profile.words, article.text
    for form in article.mark("forms"):
        if form.quoted or form.variant not in ("points", "none"):
            continue
        if form.subject in words.points and form.variant == "none":
            initials = form.subject.isupper()
            right = "".join(f"{letter}." for letter in form.subject) if initials else f"{form.subject}."
        elif form.subject in words.no_points and form.variant == "points":
            right = form.subject
        else:
            continue
        after = text[form.end : form.end + 2]
        # A point that ends the sentence as well is neither doubled nor lost unread.
        fits = bool(after) and after[0] not in ".\n" and not (right == form.subject and after[1:].isupper())
        yield Flag(
            (form.start, form.end),
            f"“{text[form.start : form.end]}”, but the house style has “{right}”",
            fixes=(right,) if fits else (),
            safe=fits and not (after[:1] == " " and after[1:].isupper()),
        )
