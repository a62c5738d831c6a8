"""Sources without a name: the nouns that stand for them, and the words in which the copy lets them speak."""

from __future__ import annotations

from verify.lexicon.late import late

ONE = frozenset(
    """source insider aide adviser advisor official staffer operative strategist lawmaker diplomat executive
    ally confidant confidante donor associate""".split()
)
"""Nouns for one source that has no name."""
INSIGHT = (
    r"(?:familiar with|close to|briefed on|involved in|with (?:direct |first-?hand |intimate )?knowledge of)"
)
SPEAKS = (
    rf"(?: (?:who (?:is|are|was|were) )?(?:{INSIGHT}|inside|within|in|at|on|with) [^.,;:“”\"\n]{{1,60}}?)?,?"
    r" (?:(?:have|has|had|also|now) )?(?:said|says?|told|tells?|confirm(?:s|ed)?|reveal(?:s|ed)?"
    r"|describe[ds]?|insist(?:s|ed)?|add(?:s|ed)?|claim(?:s|ed)?|explain(?:s|ed)?)\b(?! to be\b)"
)
"""What follows a source that speaks: “close to the talks have told”."""
_CUT = late(r",| (?:of|for|from|with|who|in|inside|close|familiar|at|on|to|briefed)\b")


def described(written: str) -> list[str]:
    """The words of a description up to its noun, in lower case: “an aide” of “an aide to the mayor”."""
    return _CUT.split(written, maxsplit=1)[0].lower().split()
