"""What a page says of its article for search engines and social networks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from verify.read.published import iso

_KINDS = frozenset(("Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting"))
_DEEPEST = 8
_METAS = {
    "title": ("og:title", "twitter:title", "headline"),
    "date": ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date"),
    "author": ("author", "article:author", "byl", "dc.creator", "parsely-author"),
    "section": ("article:section", "section", "parsely-section"),
    "publisher": ("og:site_name", "publisher", "dc.publisher"),
}


def described(scripts: Iterable[str]) -> tuple[dict[str, str], list[int]]:
    """Return what the JSON-LD of a page says of its article, and which of the scripts are no JSON."""
    found: dict[str, str] = {}
    broken: list[int] = []
    for number, script in enumerate(scripts):
        if not script.strip():
            continue
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            broken.append(number)
            continue
        for article in _articles(data, 0):
            for name, value in _article(article).items():
                found.setdefault(name, value)
    return found, broken


def from_metas(metas: Sequence[Mapping[str, str]], title: str) -> dict[str, str]:
    """Return what the <meta> elements and the <title> of a page say."""
    said: dict[str, str] = {}
    for meta in metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        words = _line(meta.get("content", ""))
        if words:
            said.setdefault(name.lower(), words)
    found: dict[str, str] = {}
    for name, keys in _METAS.items():
        for key in keys:
            words = said.get(key, "")
            if words and not words.startswith(("http://", "https://")):
                found[name] = iso(words) if name == "date" else words
                break
    bare = _line(title.partition(" | ")[0])
    if bare:
        found.setdefault("title", bare)
    return found


def _articles(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - any JSON
    """The articles that JSON-LD describes, wherever it puts them."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and (kind.endswith("Article") or kind in _KINDS) for kind in named):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(key), depth + 1)


def _article(article: Mapping[str, Any]) -> dict[str, str]:
    said = {
        "title": _name(article.get("headline") or article.get("name")),
        "date": iso(_name(article.get("datePublished"))),
        "author": _name(article.get("author") or article.get("creator")),
        "publisher": _name(article.get("publisher")),
        "section": _name(article.get("articleSection")),
    }
    return {name: words for name, words in said.items() if words}


def _name(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - any JSON
    """A value as words: a string, a thing by its name, or several of either."""
    if isinstance(value, str):
        return _line(value)
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        return _name(value.get("name"), depth + 1)
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (_name(item, depth + 1) for item in value))))
    return ""


def _line(words: str) -> str:
    return " ".join(unescape(words).split())
