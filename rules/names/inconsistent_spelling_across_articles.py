"""A name that this story spells otherwise than other stories, by one slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from verify import Archive, Fact, Flag, Story, archive_rule
from verify.mark.naming.given_names import agree
from verify.mark.naming.near import slips

from .held import Forms, folded, may_differ
from .spellings import derived, standing

_LEAST = 4
"""Letters of a word that may be taken for another with a slip in it."""
_LEAD = 8
"""How many times as many stories must hold a name before a real name close to it is held a slip."""
_SEVERAL = 3
"""So many where it is a word that no list holds."""


@archive_rule(
    severity="warning",
    since="0.1",
    needs={"dates", "names", "people"},
    advice="Find out how the name is spelt, and spell it so in every story.",
)
def inconsistent_spelling_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A name is spelt otherwise than in other articles, by one slip of the keyboard."""
    spelt = story.of("spelt")
    own = {folded(fact.value) for fact in spelt}
    flagged: set[str] = set()
    for fact in spelt:
        here = folded(fact.value)
        if here in flagged or not may_differ(archive, fact, _near):
            continue
        forms = Forms.of(story, archive, fact)
        rivals = [name for name in forms.told if name not in own and _slip(here, name)]
        for name in sorted(rivals, key=lambda name: (-forms.stories(name), name)):
            if _yields(story, archive, fact, forms, name):
                flagged.add(here)
                yield _flag(fact, forms, name)
                break


def _slip(here: str, there: str) -> bool:
    """Whether two names, folded, differ in one word, and there by one slip."""
    one, other = _parted(here, there)
    if min(len(one), len(other)) < _LEAST or one[0] != other[0] or slips(one, other) != 1:
        return False
    # Pete and Peter, Steve and Steven are no slips; nor are two names of one person's two families.
    return not derived(one, other) and not agree(one, other)


def _near(here: str, there: str) -> bool:
    return _slip(folded(here), folded(there))


def _parted(here: str, there: str) -> tuple[str, str]:
    """The one word in which two names differ; two empty ones where they differ in more or in none."""
    one, other = here.split(), there.split()
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return apart[0] if len(one) == len(other) and len(apart) == 1 else ("", "")


def _yields(story: Story, archive: Archive, fact: Fact, forms: Forms, name: str) -> bool:
    """Whether both spellings surely mean one person or body, and this story's is the one to look at."""
    here = folded(fact.value)
    one, other = _parted(here, name)
    mine, theirs = forms.stories(here) + 1, forms.stories(name)
    strange, known = not _name(one), _name(other)
    if mine > theirs or (not strange and known and mine == theirs):
        return False
    if not strange:
        # Two real names may be two people, unless hardly anybody writes the one and everybody the other.
        return theirs >= _LEAD * mine
    if known:
        return True
    if mine < theirs >= _SEVERAL:
        return True
    siblings = {sibling.path for sibling in archive.siblings(story)}
    return any(
        told.path in siblings and (mine < theirs or (told.date, told.path) < (story.date, story.path))
        for told in forms.told[name]
    )


def _name(word: str) -> bool:
    """Whether a word is known as a name, or a word of the dictionary."""
    return standing(word.capitalize()) != "unknown"


def _flag(fact: Fact, forms: Forms, name: str) -> Flag:
    others = forms.told[name]
    mine, theirs = forms.stories(folded(fact.value)) + 1, forms.stories(name)
    right = others[-1].fact.value
    stories = f"{theirs} other stories" if theirs > 1 else others[0].path
    return Flag(
        (fact.start, fact.end),
        f"“{fact.value}” is spelt “{right}” in {stories}",
        fixes=(right,) if theirs > mine else (),
        related=(others[0].place(f"spelt “{others[0].fact.value}” here"),),
        confidence=0.9 if theirs > 1 else 0.8,
    )
