"""Every threshold of the decision, each with its reason. Weights stand in `text.json` and `html.json` beside it."""

# The surest hit of the verdict's own side names it from here on, even where other evidence weighed more: a
# reader asks which rule took a line before he asks for sums.
NAMING_WEIGHT = 0.3

# The loss guard. A page of which less than this share of its sentences is kept, while what would go reads
# like story, keeps what goes. DCLM's rule (Li et al. 2024, appendix on text extraction) is the crude form: it
# refuses to drop a document's lines when more than 5 % of its words would go.
LEAST_PROSE_KEPT = 0.3
SENTENCE_WORDS = 8  # a block this long that ends a sentence may be a paragraph
GUARD_SCORE = -1.5  # log-odds: what scores below it does not read like story

# When unsure, keep: a sentence that lost by no more than this, within so many blocks of the story.
UNSURE_SCORE = -1.4
SPEAKS_FOR = 0.5  # a KEEP hit this sure lets a shorter one stay too
BESIDE = 6
# Right below story, with one block between them at most, it may lose by more: a story of a few short paragraphs looks
# to the weights as if it ended at the first link amid it. No set moves by more than 0.15 points of F1.
GOES_ON_SCORE = -2.2
RIGHT_BELOW = 2

# The rules' own voice, in log-odds: of the hits on a block the surest one against it and the surest one for it
# speak; those of rules that the weights know, at this share. Boosted trees weigh such a rule among all else: its full
# voice cost 0.2 points on all kinds of pages and 0.6 of a story's text cleaned again; without any, a share button below
# a short clean text stayed.
LEARNED_VOICE = 0.5
SURE_HIT = 0.75
VOICE_DROP, VOICE_KEEP = 1.5, 0.7
UNSURE_DROP, UNSURE_KEEP = 0.45, 0.28
# Rules whose full word settles the matter: the headline stands in the title once, though some labelled
# sets count its repeats as story.
SETTLING = {"repeats/repeated-title": 8.0, "repeats/site-template": 8.0}
SETTLING_CONFIDENCE = 0.9
# Rules that no labelled page could teach the weights: they speak by their own voice alone. Shown to the trees as one
# rule more, this one cost up to a point of recall on lines beside those that it named.
UNLEARNED = frozenset({"repeats/site-template"})

# The guard of clean text. A DROP hit this sure names furniture; a text that would lose no more than this
# share of its words was clean before (half of DCLM's 5 %, since whole lines are at stake here).
NAMES_FURNITURE = 0.6
CLEAN_SHARE = 0.025

# How many of the strongest columns are put in words for a reader; those said alike are added up.
EVIDENCE_COLUMNS = 8

# A page is looked at again only where a kept line scored below this, in log-odds: of 291 flattened pages two lost a
# line in the second look, and both lines had scored below 0.5.
SURELY_KEPT = 0.5

# Looks at what is left of a flattened text before its decision stands; one is enough on nearly every page.
MOST_LOOKS = 3
