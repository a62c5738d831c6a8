"""How English builds new words out of old ones, so that a new word is not taken for a slip."""

from __future__ import annotations

from verify.lexicon.words import is_word, zipf

_PREFIXES = frozenset(
    "anti auto bio co counter cross crypto cyber de dis down eco euro ex extra fore geo hyper inter "
    "intra macro mega meta micro mid mini mis multi nano narco neo neuro non off on out over paleo "
    "petro photo poly post pre pro proto pseudo psycho quasi re semi socio sub super tele trans tri "
    "ultra un under uni up".split()
)
_ENDINGS = frozenset(
    "able ably dom er ers est esque ful gate hood ier ies iest ification ified ing ings ish ism isms "
    "ist ists ization ize ized izing isation ise ised ising less let like ling ly man men ment ness "
    "nik ed d r rs s es ship some ward wide wise y".split()
)
_LONGEST = max(map(len, _ENDINGS))
_PART = 3.8
"""Both halves of a compound are words at least this common."""
_STEM, _SHORT_STEM = 2.0, 3.5
"""How common the root must be; a root of three letters is too easily met by chance ("wat" in "wating")."""
_WHOLE = 4
_HEADS = frozenset("of the and be that with was are have has it not from".split())
_TAILS = frozenset("of the and that was are".split())
_FUSED, _OFTEN = 3.3, 4.5
"""How common two words run together may be, at most, and each of the two must be, at least."""


def built(word: str) -> bool:
    """Whether a word that no dictionary holds is an old one with a prefix or ending, or two put together.

    "defunding", "bundlers" and "newsmaker" are; so, now and then, is a misspelling ("occured").
    """
    return _prefixed(word) or _ended(word) or _joined(word)


def _prefixed(word: str) -> bool:
    return any(
        word[:at] in _PREFIXES and zipf(word[at:]) >= _STEM and is_word(word[at:])
        for at in range(2, len(word) - 2)
    )


def _ended(word: str) -> bool:
    for ending in range(1, min(_LONGEST, len(word) - 3) + 1):
        stem, end = word[:-ending], word[-ending:]
        if end not in _ENDINGS:
            continue
        stems = [stem, stem + "e"] if end[0] in "aeiouy" else [stem]
        if end.startswith("i"):
            stems.append(stem + "y")
        if len(stem) >= _WHOLE and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
        if any(
            zipf(root) >= (_STEM if len(root) >= _WHOLE else _SHORT_STEM) and is_word(root) for root in stems
        ):
            return True
    return False


def _joined(word: str) -> bool:
    return any(
        zipf(word[:at]) >= _PART and zipf(word[at:]) >= _PART and is_word(word[:at]) and is_word(word[at:])
        for at in range(3, len(word) - 2)
    )


def fused(word: str) -> tuple[str, str] | None:
    """The two words that run together in one that no dictionary holds ("ofthe", "beeven"), or None."""
    if zipf(word) > _FUSED or is_word(word):
        return None
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        headed = first in _HEADS and (len(second) >= _WHOLE or second in _TAILS)
        if not headed and not (second in _TAILS and len(first) >= _WHOLE):
            continue
        if min(zipf(first), zipf(second)) >= _OFTEN and is_word(first) and is_word(second):
            return first, second
    return None
