"""Which profile holds for which article, and which rules have something to say under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verify.check.select import Chosen
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.profile import Profile

MARK = "profile"


@dataclass(frozen=True, slots=True)
class House:
    """The profiles of a run: all that may hold for some article, and which does for a path."""

    profiles: tuple[Profile, ...]
    choose: Callable[[str], Profile | None]

    def marker(self) -> Marker:
        """What gives each article its profile; an article without one is not marked."""

        def of(article: Article) -> Profile | None:
            return self.choose(article.document.path)

        return Marker(MARK, of)

    def speaks_of(self, points: Iterable[str]) -> bool:
        """Whether any of the profiles settles one of these points."""
        points = tuple(points)
        return any(profile.says(points) for profile in self.profiles)


def heard(chosen: Iterable[Chosen], running: Iterable[Chosen], profile: Profile | None) -> list[Chosen]:
    """Those of the rules that have something to say of an article under this profile.

    A rule that reads points needs one of them settled. A rule about mixtures is silent where a point
    settles its matter, and one of those running reads that point: one slip is told once.
    """
    read = {point for one in running for point in one.rule.points}
    kept = []
    for one in chosen:
        rule = one.rule
        if rule.points and not (profile and profile.says(rule.points)):
            continue
        if rule.settled_by and profile and profile.says(rule.settled_by & read):
            continue
        kept.append(one)
    return kept
