"""Variety that the treebanks lack: curly quotation marks, and names that nobody has read before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from training.treebank import Sentence

Tagged = tuple[tuple[str, str], ...]
"""The tokens of a sentence, each with its tag of a name in BIO."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'", "´": "'"})
_FORM, _LEMMA, _XPOS = 1, 2, 4
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Gov.", "Judge", "Mayor", "Professor", "President")


def straight(text: str) -> str:
    """The text with every quotation mark straight, letter for letter, as the engine hands it over."""
    return text.replace("``", '"').replace("''", '"').translate(_STRAIGHT)


def straightened(sentence: Sentence) -> Sentence:
    """The sentence with straight quotation marks in its words and lemmas."""
    rows = tuple(
        (row[0], straight(row[_FORM]), straight(row[_LEMMA]), *row[_LEMMA + 1 :]) for row in sentence.rows
    )
    return Sentence(rows, sentence.document, sentence.paragraph)


def curled(sentence: Sentence) -> Sentence:
    """The sentence with curly quotation marks and apostrophes, as most newsrooms write."""
    opening = True
    rows = []
    for row in sentence.rows:
        form = row[_FORM]
        if form == '"':
            form = "“" if opening else "”"
            opening = not opening
        elif form == "'" and row[_XPOS] == "``":
            form = "‘"
        rows.append((row[0], form.replace("'", "’"), *row[_LEMMA:]))
    return Sentence(tuple(rows), sentence.document, sentence.paragraph)


def mixed(sentences: Sequence[Sentence], share: float, seed: int) -> Iterator[Sentence]:
    """The sentences with straight marks, but for a share of the documents, which are curled."""
    random = Random(seed)
    curl = False
    for sentence in sentences:
        if sentence.document:
            curl = random.random() < share
        yield curled(straightened(sentence)) if curl else straightened(sentence)


class Names:
    """Invented names of people, places and bodies, made by Faker with a fixed seed."""

    def __init__(self, seed: int, size: int = 4000) -> None:
        """A store of `size` names each of people and places."""
        from faker import Faker

        places = ("en_US", "en_GB", "en_IN", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL")
        fake = Faker([*places, "tr_TR", "sv_SE", "en_NG", "id_ID", "cs_CZ"])
        fake.seed_instance(seed)
        self._random = Random(seed)
        self._given = [fake.first_name() for _ in range(size)]
        self._family = [fake.last_name() for _ in range(size)]
        self._places = [fake.city() for _ in range(size // 2)] + [fake.country() for _ in range(300)]
        self._ends = ("Group", "Inc.", "Corp.", "Institute", "University", "Council", "Authority")
        self._heads = ("University of", "Bank of", "Association of", "Ministry of", "City of")

    def person(self, words: int) -> list[str]:
        """A name of a person in about as many words."""
        pick = self._random.choice
        if words == 1:
            return pick(pick((self._given, self._family, self._family))).split()
        middle = [f"{pick('ABCDEFGHJKLMNPRSTW')}."] if words > 2 else []
        return [*pick(self._given).split(), *middle, *pick(self._family).split()]

    def place(self) -> list[str]:
        """A name of a town or a country."""
        return self._random.choice(self._places).split()

    def body(self, words: int) -> list[str]:
        """A name of a body in about as many words."""
        pick = self._random.choice
        if words == 1:
            return ["".join(self._random.choices("ABCDEFGHIJKLMNOPRSTUVW", k=pick((3, 3, 4))))]
        if pick((True, False)):
            return [*pick(self._heads).split(), *self.place()]
        return [*pick((pick(self._places), pick(self._family))).split(), pick(self._ends)]


def renamed(sentence: Tagged, names: Names, random: Random) -> Tagged:
    """The sentence with other names in the place of its own, and now and then a title before one."""
    found: list[tuple[str, str]] = []
    for kind, words in _runs(sentence):
        if kind == "O":
            found.extend((word, "O") for word in words)
            continue
        possessive = words[-1].endswith("'s")
        fresh = _fresh(kind, len(words), names)
        if possessive:
            fresh[-1] += "'s"
        if kind == "PER" and random.random() < 0.15 and not _titled(found):
            found.append((random.choice(_TITLES), "O"))
        found.extend((word, f"{'I' if at else 'B'}-{kind}") for at, word in enumerate(fresh))
    return tuple(found)


def shouted(sentence: Tagged, random: Random) -> Tagged:
    """The sentence as a headline: every word in capitals, or each with a capital."""
    if random.random() < 0.3:
        return tuple((word.upper(), tag) for word, tag in sentence)
    return tuple((word[:1].upper() + word[1:], tag) for word, tag in sentence)


def _fresh(kind: str, words: int, names: Names) -> list[str]:
    if kind == "PER":
        return names.person(words)
    return names.place() if kind == "LOC" else names.body(words)


def _titled(found: list[tuple[str, str]]) -> bool:
    return bool(found) and found[-1][0][:1].isupper()


def _runs(sentence: Tagged) -> Iterator[tuple[str, list[str]]]:
    kind, words = "O", list[str]()
    for word, tag in sentence:
        here = tag.partition("-")[2] or "O"
        if words and (tag.startswith("B-") or here != kind):
            yield kind, words
            words = []
        kind = here
        words.append(word)
    if words:
        yield kind, words
