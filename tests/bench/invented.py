"""Writes invented articles for a large archive: `python tests/bench/invented.py FOLDER 1000`.

The same number gives the same article. Each names half a dozen people of a cast of some thousands with
their offices, quotes them, and has a date within ten years; half of them name the same governor.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from itertools import product
from pathlib import Path

GIVEN = """
Ada Alma Anders Anton Arne Astrid August Birgit Bram Carla Casper Clara Dagny Edda Elias Elin Emil Esther
Felix Frida Georg Greta Gustav Hanna Hedda Henrik Ida Inga Isak Ivar Jakob Jenny Joakim Johanna Jonas Judith
Karin Karl Katja Lars Laura Leif Lena Linus Lotte Magnus Maren Marit Martin Mathilda Mikael Nadia Nils Nora
Olga Oskar Otto Paula Petra Pia Ragna Rolf Rosa Ruben Runa Selma Silje Simon Sofia Stefan Stina Sven Tekla
Theo Thora Tilda Tobias Tora Ulla Ursula Valter Vera Viktor Vilma Walter Wanda Yngve
""".split()
FAMILY = """
Aakre Abildgaard Backlund Balstad Bergquist Bjornson Bratland Brekke Carlstrom Dahlgren Drangsholt Egeland
Eidsvag Ekholm Elstad Engdahl Fagerli Falkenberg Fiskum Fjeldstad Flaten Fossum Gjerde Granlund Grimstad
Gulbrandsen Haaland Hagelin Halvorsen Hammarberg Hegstad Helleland Hjelmeland Holmqvist Hovden Husby Isaksen
Jernberg Jokinen Kallevik Karlsen Kjellberg Klingenberg Kvamme Landsverk Langeland Lindahl Ljungman Lofgren
Lundeby Malmstrom Melhus Moberg Myklebust Narvesen Nesheim Nordahl Nygard Odegaard Opsahl Ostberg Palmgren
Quarnstrom Rasmussen Reiersen Ringdal Rognstad Rosenlund Ruud Sandvik Selvaag Sjoberg Skarstein Solheim
Stenersen Storvik Sundquist Svendsgaard Tangen Thorvald Tveit Ulriksen Utne Vangsnes Vestby Vikander Wallin
Wedvik Westergaard Yttervik Zetterlund
""".split()
PLACES = """
Aldermoor Brackwater Carnhaven Dunmarsh Eastmere Farrowdale Glenhollow Harrowgate Innisfell Kestrelton
Larkhaven Millbrook Northwick Oxbridge Penmarrow Quarryhill Ravensport Saltmarsh Thornbury Underwood
Westerleigh
""".split()
OFFICES = (
    "Mayor", "Council Member", "Police Chief", "Fire Chief", "Judge", "Sheriff", "State Senator", "Dr.",
    "City Attorney", "Superintendent",
)  # fmt: skip
MATTERS = (
    "a new ferry quay", "the closing of the county hospital", "a rise in water rates", "the old grain mill",
    "a bus line to the coast", "the school kitchens", "a wind farm off the point", "flood walls on the river",
    "the repair of the railway bridge", "a market hall", "the library’s opening hours", "a home for veterans",
)  # fmt: skip
GOVERNOR = "Ingeborg Wrangell"
FIRST_DAY, DAYS = dt.date(2015, 1, 1), 3652
CAST = [f"{given} {family}" for given, family in product(GIVEN, FAMILY)]
LEAD, STATEMENT, *PARAGRAPHS = (
    Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").strip().split("\n\n")
)


def day(number: int) -> dt.date:
    """The day of an article."""
    return FIRST_DAY + dt.timedelta(days=random.Random(number).randrange(DAYS))  # noqa: S311 - not for secrets


def path(number: int) -> str:
    """Where an article lies."""
    return f"{day(number):%Y/%m}/{number:06}.md"


def article(number: int) -> str:
    """An article of 300 to 400 words, in Markdown."""
    dice = random.Random(number)  # noqa: S311 - as above
    today = FIRST_DAY + dt.timedelta(days=dice.randrange(DAYS))
    words = {
        "place": dice.choice(PLACES),
        "matter": dice.choice(MATTERS),
        "today": f"{today:%A, %B} {today.day}, {today.year},",
        "governor": GOVERNOR,
        "surname": GOVERNOR.split()[1],
    }
    words["capital"] = words["place"].upper()
    parts = [
        f"---\ntitle: {words['place']} council argues over {words['matter']}\ndate: {today}\n---",
        LEAD.format(**words),
    ]
    if number % 2:
        parts.append(STATEMENT.format(**words))
    for paragraph in dice.sample(PARAGRAPHS, 7):
        name = dice.choice(CAST)
        then = today + dt.timedelta(days=dice.randrange(7, 30))
        words |= {
            "name": name,
            "family": name.split()[1],
            "office": dice.choice(OFFICES),
            "number": str(dice.randrange(12, 95)),
            "day": f"{then:%B} {then.day}, {then.year}",
        }
        parts.append(paragraph.format(**words))
    return "\n\n".join(parts) + "\n"


def write(folder: Path, count: int) -> None:
    """Write so many articles below a folder."""
    for number in range(count):
        file = folder / path(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article(number), encoding="utf-8", newline="")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
