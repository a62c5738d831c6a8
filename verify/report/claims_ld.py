"""Statements as JSON-LD in the words of schema.org: Claim and Quotation, and never a verdict."""

from __future__ import annotations

from typing import Any, TextIO

from verify.check.outcome import Claim, FileReport, Report, Said
from verify.model.marks import SpeakerType
from verify.model.supplied import Passage
from verify.report import wire

_CONTEXT = "https://schema.org"
_TYPES: dict[SpeakerType | None, str] = {
    "person": "Person",
    "unnamed": "Person",
    "group": "Organization",
    "organisation": "Organization",
    "place": "Organization",
}


def write(report: Report, stream: TextIO) -> None:
    """Write one graph of articles with their claims and quotations."""
    graph = [item for file in report.files for item in _article(file)]
    stream.write(wire.encoded({"@context": _CONTEXT, "@graph": graph}, indent=2) + "\n")


def _article(file: FileReport) -> list[dict[str, Any]]:
    if not file.claims:
        return []
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": file.path}
    if file.headline:
        article["headline"] = file.headline
    items = [article]
    for claim in file.claims:
        items.append(_claim(file.path, claim))
        items += [_quotation(file.path, claim, said) for said in claim.said if said.spoken]
    return items


def _claim(path: str, one: Claim) -> dict[str, Any]:
    values: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"{path}#{one.place.start}-{one.place.end}",
        "text": one.text,
        "appearance": {"@id": path},
    }
    speakers = [_speaker(said) for said in one.said if said.speaker]
    return values | _sole("creator", speakers) | _sole("citation", [_work(one) for one in one.passages])


def _quotation(path: str, claim: Claim, said: Said) -> dict[str, Any]:
    values: dict[str, Any] = {
        "@type": "Quotation",
        "@id": f"{path}#{said.start}-{said.end}",
        "text": said.text,
        "isPartOf": {"@id": path},
    }
    speaker = [_speaker(said)] if said.speaker else []
    cited = [_work(one) for one in claim.passages] if claim.on_file == "yes" else []
    return values | _sole("creator", speaker) | _sole("spokenByCharacter", speaker) | _sole("citation", cited)


def _speaker(said: Said) -> dict[str, Any]:
    values = {"@type": _TYPES.get(said.type, "CreativeWork"), "name": said.speaker}
    return values | {"jobTitle": said.title} if said.title and values["@type"] == "Person" else values


def _work(one: Passage) -> dict[str, Any]:
    return {"@type": "CreativeWork", "name": one.path, "text": one.words}


def _sole(key: str, values: list[dict[str, Any]]) -> dict[str, Any]:
    """The key with its one value, or its list of several; nothing for none."""
    distinct = [value for number, value in enumerate(values) if value not in values[:number]]
    return {key: distinct[0] if len(distinct) == 1 else distinct} if distinct else {}
