"""Where headline and story stand among the blocks, and which lines are near enough to speak of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cleaner.model import Block, Call, Verdict
from cleaner.normalise import dates

# Fewest words of a paragraph that opens a story; shorter lines before it sign, date or caption it.
PROSE_WORDS = 12
# Longest line of labelled dates, in characters.
_LONGEST_STAMP = 120
# A story has ended where this many blocks in a row were dropped.
LONGEST_GAP = 8
# How far from headline and story the lines that sign a story stand.
ABOVE_HEADLINE, BELOW_HEADLINE, ABOVE_STORY, AFTER_STORY = 8, 25, 6, 4
# So near above a headline a date needs no label, and so near below one a line speaks of it though a rule took it for
# a list's entry, unless the list's own heading stands between.
_RIGHT_ABOVE, _RIGHT_BELOW = 2, 8
# near: between headline and story, where a line needs no label to be theirs. above: right above the headline, where
# a bare date may be the story's but bare names are a menu's. far: only a label makes the line the story's.
Standing = Literal["near", "above", "far"]
_LISTS = ("trending", "latest", "related", "columns", "comments", "newsletter", "subscribe", "about")
_FOREIGN = ("trending/", "comments/")


@dataclass(frozen=True, slots=True)
class Layout:
    """headlines: indexes of the headline and its repetitions. start, end: the story's first prose and last kept block;
    both are the number of blocks where nothing is kept. second: index of the story's second prose block, or `end + 1`.
    """

    blocks: Sequence[Block]
    verdicts: Sequence[Verdict]
    headlines: tuple[int, ...]
    start: int
    second: int
    end: int

    def signing(self) -> Iterator[tuple[int, Standing]]:
        """Indexes of lines that may sign or date the story, likeliest first, and how near to it they stand."""
        told: set[int] = set()
        for indexes, standing in self._regions():
            for index in indexes:
                if index in told or index in self.headlines:
                    continue
                if self.speaks(index) or (standing == "near" and self._under_headline(index)):
                    told.add(index)
                    yield index, standing

    def _regions(self) -> Iterator[tuple[Sequence[int], Standing]]:
        """Stretches of lines and how near they stand, likeliest first."""
        above = sorted((index for index in self.headlines if index < self.start), reverse=True)
        for headline in above:
            # The first line of a flattened page is most often its `<title>`, and menus stand below it.
            standing: Standing = "near" if headline or len(above) == 1 else "above"
            yield range(headline + 1, min(self.second, headline + BELOW_HEADLINE)), standing
        if not above or self.start - above[0] > BELOW_HEADLINE:
            yield range(max(0, self.start - ABOVE_STORY), self.second), "near"
        for headline in above:
            right_above = max(0, headline - _RIGHT_ABOVE)
            yield range(headline - 1, right_above - 1, -1), "above"
            yield range(right_above - 1, max(-1, headline - 1 - ABOVE_HEADLINE), -1), "far"
        yield range(max(self.second, self.end - 1), self.tail(AFTER_STORY)), "far"

    def _under_headline(self, index: int) -> bool:
        """Whether this line stands right under a headline and no list's heading parts them."""
        nearest = max((headline for headline in self.headlines if headline < index), default=None)
        if nearest is None or index - nearest > _RIGHT_BELOW or self.blocks[index].kind in ("caption", "table"):
            return False
        return not any(block.marked(*_LISTS, place="line") for block in self.blocks[nearest + 1 : index + 1])

    def closing(self) -> range:
        """Indexes where credits stand: the story's last blocks and those right after it."""
        return range(max(self.start, self.end - 4), self.tail(2 * AFTER_STORY))

    def tail(self, length: int) -> int:
        """Where the lines right after the story stop: after so many, or at the heading of another list."""
        last = min(len(self.blocks), self.end + 1 + length)
        headings = (index for index in range(self.end + 1, last) if self.blocks[index].marked(*_LISTS, place="line"))
        return next(headings, last)

    def story(self) -> Iterator[Block]:
        """Kept blocks of the story but for its headlines."""
        for index in range(self.start, min(self.end + 1, len(self.blocks))):
            if self.verdicts[index].kept and index not in self.headlines:
                yield self.blocks[index]

    def speaks(self, index: int) -> bool:
        """Whether this line speaks of the page's own story: not a headline, caption, comment or entry of a list."""
        block, verdict = self.blocks[index], self.verdicts[index]
        if index in self.headlines or block.kind in ("caption", "table"):
            return False
        return verdict.kept or not any(
            [hit.rule.startswith(_FOREIGN) and hit.call is Call.DROP for hit in verdict.hits]
        )


def lay_out(blocks: Sequence[Block], verdicts: Sequence[Verdict], apart: Collection[int] = ()) -> Layout:
    """The layout of a page; blocks and verdicts run in step. A line that is all date is no headline.

    apart: indexes of blocks that speak about the page and are no part of it (front matter).
    """
    headlines = [b.index for b in blocks if b.headline and b.index not in apart and dates.parse(b.text) is None]
    return placed(blocks, verdicts, tuple(headlines), apart)


def placed(
    blocks: Sequence[Block], verdicts: Sequence[Verdict], headlines: tuple[int, ...], apart: Collection[int] = ()
) -> Layout:
    """The layout below these headlines."""
    kept = [
        v.block.index
        for v in verdicts
        if v.kept and v.block.kind != "caption" and v.block.index not in headlines and v.block.index not in apart
    ]
    below = [index for index in kept if headlines and index > headlines[0]]
    kept = below or kept
    prose = [index for index in kept if _is_prose(blocks[index])] or kept
    if not prose:
        return Layout(blocks, verdicts, headlines, len(blocks), len(blocks), len(blocks))
    start = end = prose[0]
    for index in kept:
        if index - end > LONGEST_GAP:
            break
        end = max(end, index)
    second = next((index for index in prose if index > start), end + 1)
    return Layout(blocks, verdicts, headlines, start, second, end)


def _is_prose(block: Block) -> bool:
    """Long enough, and no line of two dates with their labels (`Published: … | Updated: …`)."""
    if block.words < PROSE_WORDS:
        return False
    return len(block.text) > _LONGEST_STAMP or not block.marked("published", "modified", place="start")
