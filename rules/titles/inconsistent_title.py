"""One person, two offices, one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from verify import Article, Entity, Flag, Span, rule
from verify.mark.offices import Office, clash, office
from verify.model.finding import Elsewhere


class _Held(NamedTuple):
    """An office as the copy gives it to somebody, right before or after the name."""

    office: Office
    words: str
    span: Span


def _offices(article: Article, person: Entity) -> Iterator[_Held]:
    """The formal offices that narration puts beside the name; quoted speech is the speaker's affair."""
    for index in person.mentions:
        mention = article.mentions[index]
        if not mention.title or mention.title_span is None or mention.quoted:
            continue
        held = office(mention.title)
        if held is not None and not held.past:
            yield _Held(held, mention.title, mention.title_span)


@rule(
    severity="warning",
    since="0.1",
    needs={"names", "people"},
    advice="check which office is right, and give one",
)
def inconsistent_title(article: Article) -> Iterator[Flag]:
    """One person is given two offices that nobody holds at once."""
    for person in article.entities:
        if person.kind != "person" or len(person.mentions) < 2:  # noqa: PLR2004 - two mentions to disagree
            continue
        by_office: dict[Office, list[_Held]] = defaultdict(list)
        for held in _offices(article, person):
            by_office[held.office].append(held)
        if len(by_office) < 2:  # noqa: PLR2004
            continue
        usual, *others = sorted(by_office.values(), key=lambda group: (-len(group), group[0].span.start))
        for group in others:
            if not clash(group[0].office, usual[0].office):
                continue
            for held in group:
                yield Flag(
                    held.span,
                    f"{person.name} is called “{held.words}” here and “{usual[0].words}” elsewhere in the article",
                    related=(Elsewhere(usual[0].span, f"called “{usual[0].words}” here"),),
                    confidence=0.9,
                )
