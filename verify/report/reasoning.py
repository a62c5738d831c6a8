"""Why a quote got its speaker: as text for an editor, or as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from verify.check.explained import Explained
from verify.mark.reasons import Contender, Reason, compared
from verify.mark.sources.plain_words import pattern
from verify.model.span import Span
from verify.report import wire
from verify.report.cells import clip, neutral
from verify.report.paint import Line, coloured, paint, width_of

_CONTENDERS, _REASONS = 8, 6
_CALLED = 40
_SURE, _LIKELY = 0.995, 0.005


def write_text(told: Explained, stream: TextIO, *, color: bool | None = None) -> None:
    """Write the quote, its speaker, everybody who was considered, and what decided."""
    paint(_lines(told, width_of(stream)), stream, color=coloured(stream, color))


def write_json(told: Explained, stream: TextIO) -> None:
    """Write the explanation as one JSON object; every offset counts into the source."""
    why = told.reasons
    values = {
        "path": told.page.path,
        "line": told.said.line,
        "column": told.said.column,
        "quote": wire.quote(told.page.path, told.said),
        "basis": why.quote.basis,
        "chosen": why.chosen if why.chosen >= 0 else None,
        "carried": why.carried,
        "contenders": [_contender(told, one) for one in why.contenders],
        "nobody": {"probability": round(why.nobody, 4), "reasons": _reasons(why.for_nobody)},
    }
    stream.write(wire.encoded(values, indent=2) + "\n")


def _contender(told: Explained, one: Contender) -> dict[str, Any]:
    start, end = told.article.document.to_source(one.span)
    line, column = told.page.lines.place(start)
    cue = told.article.document.to_source(one.cue) if one.cue else None
    speaker = one.speaker
    kind = "organisation" if speaker.type == "place" else speaker.type
    return {
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "text": _text(told, one.span),
        "speaker": {"name": speaker.name, "title": speaker.title, "type": kind},
        "name_confidence": round(one.sure, 4),
        "cue": {"start": cue.start, "end": cue.end} if cue else None,
        "proposed": list(one.proposed),
        "probability": round(one.share, 4),
        "reasons": _reasons(one.reasons),
    }


def _reasons(given: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"reason": reason.words, "weight": reason.weight} for reason in given]


def _lines(told: Explained, width: int) -> Iterator[Line]:
    said, why = told.said, told.reasons
    yield (
        ("path", f"{neutral(told.page.path)}:{said.line}:{said.column}"),
        ("dim", f"  {said.kind}"),
    )
    yield (("", f"  {clip(_flat(said.text), width - 2)}"),)
    yield ()
    yield from _verdict(told)
    if not why.contenders and not why.for_nobody:
        return
    yield ()
    yield (("path", "Who may have said it"),)
    yield from _contenders(told, width)
    yield from _decided(told)


# -- the outcome -------------------------------------------------------------------------------


def _verdict(told: Explained) -> Iterator[Line]:
    """Who said it, how sure that is, and of what two doubts that is made."""
    said, why = told.said, told.reasons
    if said.needs_none:
        yield (("", f"Needs no speaker: {said.needs_none.replace('-', ' ')}."),)
    if said.mention is None:
        if not said.needs_none:
            yield (("warning", "No speaker found."), ("", _too_unlikely(told)))
        return
    name = _flat(said.speaker)
    title = f", {_flat(said.title)}" if said.title else ""
    who: Line = (("words", name), ("", title)) if name else (("warning", "A speaker without a name"),)
    yield who
    yield (("", _named(told)),)
    if why.carried:
        yield (("", "The quotation goes on in a later paragraph, and its speaker is named there."),)
    if why.quote.quotation < 0:
        yield (("", "These words are reported, not quoted: they were found together with their source."),)
        if why.quote.basis:
            yield (("", f"Found by: {neutral(pattern(why.quote.basis))}."),)
    yield (("", f"Confidence {said.confidence:.2f}{_doubts(told)}."),)


def _named(told: Explained) -> str:
    """Where the copy names the speaker, in which words, by which cue."""
    said = told.said
    where = f" at {_place(told, said.mention.start)}" if said.mention else ""
    cue = f", with the cue “{_flat(said.cued)}” at {_place(told, said.cue.start)}" if said.cue else ""
    return f"The copy says “{clip(_flat(said.called), _CALLED)}”{where}{cue}."


def _doubts(told: Explained) -> str:
    """What the confidence is made of, where the choice of the source and of its name are known apart."""
    said, why = told.said, told.reasons
    if why.chosen < 0:
        return ""
    one = why.contenders[why.chosen]
    called = clip(_flat(said.called), _CALLED)
    words = f": {one.share:.2f} that “{called}” is the source"
    if one.sure >= _SURE:
        return f"{words}, and the copy gives the name itself"
    if _flat(said.speaker) == _flat(said.called):
        return f"{words}, and {one.sure:.2f} that these words are all that the copy calls it by"
    means = f"means {_flat(said.speaker)}" if said.speaker else "means somebody whom the copy does not name"
    return f"{words}, and {one.sure:.2f} that it {means}"


def _too_unlikely(told: Explained) -> str:
    contenders = told.reasons.contenders
    if contenders and contenders[0].share > told.reasons.nobody:
        return " Nobody is likely enough to be named."
    return (
        " That the copy names nobody is likelier than anybody."
        if contenders
        else " Nobody came into question."
    )


# -- those considered --------------------------------------------------------------------------


def _contenders(told: Explained, width: int) -> Iterator[Line]:
    """The likeliest of those considered, and nobody among them."""
    why = told.reasons
    likely = sum(one.share >= _LIKELY for one in why.contenders)
    shown = list(enumerate(why.contenders))[: min(_CONTENDERS, max(2, likely, why.chosen + 1))]
    nobody: Line = (("", f"  {why.nobody:.2f}  "), ("words", "nobody"))
    told_nobody = False
    for number, one in shown:
        if not told_nobody and why.nobody > one.share:
            yield nobody
            told_nobody = True
        name = _flat(one.speaker.name) or "somebody without a name"
        where = f"  {_told_at(told, one.span)}" + (f", cue {_told_at(told, one.cue)}" if one.cue else "")
        yield (
            ("", f"  {one.share:.2f}  "),
            ("words", clip(name, _CALLED)),
            ("dim", where),
            ("advice", "  chosen" if number == why.chosen else ""),
        )
        yield from ((("", f"        {clip(neutral(words), width - 8)}"),) for words in one.proposed)
    if not told_nobody:
        yield nobody
    if rest := len(why.contenders) - len(shown):
        yield (("dim", f"        and {rest:,} less likely"),)


def _decided(told: Explained) -> Iterator[Line]:
    """What spoke for the likeliest, and what set it apart from the next."""
    why = told.reasons
    if not why.contenders:
        yield from _weights("What spoke for nobody", why.for_nobody)
        return
    first = why.contenders[max(0, why.chosen)]
    name = _name(told, first)
    yield from _weights(f"What spoke for {name} (+) and against (-)", first.reasons)
    # The same person may be named in several places: what counts is what spoke against another.
    rivals = [one for one in why.contenders if one.speaker.name != first.speaker.name]
    if rivals and rivals[0].share >= why.nobody:
        against = compared(first.reasons, rivals[0].reasons)
        yield from _weights(f"What set {name} apart from {_name(told, rivals[0])}", against)
    else:
        yield from _weights("What spoke for nobody", why.for_nobody)


def _name(told: Explained, one: Contender) -> str:
    """The words of a contender, and whom they mean where that is another name."""
    called, name = clip(_flat(_text(told, one.span)), _CALLED), clip(_flat(one.speaker.name), _CALLED)
    return f"“{called}”" if not name or name == called else f"“{called}” ({name})"


def _weights(heading: str, given: Sequence[Reason]) -> Iterator[Line]:
    if given:
        yield ()
        yield (("path", heading),)
    for reason in given[:_REASONS]:
        style = "advice" if reason.weight > 0 else "warning"
        yield ((style, f"  {reason.weight:+6.2f}"), ("", f"  {neutral(reason.words)}"))


def _text(told: Explained, span: Span) -> str:
    return told.article.text[span.start : span.end]


def _place(told: Explained, start: int) -> str:
    """Line and column of an offset of the source."""
    line, column = told.page.lines.place(start)
    return f"{line}:{column}"


def _told_at(told: Explained, span: Span) -> str:
    """The words of a span of the text, and the place that they have in the source."""
    place = _place(told, told.article.document.to_source(span).start)
    return f"“{clip(_flat(_text(told, span)), _CALLED)}” {place}"


def _flat(text: str) -> str:
    """The words on one line, with nothing in them that a terminal would obey."""
    return neutral(" ".join(text.split()))
