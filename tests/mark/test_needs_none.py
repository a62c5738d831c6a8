"""Invented copy full of quoted words: which of them somebody said, and what the others are.

Each line holds the kinds of its quotations in the order of the copy, "-" for speech, and the paragraph.
"""

from __future__ import annotations

import pytest

from verify.mark.names import MARKER as NAMES
from verify.mark.narration import MARKER as NARRATION
from verify.mark.order import mark, plan
from verify.mark.people import MARKER as PEOPLE
from verify.mark.quotations import MARKER as QUOTATIONS
from verify.mark.quotes import MARKER
from verify.mark.sentences import MARKER as SENTENCES
from verify.read.formats import TEXT as READER

_MARKERS = plan([SENTENCES, QUOTATIONS, NARRATION, NAMES, PEOPLE, MARKER], ["quotes"])

_WORDS = """
title-of-work | Ruth Amadi wrote the novel “The Last Lighthouse Keeper” in a rented room above a bakery.
title-of-work title-of-work | The company will stage “The Glass Anchor” and “The Tempest” in a dry dock.
title-of-work | Her first album, “Blue Water,” sold four thousand copies at the door.
title-of-work | He plays a harbor pilot in the film “Brine.”
title-of-work | The mayor will appear on Channel 9’s “Good Morning Ellery” on Thursday.
title-of-work - | On “Sunday Harbor Report,” the minister said the dredging would “take another year.”
title-of-work | The painting “Low Tide at Dawn” hung in the hall for sixty years.
title-of-work title-of-work | The network renewed “Pilot House” and “Night Ferry” for a third season.
title-of-work - | In his 2009 memoir, “Salt,” Lund called the strike “a family quarrel with flags.”
title-of-work | The documentary “13 Days at Sea” opens the festival on Friday.
title-of-work | Fans of the “Harbor Lights” podcast raised the money within a week.
title-of-work | The band opened with “Carry Me Over” and left the stage at midnight.
title-of-work | Holt, the author of “Rope and Tar,” lives on the island with her sister.
title-of-work | The essay, titled “Why the Sea Wins,” was read in every school of the county.
title-of-work | An episode of “The Ferrymen” was shot in the empty customs house.
title-of-work | The choir sang “Abide With Me” as the ship left.
title-of-work | He starred in “The Widow of Pier Nine” for eleven years.
title-of-work | They watched “A Night at the Docks” at home with their neighbors.
title-of-work - | Amadi, who directed “Open Water,” said the new play was “smaller and angrier.”
headline | The Gazette ran the story under the headline “Wall of Shame” on Saturday.
lyric | The crowd sang “we shall not be moved from here” until the police came.
sign | A banner over the gate read “No more walls on our shore.”
sign | She wore a T-shirt that said “Ask me about herring” and handed out leaflets.
sign sign | Protesters carried signs reading “Dredge later” and “Fish first.”
sign | The plaque on the pier says “Built by the people of Ellery, 1904.”
sign | A placard with “Ships, not slips” on it leaned against the wall.
sign | Dozens waved “Keep Ellery Working” signs outside the hall.
sign | He keeps a mug bearing “World’s Slowest Sailor” on his desk.
sign | The box was marked “fragile” and left on the quay.
slogan | The party will campaign under the slogan “A harbor for all.”
slogan | The town’s motto, “By sea we came,” is cut above the door.
slogan | The team ran on to chants of “Ellery! Ellery!” from the far stand.
slogan | They posted pictures under the hashtag “SaveThePier” all week.
slogan | “Hands off our harbor” chants could be heard from the bridge.
saying | Fishermen here have an old saying, “red boats sink last,” and they paint accordingly.
saying | The proverb “still water breeds rust” is older than the yard.
term | The word “harbor” comes from an older one for shelter.
term | The term “slack water” is used for the hour between the tides.
term term | Words like “bollard” and “fairlead” puzzled the visitors.
term | The so-called “ghost berths” have been empty since spring.
term | Divers use a tool called “the claw” to lift the nets.
term | The method, known as “cold stacking,” saves money on idle ships.
term | The letters “PE” stand for Port Ellery on every hull.
term | The yard bought a crane, dubbed “the heron,” from a bankrupt rival.
term | Economists use the phrase “blue growth” for such plans.
term | TEU is short for “twenty-foot equivalent unit.”
term | “Demurrage” is a term for the fee that a late ship pays.
gloss | The boat is named Saoirse, Irish for “freedom.”
gloss | The old name of the bay means “place of gulls.”
gloss | The Dutch motto translates roughly as “the water knows.”
name | The trawler “Sea Rose” sank in a gale in 1974.
name | The yard delivered the ferry “Lady of Ellery” two years late.
name | Police named the raid Operation “Cold Anchor” and told nobody.
nickname | Robert “Bobby” Lund left the council in May.
nickname nickname | Ann “Red” Holt and Peter “The Rock” Amadi met again on Monday.
nickname | The goalkeeper, nicknamed “The Wall,” saved two penalties.
title-of-work | Lund reads “Ships of the North” every winter.
title-of-work | The poem “Gulls” hangs in the waiting room.
headline | “Harbor in Flames” was the headline on the morning after.
sign | A bumper sticker reading “I brake for seals” gave the driver away.
term | The word “berth” has two meanings here.
term | Sailors call the wind by its old name, the so-called “widow maker.”
slogan | The campaign’s slogan is “Deeper, wider, cheaper.”
name | A horse called “Night Ferry” won the last race.
scare-quote | The “silent” engine woke half the street.
scare-quote | Its “organic” paint peeled within a month.
title-of-work - | On ABC’s “Good Morning Ellery” Tuesday, he said, “I never signed it.”
nickname | The bridge has earned the nickname “Old Grumpy” among drivers.
scare-quote | The “experts” on the board have never seen a ship.
scare-quote | They built a “green” wall of concrete there.
scare-quote | The club’s “reserve” pitch is a car park.
scare-quote | The “free” ferry costs each household forty crowns a year.
scare-quote | For years the “temporary” bridge carried every truck in the county.
scare-quote | The yard sells “vintage” anchors made last spring.
scare-quote | A “luxury” cabin turned out to hold four bunks and a bucket.
scare-quote | The “world’s longest” pier ends in a puddle at low tide.
scare-quote | His “office” is a bench behind the fish market.
scare-quote | The plan rests on “natural” gravel from a quarry inland.
scare-quote | The new “smart” lock opened for anybody with a spoon.
"""

_SPEECH = """
- | The wall, Maren Holt said, was “the worst idea since the last idea.”
- | Holt called the plan “a disaster.”
- | Holt called it “absurd.”
- - | Lund described the vote as “rushed” and the report as “thin.”
- | The council’s leader dismissed the figures as “fantasy.”
- | Amadi said the “experts” had never seen a ship.
- | Peter Lund, the harbor master, branded the strike a “betrayal.”
- | Critics say the wall is a “white elephant.”
- | The minister promised a “full and fair” inquiry.
- | The union accused the yard of “playing with lives.”
- | The judge said the captain had shown “reckless” haste.
- - | She was “very, very tired,” Holt said, and “ready to go home.”
- | Lund told reporters the harbor was “open for business.”
- | The yard’s lawyer said the claim had “no basis.”
- | “Never,” Holt said.
- | “We Will Not Sell,” Holt wrote in a letter to the yard.
- - | “Now Is The Time,” said Maren Holt. “Not tomorrow.”
- | Asked about the price, Lund said it was “too high.”
- | According to the report, the pier is “beyond repair.”
- | The police chief said two men were “of interest.”
- | The mayor praised the crew as “heroes.”
- | Holt told the hearing that she felt “betrayed.”
- | Lund said the ship was “unsinkable.”
- | In a statement, the company said it was “reviewing” the report.
- | “The harbor can wait for a year,” said the mayor.
- | The bishop called for “calm.”
- - | He was “a liar,” Holt said, and his friends were “worse.”
- | The coach said the defeat was “a slap in the face.”
- | The report describes the hull as “paper thin.”
- | What Lund called a “small leak” sank the ferry in an hour.
- | The owner called what she saw “a floating scrapyard.”
- | Holt, who called the wall “pointless,” voted for it in the end.
- | The ministry denounced the “piracy” of the rival fleet, calling it shameful.
- | Lund warned of a “hard winter.”
- | The crew complained of “rotten” food, the inspector said.
- | Amadi wrote that the play was “finished.”
- | “It’s over,” she wrote on Friday.
- | He said he had “no plans” to resign.
- | The board said in a letter that the pier was “safe.”
- | Lund tweeted that the vote was “rigged.”
- | The harbor master said the tide was “higher than we have ever seen it.”
- | She told the court he was “always kind.”
- | The doctor said the boy was “stable.”
- | Holt said she was “delighted.”
- - | Lund called Holt “brave” and Amadi “a coward.”
- | The yard said the delay was “unavoidable.”
- | “Absolutely not,” said Lund.
- | The governor described the flood as “biblical.”
- | The senator said that “thousands” of boats were unlicensed.
- | A spokesman said the ferry was “seaworthy.”
- | The referee was “blind,” according to Lund.
- | Amadi hailed the young actor as “a force of nature.”
- | The fishermen said the quota was “a death sentence.”
- | The minister said the deal was “fair” to both sides.
- | Her neighbor called her “the kindest woman in Ellery.”
- | Holt said the wall would be “a gift to our children.”
- | Lund said it was a “mistake” to close the yard.
- | The captain said visibility was “near zero.”
- | “Stay away from the pier,” the police said.
- | The inspector found the ladder “dangerous,” he told the inquiry.
- | The union said its members were “furious.”
- | The chairman said sales were “encouraging.”
- | Holt insisted the harbor was “not for sale.”
- | The lawyer argued that the law was “vague.”
- | Lund said he was “proud” of the crew.
- | The pilot said the landing was “routine.”
- | The chef said the herring was “perfect” this year.
- | Amadi said her next play would be “funnier.”
- | The teacher said the children were “thrilled.”
- | The farmer called the rain “a blessing.”
- | The ambassador spoke of “a new chapter.”
- | “Go home,” the coach told them.
- | Lund said the wall was “ugly but useful.”
- | The widow said the verdict was “no comfort.”
- | “I am not a crook,” Lund said.
"""


def _cases(table: str) -> list[tuple[list[str], str]]:
    rows = [line.split(" | ", 1) for line in table.strip().splitlines()]
    return [(kinds.split(), copy) for kinds, copy in rows]


def _kinds(copy: str) -> list[str]:
    article = mark(READER.read("a.txt", f"Harbor wall delayed\n\n{copy}\n".encode()), _MARKERS)
    return [str(quote.needs_none) or "-" for quote in article.quotes if quote.kind != "indirect"]


@pytest.mark.parametrize(("kinds", "copy"), _cases(_WORDS))
def test_words_that_need_no_speaker(kinds: list[str], copy: str) -> None:
    assert _kinds(copy) == kinds


@pytest.mark.parametrize(("kinds", "copy"), _cases(_SPEECH))
def test_speech_that_looks_like_them(kinds: list[str], copy: str) -> None:
    assert _kinds(copy) == kinds
