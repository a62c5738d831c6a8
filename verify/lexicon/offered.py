"""Word data as a plugin offers it, and several made into what the lists of this room are asked beside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from types import MappingProxyType

import msgspec

from verify.lexicon.added import Added
from verify.lexicon.given import fold
from verify.model.marks import Gender


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a language, or of a variety of it, that are known beside ours.

    `words` are right, whatever a dictionary says; small letters stand for any case. `given_names` say who
    bears them: "m", "f", or "" for both. `cues` are verbs of saying that may stand alone beside a quote,
    each with its other forms behind it where they are not regular ("aver avers averred averring").
    `titles` are words for offices and jobs before or after a name, of several words the last ("taoiseach").
    """

    words: Collection[str] = frozenset()
    given_names: Mapping[str, Gender] = MappingProxyType({})
    surnames: Collection[str] = frozenset()
    cues: Collection[str] = frozenset()
    titles: Collection[str] = frozenset()


_ONE_WORD = ("words", "given_names", "titles")


def fault(lexicon: Lexicon) -> str:
    """What is wrong with a lexicon, whose author may have put anything into it, or nothing."""
    try:
        msgspec.convert(msgspec.structs.asdict(lexicon), Lexicon)
    except msgspec.ValidationError as error:
        return str(error)
    for name in _ONE_WORD:
        for word in getattr(lexicon, name):
            if len(word.split()) != 1 or word != word.strip():
                return f'{name.replace("_", " ")}: expected one word, got "{word:.40}"'
    for cue in lexicon.cues:
        if not all(map(str.isalpha, cue.replace("-", "").split())) or not cue.strip():
            return f'cues: expected a verb, and its forms behind it, got "{cue:.40}"'
    return ""


def together(lexicons: Iterable[Lexicon]) -> Added:
    """All that these add; of two that say who bears a name, the first holds."""
    given: dict[str, Gender] = {}
    every = tuple(lexicons)
    for one in every:
        for name in one.given_names:
            given.setdefault(fold(name), one.given_names[name])
    return Added(
        words=frozenset(chain.from_iterable(one.words for one in every)),
        given=MappingProxyType(given),
        surnames=frozenset(fold(name) for one in every for name in one.surnames),
        cues=frozenset(" ".join(cue.lower().split()) for one in every for cue in one.cues),
        titles=frozenset(title.rstrip(".").lower() for one in every for title in one.titles),
    )
