"""Features said in words: what a reader sees of the learned weights."""

from __future__ import annotations

from functools import lru_cache

from cleaner.decide import structure
from cleaner.model import Block

# By the feature's name up to `=`; `{}` takes what stands behind it, bounds put in words.
_SAID = {
    "length": "its length",
    "length+ends": "its length and how it ends",
    "ends": "how it ends",
    "kind": "it is a {}",
    "opens": "how it opens",
    "sentences": "its number of sentences",
    "commas": "its commas",
    "capitals": "its share of capitalised words",
    "digits": "its share of digits",
    "holds": "a {} in it",
    "shouts": "it is in capitals",
    "quotes": "it quotes somebody",
    "mark": "a furniture phrase ({})",
    "previous": "the line before it",
    "next": "the line after it",
    "second previous": "the lines before it",
    "second next": "the lines after it",
    "between": "the lengths of the lines around it",
    "prose around": "how much prose stands around it",
    "prose around+length": "how much prose stands around it",
    "words in 3": "the lengths of the lines around it",
    "words in 10": "the lengths of the lines around it",
    "gap": "the blank lines before it",
    "position": "its place on the page",
    "headline": "it stands above the headline",
    "after headline": "its distance from the headline",
    "is headline": "it is the headline",
    "prose before": "the prose above it",
    "prose after": "the prose below it",
    "from prose": "its distance from the prose above",
    "to prose": "its distance from the prose below",
    "no prose": "a page without prose",
    "repeated": "it stands on the page more than once",
    "core words": "the words it shares with the page's prose",
    "title words": "the words it shares with the headline",
    "function words": "its share of function words",
    "language": "an unknown language",
    "under": "the heading above it ({})",
    "first": "its own features",
    "first+length": "its own features",
    "best near": "how story-like its neighbours are",
    "stretch": "its place beside the story's main stretch",
    "stretch+first": "its place beside the story's main stretch",
    "sure words": "the words it shares with the surest story lines",
    "story share": "how much of the page is story",
    "story words": "how much of the page is story",
    "chosen": "trafilatura's choice of main content",
    "chosen+length": "trafilatura's choice of main content",
    "chosen around": "trafilatura's choice around it",
    "chosen span": "its place beside trafilatura's choice",
    "links": "its share of links",
    "links+length": "its share of links",
    "tag": "its element <{}>",
    "inside": "it stands inside <{}>",
    "class": "its class or id word `{}`",
    "level": "its heading level",
    "hidden": "the markup hides it",
}


@lru_cache(maxsize=8_192)  # some thousand features in all, said again on every page
def say(feature: str) -> str:
    """A feature in words, for explanations."""
    name, _, value = feature.partition("=")
    if name.startswith(("rule", "keep")):
        return f"rule {value}"
    if name.startswith(("above ", "below ", "around ")):
        side = name.split()[0]
        return f"how story-like the lines {side} it are" if side != "around" else "how story-like its neighbours are"
    return _SAID[name].format(value.split("|")[0].replace(":", ", "))


def measure(block: Block) -> str:
    """The block's own shape in words: `5 words, no sentence end`."""
    ends = structure.shape(block).ends
    said = {"sentence": "ends a sentence", "colon": "ends in a colon", "comma": "ends in a comma"}.get(
        ends, "no sentence end"
    )
    return f"{block.words} word{'' if block.words == 1 else 's'}, {said}"
