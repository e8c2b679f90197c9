"""Columns said in words: what a reader sees of the learned weights."""

from __future__ import annotations

import re
from functools import cache

from cleaner.decide.signs import Sign, closing
from cleaner.model import Block

_SAID = {
    "words": "its length",
    "characters": "its length",
    "ends": "how it ends",
    "opens": "how it opens",
    "sentences": "its number of sentences",
    "words a sentence": "the length of its sentences",
    "commas": "its commas",
    "comma share": "its commas",
    "capitalised": "its share of capitalised words",
    "capitals": "its share of capitals",
    "digits": "its share of digits",
    "punctuation": "its punctuation",
    "bars": "its separators",
    "quotes": "its quotation marks",
    "symbols": "its symbols",
    "colons": "its colons",
    "word length": "the length of its words",
    "brackets": "its brackets",
    "tail": "what stands behind its last sentence",
    "cut off": "it is cut off",
    "copyright sign": "a copyright sign in it",
    "date": "a date in it",
    "address": "an address in it",
    "kind": "the kind of block it is",
    "gap": "the blank lines around it",
    "gap after": "the blank lines around it",
    "any mark": "a furniture phrase",
    "drop": "a rule against it",
    "keep": "a rule for it",
    "position": "its place on the page",
    "from top": "its place on the page",
    "to end": "its place on the page",
    "words above": "its place on the page",
    "blocks": "the size of the page",
    "page words": "the size of the page",
    "prose": "it reads as prose",
    "after headline": "its distance from the headline",
    "is headline": "it is the headline",
    "prose above": "the prose above it",
    "prose below": "the prose below it",
    "from prose": "its distance from the prose above",
    "to prose": "its distance from the prose below",
    "drops above": "how much furniture stands above it",
    "drops below": "how much furniture stands below it",
    "page drop": "how much of the page is furniture",
    "page prose": "how much of the page is prose",
    "page keep": "how much of the page rules speak for",
    "page mean": "the lengths of the page's lines",
    "page dates": "the dates on the page",
    "language known": "the language",
    "unspaced": "the script",
    "repeated": "it stands on the page more than once",
    "run length": "a run of lines alike",
    "in run": "a run of lines alike",
    "rhythm": "lines that come again at one distance",
    "function words": "its share of function words",
    "core words": "the words it shares with the page's prose",
    "title words": "the words it shares with the headline",
    "new words": "words that stand nowhere else on the page",
    "story part above": "how much of the story stands above it",
    "story words above": "how much of the story stands above it",
    "story words below": "how much of the story stands below it",
    "page story words": "how much of the page is story",
    "page story part": "how much of the page is story",
    "from sure": "its distance from what is surely story",
    "to sure": "its distance from what is surely story",
    "from junk": "its distance from what is surely furniture",
    "to junk": "its distance from what is surely furniture",
    "junk since sure": "furniture between it and the story",
    "junk until sure": "furniture between it and the story",
    "sure words": "the words it shares with the surest story lines",
    "stretch words": "the words it shares with the story's main stretch",
    "junk words": "the words it shares with the furniture",
    "own vocabulary": "its number of words that tell",
    "page sure part": "how much of the page is story",
    "page sure blocks": "how much of the page is story",
    "rank": "how story-like it is beside the other lines",
    "page doubt": "how clear the page is",
    "chosen": "trafilatura's choice of main content",
    "chosen above": "trafilatura's choice around it",
    "chosen below": "trafilatura's choice around it",
    "chosen from": "its place beside trafilatura's choice",
    "chosen to": "its place beside trafilatura's choice",
    "page chosen": "how much of the page trafilatura chose",
    "links": "its share of links",
    "links above": "the links around it",
    "links below": "the links around it",
    "level": "its heading level",
    "hidden": "the markup hides it",
    "depth": "how deep its element lies",
}
_WINDOW = re.compile(r"(?P<name>words|prose|short|open|drop|keep|date|any mark) (?P<side>above|below) \d+")
_WINDOWED = {
    "words": "the lengths of the lines {}",
    "prose": "how much prose stands {}",
    "short": "short lines {}",
    "open": "unfinished lines {}",
    "drop": "furniture that rules found {}",
    "keep": "story that rules found {}",
    "date": "dates {}",
    "any mark": "furniture phrases {}",
}


_BY_FAMILY = {
    "mark": "a furniture phrase ({})",
    "rule": "rule {}",
    "tag": "its element <{}>",
    "inside": "it stands inside <{}>",
    "class": "its class or id word `{}`",
    "since": "its distance from the {} heading above",
    "until": "its distance from the {} heading below",
    "story": "how story-like the lines around it are",
    "stories": "how story-like the lines around it are",
    "stretch": "its place beside the story's main stretch",
    "wide": "its place beside the story's main stretch",
    "first": "its neighbours' and its own first score",
}


@cache  # some hundred columns in all
def say(column: str) -> str:
    """A column in words, for explanations."""
    family, _, rest = column.partition(" ")
    if column in _SAID:
        return _SAID[column]
    window = _WINDOW.fullmatch(column)
    if window:
        return _WINDOWED[window["name"]].format(f"{window['side']} it")
    if family in _BY_FAMILY:
        return _BY_FAMILY[family].format(rest.replace("_", " "))
    return f"the line {'before' if column[-2] == '-' else 'after'} it"


def measure(block: Block) -> str:
    """The block's own shape in words: `5 words, no sentence end`."""
    said = {Sign.END: "ends a sentence", Sign.STOP: "ends a sentence", Sign.COLON: "ends in a colon"}
    closes = closing(block.text)
    ends = said.get(closes, "ends in a comma" if closes is Sign.COMMA else "no sentence end")
    return f"{block.words} word{'' if block.words == 1 else 's'}, {ends}"
