"""Which columns somebody chose, in which order and how wide, and how the list is sorted: kept on this computer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from buurtapp.features.people.ui.columns import BY_KEY, KINDS, STANDARD

_VERSION = "1"
NARROWEST, WIDEST = 40, 800
"""Pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`shown` are keys of columns in their order, the name always among them; `widths` pixels at 100 % by key."""

    shown: tuple[str, ...] = STANDARD
    widths: tuple[tuple[str, int], ...] = ()
    order: str = "place"
    down: bool = False

    @property
    def fits_itself(self) -> bool:
        """Whether nothing was added to the standard: then columns leave from the right when there is no room."""
        return set(self.shown) <= set(STANDARD) and not self.widths

    def width_of(self, key: str) -> int | None:
        """Return how wide somebody made a column; None when nobody did."""
        return dict(self.widths).get(key)

    def with_width(self, key: str, width: int) -> Layout:
        """Return the layout with a column as wide as this."""
        kept = dict(self.widths) | {key: min(max(width, NARROWEST), WIDEST)}
        return replace(self, widths=tuple(kept.items()))

    def with_shown(self, shown: tuple[str, ...]) -> Layout:
        """Return the layout with these columns; the name cannot be left out."""
        return replace(self, shown=shown if "name" in shown else ("name", *shown))

    def moved(self, key: str, by: int) -> Layout:
        """Return the layout with a column one place further (1) or back (-1); as it is where that cannot be."""
        if key not in self.shown:
            return self
        at = self.shown.index(key)
        there = at + by
        if not 0 <= there < len(self.shown):
            return self
        others = [one for one in self.shown if one != key]
        others.insert(there, key)
        return replace(self, shown=tuple(others))

    def standard(self) -> Layout:
        """Return the columns as they came, sorted as they are now."""
        return Layout(order=self.order, down=self.down)

    def written(self) -> str:
        """Return the layout as one word for the settings; empty for the standard one."""
        if self == Layout():
            return ""
        widths = ",".join(f"{key}={width}" for key, width in self.widths)
        return "|".join((_VERSION, ",".join(self.shown), widths, f"{'-' if self.down else ''}{self.order}"))


def read_layout(written: str) -> Layout:
    """Return what was kept; what is unknown, damaged or of another version is left out without a word."""
    parts = written.split("|")
    if len(parts) != 4 or parts[0] != _VERSION:
        return Layout()
    shown = tuple(dict.fromkeys(key for key in parts[1].split(",") if key in BY_KEY))
    made = Layout().with_shown(shown) if shown else Layout()
    for pair in parts[2].split(","):
        key, _mark, width = pair.partition("=")
        if key in BY_KEY and width.isdecimal() and len(width) < 6:
            made = made.with_width(key, int(width))
    order = parts[3].removeprefix("-")
    if order in {kind.sort for kind in KINDS}:
        made = replace(made, order=order, down=parts[3].startswith("-"))
    return made
