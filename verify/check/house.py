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


class Styled:
    """The places that rules of the house style have marked, and what mixtures may still say beside them.

    They may lie in several articles: a mixture across articles points from one to another.
    """

    def __init__(self, chosen: Iterable[Chosen]) -> None:
        chosen = tuple(chosen)
        self._readers = {one.rule.id: one.rule.points for one in chosen if one.rule.points}
        self._mixtures = {one.rule.id: one.rule.yields_to for one in chosen if one.rule.yields_to}
        self._marked: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._places: dict[tuple[str, str], Stretches] = {}

    def note(self, findings: Iterable[Finding]) -> None:
        """Note which places rules of the house style mark; all of a run, before anything is asked."""
        for finding in findings if self._readers else ():
            for point in self._readers.get(finding.rule, ()):
                self._marked.setdefault((finding.path, point), []).append((finding.start, finding.end))

    def told_once(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """The findings without those about a mixture one side of which the house style has marked."""
        if not self._marked:
            return findings
        if not self._places:
            self._places = {key: Stretches(spans) for key, spans in self._marked.items()}
        return [finding for finding in findings if not self._marks(finding)]

    def _marks(self, finding: Finding) -> bool:
        """Whether a place that the finding speaks of is marked under one of the points that it yields to."""
        spoken_of: tuple[Finding | Related, ...] = (finding, *finding.related)
        return any(
            (one.path, point) in self._places and self._places[one.path, point].touch(one.start, one.end)
            for point in self._mixtures.get(finding.rule, ())
            for one in spoken_of
        )
