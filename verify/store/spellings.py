"""How the people and bodies of an article are spelt: facts by which near spellings find one another."""

from __future__ import annotations

from collections.abc import Iterator

from verify.lexicon.words import is_word
from verify.mark.naming.reading import fold
from verify.model.article import Article
from verify.store.facts import Fact
from verify.store.people import full_name, fullest

_LEAST = 5
"""Letters of a body's word that a slip is looked for in."""
_WORDS = 2
"""In how many words of a body, the longest, a slip is looked for."""


def spelt(article: Article) -> Iterator[Fact]:
    """The name of each person and body, under the keys of its spelling; a person's without middle names."""
    for entity in article.entities:
        first = fullest(article, entity)
        if entity.kind == "organisation":
            name = first.name
        elif entity.kind == "person" and first.given and first.family:
            name = full_name(first)
        else:
            continue
        for key in spelling_keys(name, person=entity.kind == "person"):
            yield Fact("spelt", key, name, first.start, first.end)


def spelling_keys(name: str, *, person: bool) -> tuple[str, ...]:
    """A few words such that a name and the same with one slip of the keyboard share one.

    A slip spoils one word. So each key leaves one word to its first letter and holds the rest in full:
    the family name of a person or the given, one of the longer words of a body that no dictionary holds.
    """
    words = fold(name.replace("-", " ") if not person else name).split()
    if len(words) < 2:
        return ()
    if person and len(words) > 2:
        # "Kim Jong Un" and "Kim Jong-un", "Ana de Souza": all that may or may not be one word goes together.
        words = [words[0], "".join(words[1:])]
    places = list(range(len(words)))
    if not person:
        long = [at for at in places if len(words[at]) >= _LEAST and not is_word(words[at])]
        places = sorted(long, key=lambda at: (-len(words[at]), at))[:_WORDS]
    return tuple(
        " ".join(word[0] if at == left else word for at, word in enumerate(words)) for left in sorted(places)
    )
