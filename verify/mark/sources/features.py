"""Describes candidates to the ranker: where each stands, what it is made of, which cue speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verify.lexicon.cues import cue_forms
from verify.lexicon.grammar import PRONOUNS
from verify.mark.narration import QUOTE, STOP, Word
from verify.mark.sources.attribution import inner_end, told_before
from verify.mark.sources.candidates import Candidate, Scene
from verify.mark.syntax.phrases import Phrase

_COMMON = frozenset("said says told added wrote asked tweeted called according".split())
_SHORT, _MIDDLING = 3, 8
_LEADS = frozenset(
    (STOP, QUOTE, ",", "that", "and", "but", "said", "to", "by", "when", "as", "because", "if", "of")
)
_TELLTALE = frozenset(
    """called titled so-called dubbed word words phrase term book film song show movie album series on in
's ’s     the a an of for like known as entitled said says that is was : ,""".split()
)


def describe(scene: Scene, found: Iterable[Candidate]) -> None:
    """Give each candidate the features that depend on where it and the quotation stand."""
    shape = _shape(scene)
    found = list(found)
    cues = {candidate.cue for candidate in found if candidate.paragraph is scene.paragraph}
    for candidate in found:
        features = candidate.features
        words, source, cue = candidate.paragraph.words, candidate.source, candidate.cue
        kind = _kind(words, source)
        reasons = [feature for feature in features if feature.startswith("by ")]
        features.append(f"kind {kind}")
        at_home = candidate.paragraph is scene.paragraph
        if at_home:
            features += _place(scene, source, shape[0], kind)
        else:
            features.append(f"away {shape[0]} {shape[1]}")
        if cue >= 0:
            features += _cue(words, source, cue, scene.at if at_home else None)
            if at_home and cue < scene.at:
                nearer = sum(cue < other < scene.at for other in cues)
                features.append(f"nearer {min(nearer, 2)}")
                if nearer and scene.stage.count(scene.number, QUOTE, cue, scene.at):
                    features.append("served before")
        before = words[source.first - 1].low if source.first else STOP
        features.append(f"after {before if before in _LEADS else 'other'}")
        for reason in reasons:
            features += (f"{reason} {shape[0]}", f"{reason} {shape[1]}", f"{reason} {kind}")
        if len(reasons) > 1:
            features.append(f"proposed {min(len(reasons), 4)} times")


def _place(scene: Scene, source: Phrase, around: str, kind: str) -> tuple[str, ...]:
    """Where a source of the quotation's own paragraph stands: on which side, how far, past what."""
    low, high = sorted((scene.at, source.first))
    stops = scene.stage.count(scene.number, STOP, low + 1, high)
    quotes = scene.stage.count(scene.number, QUOTE, low + 1, high)
    side = "L" if source.first < scene.at else "R"
    place = f"{side}{min(stops, 3)}q{min(quotes, 2)}"
    far = f"far {side}{min(stops, 1)} {_bucket(max(0, high - low - 1))}"
    return f"at {place}", f"at {place} {around}", f"at {place} {kind}", far


def _cue(words: Sequence[Word], source: Phrase, cue: int, at: int | None) -> Iterator[str]:
    """What the cue is, and how it stands to the source and to the quotation at words[at]."""
    low = words[cue].low
    strength, form = cue_forms().get(low, ("other", "other"))
    order = "sc" if source.first < cue else "cs"
    gap = abs(cue - source.last) if order == "sc" else abs(source.first - cue)
    yield f"cue {strength} {form} {order}"
    yield f"gap {min(gap, 4)}"
    if low in _COMMON:
        yield f"cue {low}"
    if at is not None:
        yield f"cue at {max(-9, min(9, cue - at))} {strength}"
    if cue and words[cue - 1].low in ("who", "which", "that"):
        yield "cue in a relative clause"
    if told_before(words, source.first):
        yield f"taken up {words[source.first].low in PRONOUNS}"
    following = words[cue + 1 : cue + 3]
    if strength == "say" and following and following[-1 if following[0].low == "that" else 0].low in PRONOUNS:
        yield "hands on"


def _kind(words: Sequence[Word], source: Phrase) -> str:
    """What sort of words the source is made of."""
    first, last = words[source.first], words[source.last]
    if first.low in PRONOUNS:
        return first.low if first.low in ("he", "she", "i", "we", "they", "it", "who") else "pronoun"
    if last.text[:1].isupper():
        return "name"
    if first.low in ("the", "a", "an"):
        return first.low
    return "capital" if first.text[:1].isupper() else "words"


def _bucket(distance: int) -> int:
    return distance if distance < 4 else 4 + min(distance // 5, 5)


def _shape(scene: Scene) -> tuple[str, str]:
    """How the quotation stands in its sentence, and how it is made."""
    words, at = scene.paragraph.words, scene.at
    before = words[at - 1].low if at else STOP
    after = words[at + 1].low if at + 1 < len(words) else STOP
    before = (
        before
        if before in (STOP, QUOTE, ",", ":", "that", "as", "the", "a", "is", "was", "of", "to")
        else "w"
    )
    after = after if after in (STOP, QUOTE, ",") else "w"
    end = inner_end(scene.stage.text, words[at])
    if after == "," and end.isalnum():
        # British copy sets the comma outside; it announces an attribution as much as one inside.
        end, after = ",", words[at + 2].low if at + 2 < len(words) else STOP
        after = after if after in (STOP, QUOTE) else "w"
    end = "," if end == "," else "." if end in ".?!…" else "w"
    inner = scene.stage.text[scene.quotation.start : scene.quotation.end].strip("“”\"‘’`' […")
    count = inner.count(" ") + 1
    size = "1" if count <= 1 else "s" if count <= _SHORT else "m" if count <= _MIDDLING else "l"
    capital = "C" if inner[:1].isupper() else "c"
    return f"{before}|{end}|{after}", f"{capital}{size}{end}"


def none_features(scene: Scene) -> list[str]:
    """What speaks for the quotation having no speaker at all."""
    words, at = scene.paragraph.words, scene.at
    shape = _shape(scene)
    inner = scene.stage.text[scene.quotation.start : scene.quotation.end].strip("“”\"‘’' […,.")
    tokens = inner.split()
    titled = (
        len(tokens) > 1
        and tokens[-1][:1].isupper()
        and all(token[:1].isupper() or len(token) < 4 for token in tokens)
    )
    before = words[at - 1].low if at else STOP
    alone = scene.alone
    carried = len(tokens) >= _SHORT and scene.carried
    return [
        "none", f"none {shape[0]}", f"none {shape[1]}", f"none titled {titled}",
        f"none single {scene.quotation.single}", f"none before {before if before in _TELLTALE else 'other'}",
        f"none alone {alone and not carried}",
        f"none carried {carried}",
    ]  # fmt: skip
