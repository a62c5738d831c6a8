"""A name with a hyphen, an accent or a capital in one story and without it in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verify import Archive, Fact, Flag, Story, Told, archive_rule

from .held import Forms, folded, may_differ

_MARKS = str.maketrans("’‘ʼ`‐‑", "''''--", ".")


@archive_rule(
    severity="info",
    since="0.1",
    needs={"dates", "names", "people"},
    advice="Write the name in one form in every story.",
)
def mixed_name_forms_across_articles(story: Story, archive: Archive) -> Iterator[Flag]:
    """A name has a hyphen, an accent or a capital here that it lacks in other articles, or lacks one."""
    own: dict[str, Fact] = {}
    for fact in story.of("spelt"):
        own.setdefault(fact.value, fact)
    for fact in own.values():
        if not may_differ(archive, fact, _rivals):
            continue
        usage: dict[str, list[Told]] = {_form(fact.value): []}
        for told in Forms.of(story, archive, fact).told.values():
            for one in told:
                if one.fact.value == fact.value or _rivals(fact.value, one.fact.value):
                    usage.setdefault(_form(one.fact.value), []).append(one)
        if len(usage) > 1:
            yield from _flag(story, fact, _form(fact.value), usage)


def _rivals(here: str, there: str) -> bool:
    """Whether two names have the same letters and differ; capitals all through are a headline's."""
    if _bare(here) != _bare(there) or here.isupper() or there.isupper():
        return False
    return _form(here) != _form(there)


def _flag(story: Story, fact: Fact, here: str, usage: dict[str, list[Told]]) -> Iterator[Flag]:
    """The flag of a story whose form fewer stories have; of two equally common the first path's is right."""
    stories = {form: {told.path for told in held} for form, held in usage.items()}
    stories[here].add(story.path)
    right = min(stories, key=lambda form: (-len(stories[form]), min(stories[form])))
    if right == here:
        return
    other = usage[right][0]
    yield Flag(
        (fact.start, fact.end),
        f"“{fact.value}” in this story, but “{other.fact.value}” in others "
        f"({len(stories[here])} against {len(stories[right])})",
        fixes=(other.fact.value,) if len(stories[right]) > len(stories[here]) else (),
        related=(other.place(f"“{other.fact.value}” here"),),
        confidence=0.9,
    )


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """The letters of a name alone, small and without accents."""
    return folded(name).replace(" ", "")


@lru_cache(maxsize=4096)
def _form(name: str) -> str:
    """A name without points, its apostrophes and hyphens of one kind: these are matters of style."""
    return name.translate(_MARKS)
