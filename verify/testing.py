"""Rules under pytest: their pages as tests, and fixtures that read and check copy given as a string.

In a project's `conftest.py`, `pytest_plugins = ["verify.testing"]` collects the Markdown page beside each
rule, and offers the fixtures `verify_article` and `verify_findings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verify.check.rule import Rule
from verify.kit.copies import article_of, findings_of
from verify.kit.pages import Block, Place, blocks, check_block, check_page, findings, has_blocks, rules
from verify.model.article import Article
from verify.model.finding import Finding, Problem

__all__ = [
    "Block", "BlockItem", "PageFile", "Place", "blocks", "check_block", "check_page", "findings", "rules",
    "verify_article", "verify_findings",
]  # fmt: skip


@pytest.fixture(scope="session")
def verify_article() -> Callable[..., Article]:
    """Read copy and mark it: `verify_article(copy, "people", "quotes")`, with `name="a.md"` for a format."""
    return article_of


@pytest.fixture(scope="session")
def verify_findings() -> Callable[..., tuple[Finding, ...]]:
    """What a rule finds in copy: `verify_findings(rule_or_id, copy)`; options of the rule by name."""
    return findings_of


class PageFile(pytest.File):
    """The page of a rule, with an item for each block."""

    def collect(self) -> Iterator[BlockItem]:
        """The blocks, named by their line."""
        page = self.path.read_text(encoding="utf-8")
        rule = next((one for one in rules() if one.page.resolve() == self.path.resolve()), None)
        for block in blocks(page):
            what = "flagged" if block.expected else "silent"
            yield BlockItem.from_parent(self, name=f"line-{block.line}-{what}", rule=rule, block=block)


class BlockItem(pytest.Item):
    """One block of a page, run as a test."""

    def __init__(self, *, rule: Rule | None, block: Block, **rest: Any) -> None:  # noqa: ANN401 - pytest's own
        super().__init__(**rest)
        self._rule = rule
        self._block = block

    def runtest(self) -> None:
        """Fail with what the rule missed, or flagged without a mark."""
        if self._rule is None:
            pytest.fail(f"no rule has the page {self.path}: is its plugin installed?", pytrace=False)
        if wrong := check_block(self._rule, self._block):
            pytest.fail(f"{self._rule.id}, line {self._block.line} of its page\n{wrong}", pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the block stands."""
        return self.path, self._block.line - 1, f"{self.path.name}: {self.name}"


class PackFile(pytest.File):
    """A rule pack, with an item for each example of each rule."""

    def collect(self) -> Iterator[BlockItem]:
        """The examples, named by the rule; a pack with a mistake in it is a failure of its own."""
        from verify.packs.load import rules as read

        found = tuple(read(self.path))
        if wrong := [str(one) for one in found if isinstance(one, Problem)]:
            raise self.CollectError("\n".join(wrong))
        for rule in (one for one in found if isinstance(one, Rule)):
            for number, block in enumerate(blocks(rule.read_page()), 1):
                what = "flagged" if block.expected else "silent"
                name = f"{rule.id}-{number}-{what}"
                yield BlockItem.from_parent(self, name=name, rule=rule, block=block)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PageFile | PackFile | None:
    """Take the page beside a rule's file, where it has article blocks, and packs beside settings."""
    if file_path.suffix == ".toml" and file_path.parent.name == "rules":
        beside = (file_path.parent.parent / "verify.toml").is_file()
        return PackFile.from_parent(parent, path=file_path) if beside else None
    if file_path.suffix != ".md" or not file_path.with_suffix(".py").is_file():
        return None
    if not has_blocks(file_path.read_text(encoding="utf-8")):
        return None
    return PageFile.from_parent(parent, path=file_path)
