"""Which profile holds for which article, and which rules have something to say under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from verify.check.select import Chosen
from verify.check.stretches import Stretches
from verify.mark.order import Marker, Unmarked
from verify.model.article import Article
from verify.model.finding import Finding, Related
from verify.model.profile import Profile

MARK = "profile"


class House(Struct, frozen=True):
    """The profiles of a run: all that may hold for some article, and which does for a path."""

    profiles: tuple[Profile, ...]
    choose: Callable[[str], Profile | None]

    def marker(self) -> Marker:
        """What gives each article its profile; an article without one is not marked."""

        def of(article: Article) -> Profile:
            profile = self.choose(article.document.path)
            if profile is None:
                raise Unmarked(MARK)
            return profile

        return Marker(MARK, of)

    def speaks_of(self, points: Iterable[str]) -> bool:
        """Whether any of the profiles settles one of these points."""
        points = tuple(points)
        return any(profile.says(points) for profile in self.profiles)


def heard(chosen: Iterable[Chosen], profile: Profile | None) -> list[Chosen]:
    """Those of the rules that have something to say of an article under this profile.

    A rule that reads points of the house style needs one of them settled.
    """
    return [one for one in chosen if not one.rule.points or (profile and profile.says(one.rule.points))]


def told_once(findings: Sequence[Finding], chosen: Iterable[Chosen]) -> Sequence[Finding]:
    """The findings without those about a mixture of forms, one side of which the house style has marked.

    They may come from several articles: a mixture across articles points from one to another.
    """
    chosen = tuple(chosen)
    readers = {one.rule.id: one.rule.points for one in chosen if one.rule.points}
    marked: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for finding in findings:
        for point in readers.get(finding.rule, ()):
            marked.setdefault((finding.path, point), []).append((finding.start, finding.end))
    if not marked:
        return findings
    places = {key: Stretches(spans) for key, spans in marked.items()}
    mixtures = {one.rule.id: one.rule.yields_to for one in chosen if one.rule.yields_to}

    def told(finding: Finding) -> bool:
        """Whether a place that the finding speaks of is marked under one of the points of its rule."""
        spoken_of: tuple[Finding | Related, ...] = (finding, *finding.related)
        return any(
            (one.path, point) in places and places[one.path, point].touch(one.start, one.end)
            for point in mixtures.get(finding.rule, ())
            for one in spoken_of
        )

    return [finding for finding in findings if not told(finding)]
