"""What has been read of a byline so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.normalise import byline_scripts, tables


@dataclass(slots=True)
class Draft:
    """What has been read of a line so far; local to one call.

    vouched: a label or a date of the line says that something is signed here.
    """

    language: str | None = None
    vouched: bool = False
    labelled: bool = False
    authors: list[str] = field(default_factory=list)
    initials: list[str] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)
    single: dict[str, str] = field(default_factory=dict)
    strangers: int = 0
    shouted: bool = False
    agencies: bool = False

    def put(self, name: str, value: str | None) -> None:
        """The first value that is printed for a field stays."""
        if value:
            self.single.setdefault(name, value)

    def employ(self, name: str) -> None:
        """Add for whom a person writes: a wire by its canonical name, any other as printed."""
        agency = tables.agency(name)
        wire = agency if agency and agency.type in ("wire", "network") else None
        self.put("agency" if wire else "outlet", wire.name if wire else name)

    def take(self, form: byline_scripts.Signed) -> None:
        """Add what a fixed form of a script without capitals says."""
        self.authors.extend(form.authors)
        self.labelled = True
        self.put("role", form.role)
        self.put("location", form.location)
        self.put("outlet", form.press)
        for name, people in (("photographers", form.photographers), ("editors", form.editors)):
            if people:
                self.people.setdefault(name, []).extend(people)
