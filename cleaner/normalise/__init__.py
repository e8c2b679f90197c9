"""What lines say, normalised: datelines, bylines, dates, credits and sources, each parsed on its own.

Every parser has one shape, `parse(text, *, site=None, language=None) -> value | None`: it never raises
for any text, returns None for what it cannot read, and names nobody who does not stand in the text.
`fields.read` finds their lines in a page.
"""
