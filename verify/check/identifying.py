"""People of an article whom no people file knows, shown to the plugins that may say who they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from types import MappingProxyType

import msgspec

from verify.check.bounds import Unfit
from verify.check.mishaps import Mishap, of_part
from verify.check.setup import Identifier
from verify.check.watch import Watch
from verify.mark.identified import SHOWN
from verify.model.article import Article
from verify.model.marks import Entity, Mention
from verify.model.roster import Identified, Record


def identified(
    known: Iterable[Identified],
    article: Article,
    identifiers: Sequence[Identifier],
    mishaps: list[Mishap],
    watch: Watch,
) -> tuple[Identified, ...]:
    """The people whom the files know, and those that the first plugin with an answer ties to a record.

    Each is asked for once, by the mention that names them most fully; a plugin that fails is asked no more.
    """
    tied = {one.entity: one for one in known}
    # What a plugin answers must not hang on the marks that rules ask for.
    shown = Article(article.document, MappingProxyType({name: article.marks[name] for name in sorted(SHOWN)}))
    left = list(identifiers)
    for number, entity in enumerate(article.entities):
        if entity.kind != "person" or number in tied or not left:
            continue
        record = _first(_fullest(article, entity), shown, left, mishaps, watch)
        if record is not None:
            tied[number] = Identified(number, record, "plugin")
    return tuple(sorted(tied.values(), key=attrgetter("entity")))


def _fullest(article: Article, entity: Entity) -> Mention:
    """The mention that names somebody most fully, of several the first."""
    mentions = [article.mentions[index] for index in entity.mentions]
    return max(mentions, key=lambda one: (bool(one.given) + bool(one.family), bool(one.title), -one.start))


def _first(
    mention: Mention, article: Article, left: list[Identifier], mishaps: list[Mishap], watch: Watch
) -> Record | None:
    for one in tuple(left):
        part = f"the identifier of {one.plugin}"
        try:
            record = _sound(watch.run(part, partial(one.identify, mention, article)))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
            mishaps.append(of_part(part, article.document.path, error))
            left.remove(one)
            continue
        if record is not None:
            return record
    return None


def _sound(record: object) -> Record | None:
    if record is None:
        return None
    if not isinstance(record, Record):
        raise Unfit(f"gave a {type(record).__name__}, not a Record or None")
    try:
        msgspec.convert(msgspec.to_builtins(record), Record)
        hash(record)
    except (msgspec.ValidationError, TypeError) as error:
        raise Unfit(f"gave a Record that is none: {error}") from None
    return record
