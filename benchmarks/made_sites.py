"""Ten invented stories in the frames of three invented sites: what templates may take, and what they must leave.

Every site prints its slogan above each story, and the first story quotes it, in a line of its own too; two stories
end in the same paragraph; all of the Courier's stories have the same labels between their paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from benchmarks.suites import Form, Item, Suite

_BACKGROUND = (
    "The island has been without a doctor since the spring of last year, when the last one retired and moved to her "
    "daughter's on the mainland."
)

# {slogan} is the site's own.
STORIES: tuple[tuple[str, ...], ...] = (
    (
        "Painter leaves three words on the pier",
        "A painter from the mainland put one sentence on the wall of the pier on Tuesday night, and by the "
        "morning the whole town had an opinion of it.",
        "{slogan}",
        'Nobody knew at first what the words were meant to say. "{slogan} That is what my grandmother used to '
        'answer when we asked her for a story," the painter told the harbour master.',
        "The council will decide in May whether the wall is to be washed. Until then the words will stay, it said.",
    ),
    (
        "Ferry returns after nine days in the yard",
        "The ferry to Lundholm sailed again on Monday, nine days after a storm had torn its ramp away and left "
        "the four hundred people of the island without a boat.",
        '"We had milk, we had bread, but we had no mail," said Marit Olsen, who has kept the only shop since her '
        "mother gave it up.",
        "The county said that the repair had cost two million and that a second boat would be chartered.",
        _BACKGROUND,
    ),
    (
        "Nurse holds the island's first clinic in a boathouse",
        "On Thursdays the boathouse smells of tar and of soap, for on Thursdays Inga Dahl puts up her folding "
        "table between the oars and asks the first of her patients to sit down.",
        "She sees about thirty people a day, most of them for their blood pressure, and some because they like to "
        "talk.",
        _BACKGROUND,
    ),
    (
        "Baker wins the spring fair with a loaf of rye",
        "A baker from Aldermoor took the first prize at the spring fair on Saturday with a loaf of rye and sea "
        "salt that the jury called the plainest thing on the table.",
        "Jonas Brekke has baked the same loaf for thirty years. He had never entered it before, he said, because "
        "he did not know that bread could be entered for anything.",
        "The prize is a copper pan and a hundred crowns.",
    ),
    (
        "School bell falls silent until the autumn",
        "The bell of the old school will not ring again before the autumn, the head teacher said on Friday, for "
        "its rope has been stolen and a new one must be spun.",
        "Pupils are now called in by a trumpet, which two of them play by turns. Neither has had lessons.",
        "The police have no trace of the rope. It is eleven metres long and smells of pigeons, according to the "
        "report.",
    ),
    (
        "Otters come back to the weir below the mill",
        "Three otters were seen at the weir on Sunday night by a watchman who had come to mend a lamp, the first "
        "in the valley for forty years.",
        "Biologists had given the river up after the tannery burned down. They now think that the animals came "
        "over the hills from the east, where the brooks have been clean for longer.",
        'Anglers were less pleased. "They eat what we eat, and they get up earlier," one of them said.',
    ),
    (
        "Choir sings to the miners on their last shift",
        "When the cage came up for the last time on Wednesday, the choir of the valley stood in the yard and sang "
        "to the forty men who stepped out of it.",
        "The mine has been worked since 1874. It closes because the seam is spent, not because nobody wants its "
        "ore, the company's engineer said.",
        "Half of the men have found work on the railway; the others will be paid until Christmas.",
    ),
    (
        "Library lends out its windows for the summer",
        "Who wants to look at the sea may borrow a window of the town library from June, with a chair, a rug and "
        "a lamp, for up to three hours.",
        "The idea came from a reader who had asked whether she might reserve the seat by the stove. The librarian "
        "thought it over and found that nothing in the rules forbade it.",
        "All windows are taken until the second week of July.",
    ),
    (
        "Bus driver finds a cello and its owner",
        "A cello that was left on the night bus to Varrow has been given back to its owner, who had walked "
        "nineteen kilometres along the line and asked at each stop.",
        'The driver, Tove Lind, had strapped it into the seat behind her own. "It is the best passenger I have '
        'had this year," she said on Tuesday.',
        "The owner played for her at the terminus, to an audience of two and a dog.",
    ),
    (
        "Town votes for the old clock and against the right time",
        "The clock on the market square will go on being seven minutes slow, the town decided by 812 votes to 640 "
        "in a poll on Sunday.",
        "Those in favour said that everybody had got used to it. Those against had asked for an electric "
        "movement, which the owner of the pharmacy had offered to pay for.",
        "The mayor voted with the majority. She arrived after the poll had closed, but her vote had been sent by post.",
    ),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a site prints around its stories, and between their paragraphs.

    box: lines that interrupt a story after its second paragraph. labels: stand between a story's paragraphs, and are
    part of it.
    """

    site: str
    slogan: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    box: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


FRAMES = (
    Frame(
        "courier.example",
        "Every wave is news.",
        ("The Harbour Courier", "Every wave is news.", "Boats and people", "Tide room", "Letters to the quay"),
        ("Walk with us", "Lantern club", "The Courier is printed on the island and belongs to those who read it.",
         "Who finds a mistake may keep it, or send it to the editors, who will hang it on the wall of the tide room "
         "beside the others and print the right words on the next day."),
        labels=("What happened", "What comes next"),
    ),
    Frame(
        "valleypost.example",
        "We were there before the train.",
        ("Valley Post", "We were there before the train.", "Uphill", "Downhill", "Across", "Today's bread: 3 crowns"),
        ("Stories that others liked to carry home", "Uphill once more", "The Post goes by foot",
         "A paper for people on their way, and for those who wait for them at the window.", "Box 4, Lower Bridge"),
        box=("Carry the Post home", "Four crowns a month, one for the mule", "I will carry it", "Not today"),
    ),
    Frame(
        "stovepaper.example",
        "Warm until the evening.",
        ("Stove Paper", "Warm until the evening.", "Kindling", "Embers", "Ash"),
        ("This paper burns well. We ask our readers to finish it first, and to leave the puzzle to whoever comes down "
         "to the kitchen last in the morning.", "Kindling of the week", "Bring us wood", "Chimney hours 7 to 9"),
        box=("Read aloud by Aunt Signe", "Begin", "Wait", "Again from the start"),
    ),
)  # fmt: skip


def suites() -> Iterator[Suite]:
    """The thirty pages as flattened text and as HTML; their gold is the story without its title."""
    forms: tuple[Form, ...] = ("flat", "html")
    for form in forms:
        items = [_item(frame, number, form) for frame in FRAMES for number in range(len(STORIES))]
        yield Suite(f"made.{form}", "bodies", form, tuple(items))


def _item(frame: Frame, number: int, form: Form) -> Item:
    title, first, *rest = [part.replace("{slogan}", frame.slogan) for part in STORIES[number]]
    labelled = [line for pair in zip_longest(frame.labels, rest) for line in pair if line]
    story = [first, *labelled]
    lines = [*frame.above, title, *story[:2], *frame.box, *story[2:], *frame.below]
    gold = {"id": f"{frame.site}/{number}", "site": frame.site, "title": title, "text": "\n\n".join(story)}
    return Item(gold["id"], "\n\n".join(lines) if form == "flat" else _markup(lines, title), gold)


def _markup(lines: list[str], title: str) -> str:
    """Without any word in class names: what a page builder leaves."""
    parts = [f"<h1>{escape(line)}</h1>" if line == title else f"<div>{escape(line)}</div>" for line in lines]
    return f"<html><head><title>{escape(title)}</title></head><body>{''.join(parts)}</body></html>"
