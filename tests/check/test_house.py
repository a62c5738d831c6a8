from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from verify.check.house import House
from verify.check.outcome import Report
from verify.check.rule import Rule
from verify.mark.order import Marker
from verify.model.article import Article
from verify.model.document import Document
from verify.model.finding import Flag
from verify.model.profile import Numbers, Profile

Checked = Callable[..., Report]
Make = Callable[..., Rule]
STORY = "Prices rise\n\nPrices rose by 5 percent in May, the office said, and by 7% in June.\n"
SIGNS = Profile(name="signs", numbers=Numbers(percent="%"))
OPEN = Profile(name="open")


def everywhere(profile: Profile | None) -> House:
    return House((profile,) if profile else (), lambda _path: profile)


@pytest.fixture
def reader(a_rule: Make) -> Rule:
    """A rule that reads one point of the house style and flags the word."""

    def find(article: Article) -> Iterator[Flag]:
        wanted = article.profile.numbers.percent
        at = article.text.find(" percent")
        if at >= 0:
            yield Flag((at, at + 8), f"not {wanted}")

    return a_rule(
        name="style/reader",
        check=find,
        needs=frozenset({"profile", "letters"}),
        points=frozenset({"numbers.percent"}),
    )


def found(report: Report) -> list[tuple[str, str]]:
    assert report.problems == ()
    return [(one.path, one.rule) for one in report.findings]


def test_a_rule_that_reads_a_point_runs_only_where_a_profile_settles_it(
    checked: Checked, reader: Rule
) -> None:
    made: list[str] = []

    def letters(article: Article) -> int:
        made.append(article.document.path)
        return len(article.text)

    def run(house: House | None) -> list[tuple[str, str]]:
        made.clear()
        return found(checked({"a.txt": STORY}, [reader], markers=(Marker("letters", letters),), house=house))

    assert run(everywhere(SIGNS)) == [("a.txt", "style/reader")]
    assert made == ["a.txt"]
    # Without a profile, or one that leaves the point open, not even what the rule needs is marked.
    for house in (None, everywhere(OPEN), everywhere(None)):
        assert run(house) == []
        assert made == []


def test_each_path_has_its_own_profile(checked: Checked, reader: Rule) -> None:
    house = House((SIGNS, OPEN), {"a.txt": SIGNS, "b.txt": OPEN}.get)
    articles = dict.fromkeys(("a.txt", "b.txt", "c.txt"), STORY)
    markers = (Marker("letters", lambda _: 1),)
    assert found(checked(articles, [reader], markers=markers, house=house)) == [("a.txt", "style/reader")]


def test_a_mixture_is_told_where_the_house_style_has_marked_nothing(
    checked: Checked, reader: Rule, a_rule: Make
) -> None:
    mixture = a_rule("7%", "style/mixture", yields_to=frozenset({"numbers.percent"}))
    beside = a_rule(" percent", "style/beside", yields_to=frozenset({"numbers.percent"}))
    other = a_rule(" percent", "style/other", yields_to=frozenset({"words.dash"}))
    markers = (Marker("letters", lambda _: 1),)
    rules = [reader, mixture, beside, other]

    def run(house: House | None) -> set[str]:
        report = checked({"a.txt": STORY}, rules, markers=markers, house=house)
        return {rule for _, rule in found(report)}

    assert run(None) == {"style/mixture", "style/beside", "style/other"}
    assert run(everywhere(SIGNS)) == {"style/reader", "style/mixture", "style/other"}


def test_an_allowance_for_a_rule_that_had_nothing_to_read_is_not_called_unused(reader: Rule) -> None:
    from verify.check.run import check
    from verify.check.select import Chosen
    from verify.check.setup import Setup, Source
    from verify.plugin.manager import Plugins

    plugins = Plugins(())
    unused = next(rule for _, rule in plugins.rules() if rule.id == "structure/unused-allow")
    rules = (replace(reader, needs=frozenset({"profile"})), unused)
    copy = "# Prices\n\n<!-- verify: ignore style/reader -- a letter -->\n\nPrices rose.\n"

    def run(house: House | None) -> list[str]:
        known = frozenset(rule.id for rule in rules)
        setup = Setup(
            readers=plugins.readers(), markers=(),
            chosen=tuple(Chosen(rule, rule.severity) for rule in rules),
            known=known, usual=known, version="1", house=house,
        )  # fmt: skip
        return [one.rule for one in check([Source("a.md", copy.encode())], setup).findings]

    assert run(everywhere(SIGNS)) == ["structure/unused-allow"]
    assert run(House((SIGNS,), lambda _path: None)) == []


def test_a_rule_that_reads_the_profile_without_points_is_told_so(checked: Checked, a_rule: Make) -> None:
    def find(article: Article) -> Iterator[Flag]:
        yield Flag((0, 1), article.profile.name)

    report = checked({"a.txt": STORY}, [a_rule(check=find)], house=everywhere(SIGNS))
    (problem,) = report.problems
    assert 'the mark "profile" was not asked for' in str(problem)


def test_the_paragraph_at_a_place() -> None:
    from verify.read.formats import TEXT as READER

    document: Document = READER.read("a.txt", STORY.encode())
    article = Article(document)
    first, second = article.blocks
    values: Any = [article.block_at(at) for at in (0, first.end - 1, first.end, second.start, second.end)]
    assert values == [first, first, None, second, None]
