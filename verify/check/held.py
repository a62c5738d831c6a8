"""What is left of the articles of a run once each was gone through: pages, stories, and what was found."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import groupby
from sys import intern

from msgspec.structs import replace

from verify.check.examine import Examined
from verify.check.page import Page
from verify.check.pile import Pile
from verify.model.span import Lines
from verify.store.archive import Archive
from verify.store.days import iso
from verify.store.facts import Story
from verify.store.shelf import NoShelf, Shelf

_NO_PAGE = Page("", "", Lines(""))
_NEAR = 16
"""How many pages are kept at hand for findings that point to them."""


class Held:
    """The articles of a run after their pass.

    Each has a place, a number that stays what it is. Its page, its story and the rest are had apart, since
    most steps ask for one of them alone. The order is that of the paths, whenever the articles came.
    """

    def __init__(self, room: int) -> None:
        self._pages: Pile[Page] = Pile(room)
        self._stories: Pile[Story | None] = Pile(room)
        self._rest: Pile[Examined] = Pile(room)
        self._paths: list[str] = []
        self._dates: list[str | None] = []
        self._numbers = array("q")
        self._sizes = array("q")
        self._order = array("q")

    def add(self, number: int, path: str, found: Examined) -> None:
        """Hold what was found in the article of this path and number in the queue."""
        page, story = found.page, found.story
        size = len(page.source)
        self._pages.add(page, size)
        self._stories.add(story, size)
        self._rest.add(replace(found, page=_NO_PAGE, story=None), size)
        # One text for a path and for a day, wherever it came from.
        self._paths.append(path if path == page.path else page.path)
        self._dates.append(intern(story.date) if story else None)
        self._numbers.append(number)
        self._sizes.append(size)

    def settle(self) -> None:
        """Put them into their order, once all are there."""
        places = range(len(self._paths))
        self._order = array("q", sorted(places, key=lambda at: (self._paths[at], self._numbers[at])))

    def by_path(self) -> Iterator[tuple[int, ...]]:
        """The places of each path, in order; hardly any path has two."""
        for _, places in groupby(self._order, key=self._paths.__getitem__):
            yield tuple(places)

    def size(self, at: int) -> int:
        """How many characters the source of an article has."""
        return self._sizes[at]

    def page(self, at: int) -> Page:
        """The page of an article."""
        return self._pages[at]

    def story(self, at: int) -> Story | None:
        """The story of an article, if anything is remembered of it."""
        return None if self._dates[at] is None else self._stories[at]

    def rest(self, at: int) -> Examined:
        """What else was found in an article."""
        return self._rest[at]

    def at(self, path: str) -> int:
        """The place of a path, the last where there are several; -1 for none."""
        last = bisect_right(self._order, path, key=self._paths.__getitem__) - 1
        return self._order[last] if last >= 0 and self._paths[self._order[last]] == path else -1

    def pages(self) -> Mapping[str, Page]:
        """The pages by their paths, for findings that point to them."""
        return _Pages(self)

    @contextmanager
    def archive(self, shelf: Shelf | None) -> Iterator[Archive]:
        """The archive of the stories; where there are very many, their facts lie in a file."""
        told = [at for at in self._order if self._dates[at] is not None]
        paths = [self._paths[at] for at in sorted(told, key=self._day)] if self._stories.aside else []
        if paths and len(set(paths)) == len(paths):
            from verify.store.opening import on_disk

            try:
                stories = on_disk(paths, self._story_of)
            except NoShelf:
                # No room on the disk, or facts of a plugin's that are no plain values.
                pass
            else:
                with closing(stories):
                    yield Archive((), shelf, stories)
                return
        yield Archive((story for at in told if (story := self._stories[at])), shelf)

    def _day(self, at: int) -> str:
        return iso(self._dates[at] or "")

    def _story_of(self, path: str) -> Story | None:
        at = self.at(path)
        return None if at < 0 else self.story(at)


class _Pages(Mapping[str, Page]):
    """The last page of each path, those that were asked for last at hand."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._near = lru_cache(_NEAR)(held.page)

    def __getitem__(self, path: str) -> Page:
        at = self._held.at(path)
        if at < 0:
            raise KeyError(path)
        return self._near(at)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._held.at(path) >= 0

    def __iter__(self) -> Iterator[str]:
        return (self._held.page(places[-1]).path for places in self._held.by_path())

    def __len__(self) -> int:
        return sum(1 for _ in self._held.by_path())
