"""How the stories of a run write one word, and which story does not do as the others do."""

from __future__ import annotations

from msgspec import Struct

from verify.store.archive import Archive
from verify.store.facts import Fact, Story, Told


class Odd(Struct, frozen=True):
    """A story's form that most do not share: its place, the first of theirs, and how many hold each."""

    fact: Fact
    other: Told
    here: int
    there: int


def odd_form(story: Story, archive: Archive, subject: str, *, lead: int = 0) -> Odd | None:
    """How the story differs from most in the form of a word, or None where it does as they do.

    The form of most must be in at least `lead` more stories than this one's. A story that mixes the
    forms has no say. Where two are equally common and no lead is asked for, the one that the first path
    of the run uses is the house's: so the answer does not hang on the order of files.
    """
    used = archive.used("form", subject)
    if len(used) < 2:
        return None
    common = min(used, key=lambda value: (-len(used[value]), used[value][0].path))
    own = [fact for fact in story.of("form") if fact.subject == subject]
    values = {fact.value for fact in own}
    if len(values) != 1 or common in values:
        return None
    if len(used[common]) - len(used[own[0].value]) < lead:
        return None
    return Odd(own[0], used[common][0], len(used[own[0].value]), len(used[common]))
