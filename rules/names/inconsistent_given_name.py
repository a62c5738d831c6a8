"""One person, two spellings of the given name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from verify import Article, Elsewhere, Flag, Mention, Span, rule
from verify.lexicon.given import gender, is_given
from verify.lexicon.late import late
from verify.mark.naming.capitals import UPPER
from verify.mark.naming.near import slips
from verify.mark.naming.reading import fold
from verify.mark.naming.wordlist import entries

from .spellings import capitalised

_SOUND_ALIKE = {
    frozenset((one, other))
    for line in entries(
        """
        jon john|sara sarah|ann anne|marc mark|eric erik|carl karl|alan allan|alan allen|allan allen
        brian bryan|steven stephen|stephen steven|phil phill|geoff jeff|kris chris|cathy kathy|nick nic
        jo joe|lynn lynne|ian iain|lisa liza|neil neal|sean shawn|sean shaun|shaun shawn|tracy tracey
        joan joanne|gail gayle|kurt curt|eliot elliot|elliot elliott|stuart stewart|jeffrey geoffrey
        graham graeme|shelly shelley|susanne suzanne|kathryn catherine|kathryn katherine|lawrence laurence
        """
    )
    for one in line.split()[:1]
    for other in line.split()[1:]
}
"""Given names that sound alike and differ by more, or in a shorter word, than a slip would tell."""
_LONG = 5
_MOST = 200
"""How many names are held against each other, so that no text takes long."""
_CAPITAL = rf"[{UPPER}][\w.’'-]*"
_BEFORE = late(rf"{_CAPITAL}[ -]\Z")
_AFTER = late(rf"[ -](?:(?:de|van|von|bin|al|el) )?{_CAPITAL}")
_BACK = 20


def _alike(one: str, other: str) -> bool:
    """Whether two given names may be two spellings of one."""
    a, b = fold(one), fold(other)
    if a == b or not (is_given(one) and is_given(other)) or {gender(one), gender(other)} == {"m", "f"}:
        return False
    if frozenset((a, b)) in _SOUND_ALIKE:
        return True
    if min(len(a), len(b)) < _LONG or slips(a, b) != 1:
        return False
    # "Julia" and "Julie", "Eric" and "Erica" are two people; "Hilary" and "Hillary" may be one.
    return a[0] == b[0] and a[-1] == b[-1]


def _first(mention: Mention) -> str:
    return mention.given.split()[0]


def _western(mention: Mention) -> bool:
    """Whether the given name comes first, in letters: neither an initial nor a hyphened syllable."""
    first = _first(mention)
    return first.isalpha() and len(first) > 1 and mention.name.startswith(first)


@rule(
    severity="error",
    since="0.1",
    needs={"names", "quotations"},
    advice="Ask how the name is spelt, and spell it so throughout.",
)
def inconsistent_given_name(article: Article) -> Iterator[Flag]:
    """A person's given name is spelt in two ways."""
    families: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    taken: set[str] = set()
    for mention in article.mentions:
        if mention.kind == "person" and mention.given and mention.family and _western(mention):
            families[fold(mention.family)][_first(mention)].append(mention)
        taken.update(mention.name.split() if " " in mention.name else ())
    for spelt in families.values():
        for odd, usual in _pairs(spelt):
            for mention in spelt[odd]:
                yield _flag(Span(mention.start, mention.start + len(odd)), odd, spelt[usual][0])
    ends: dict[str, dict[str, Mention]] = defaultdict(dict)
    named = ((name, mentions[0]) for spelt in families.values() for name, mentions in spelt.items())
    for name, mention in islice(named, _MOST):
        if len(name) >= _LONG:
            ends[f"{name[0]}{name[-1]}"].setdefault(name, mention)
    for word, spans in capitalised(article).items():
        full = ends.get(f"{word[0]}{word[-1]}")
        if full is None or len(spans) > 1 or word in full or word in taken:
            continue
        like = [mention for name, mention in full.items() if _alike(word, name)]
        if len(like) == 1 and like[0].start < spans[0][0] and _alone(article.text, spans):
            yield _flag(Span(*spans[0]), word, like[0])


def _pairs(spelt: dict[str, list[Mention]]) -> Iterator[tuple[str, str]]:
    """The spellings of a name that are rarer than one like them, or later, each with that one."""
    order = sorted(spelt, key=lambda name: (-len(spelt[name]), spelt[name][0].start))[:_MOST]
    for at, odd in enumerate(order):
        usual = next((name for name in order[:at] if _alike(odd, name)), None)
        if usual is not None:
            yield odd, usual


def _alone(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    return not any(
        _BEFORE.search(text, max(0, start - _BACK), start) or _AFTER.match(text, end) for start, end in spans
    )


def _flag(span: Span, odd: str, usual: Mention) -> Flag:
    right = _first(usual)
    return Flag(
        (span.start, span.end),
        f"“{odd}” is spelt “{right}” elsewhere in the article",
        fixes=(right,),
        related=(Elsewhere(usual.span, f"spelt “{right}” here"),),
        confidence=0.85,
    )
