"""The people and bodies of an article as the `people` command shows them, led to their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from verify.check.introduced import Introductions
from verify.check.outcome import Called, Named, Place, Report
from verify.check.page import Page
from verify.model.article import Article
from verify.model.marks import Form, Kind

Order = Literal["text", "name", "mentions"]
_KINDS: tuple[Kind, ...] = ("person", "organisation", "place")


def gathered(article: Article, page: Page) -> Iterator[Named]:
    """Everybody and everything that the article names, in the order of the first mention."""
    introductions = Introductions(article, page)

    def form(one: Form) -> Called:
        spans = map(article.document.to_source, one.spans)
        return Called(one.text, tuple(Place(*span, *page.lines.place(span.start)) for span in spans))

    for dossier in article.dossiers:
        entity = article.entities[dossier.entity]
        first = introductions.of([article.mentions[index] for index in entity.mentions])
        if first is None:
            continue
        yield Named(
            kind=entity.kind,
            name=entity.name,
            given=entity.given,
            family=entity.family,
            title=dossier.title,
            roles=dossier.roles,
            affiliations=dossier.affiliations,
            age=dossier.age if dossier.age >= 0 else None,
            pronoun=dossier.pronoun,
            first=first,
            forms=tuple(form(one) for one in dossier.forms),
        )


def chosen(report: Report, kinds: Collection[Kind], order: Order, name: str = "") -> Report:
    """The report with those alone that are of these kinds and whose name holds every word of `name`."""
    wanted = set(name.casefold().split())

    def wished(one: Named) -> bool:
        words = {word for form in one.forms for word in form.text.casefold().split()}
        return one.kind in kinds and wanted <= words | set(one.name.casefold().split())

    return report.with_files(lambda file: replace(file, people=in_order(filter(wished, file.people), order)))


def in_order(people: Iterable[Named], order: Order) -> tuple[Named, ...]:
    """People before bodies before places, as first named, by family name, or the most named first."""

    def key(one: Named) -> tuple[int, int, str, int]:
        kind = _KINDS.index(one.kind)
        if order == "name":
            return kind, 0, f"{one.family or one.name} {one.given}".casefold(), one.first.start
        return kind, -one.mentions if order == "mentions" else 0, "", one.first.start

    return tuple(sorted(people, key=key))
