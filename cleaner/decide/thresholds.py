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

# The rules' own voice, in log-odds, added to the learned sum: of the hits on a block the surest one against
# it and the surest one for it speak. Learned weights alone are spread over features that come together, and
# a rule that is right nineteen times in twenty was outvoted by its neighbours' length. Cross-validated by
# site, 1.5 and 0.7 won 0.3 to 0.5 points on news and 1.7 of junk on real dumps; 2.5 and 1.0 won no more.
SURE_HIT = 0.75
VOICE_DROP, VOICE_KEEP = 1.5, 0.7
# Rules that were right on at least 98 of 100 words they were sure of, over the flattened labelled pages.
TRUSTED = frozenset({
    "consent/cookie", "footer/about-line", "footer/after-copyright", "footer/terms-bar", "navigation/menu-line",
    "navigation/separator", "navigation/short-run", "promo/newsletter", "social/follow-us", "social/share-bar",
    "trending/ranked-list",
})  # fmt: skip
VOICE_TRUSTED = 2.5
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
