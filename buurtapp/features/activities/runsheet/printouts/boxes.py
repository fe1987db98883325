"""What stands below the jobs: whom to ring, what to bring, emergencies, plan B, and what is filled in afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from buurtapp.core.geometry import TextField
from buurtapp.core.i18n import _
from buurtapp.features.activities.runsheet.printouts import measures as m
from buurtapp.features.activities.runsheet.printouts.icons import draw_icon
from buurtapp.features.activities.runsheet.records import PaperSheet, Phoned
from buurtapp.features.activities.runsheet.rules import lines_of
from buurtapp.features.people.printouts.list_frame import POINT_MM, Fitted, Type, draw_lines, fitted
from buurtapp.printing import fonts
from buurtapp.printing.pen import Pen

_TITLE_MM, _PAD_MM, _ICON_MM = 8.5, 2.6, 4.6
_SIZE, _SMALLEST = 9.5, 7.5
_PITCH_MM = 4.7
_THING_BOX_MM, _THING_MM = 3.4, 5.2
_MOST_THINGS, _MOST_LINES = 24, 8
_AFTER_MM = 21.0
_FIELD_MM = 7.5


@dataclass(frozen=True, slots=True)
class Phones:
    """The box with whom to ring."""

    lines: tuple[tuple[Fitted, str], ...]
    wide_mm: float

    @classmethod
    def of(cls, people: Sequence[Phoned], wide_mm: float) -> Phones:
        """Lay out names, and numbers at the right."""
        made = []
        for one in people:
            number = fonts.width(one.phone, fonts.face("text", 700), _SIZE) * POINT_MM
            told = f"{one.name} ({one.why})" if one.why else one.name
            room = wide_mm - 2 * _PAD_MM - number - 2.0
            made.append((fitted(told, Type(fonts.face("text"), _SIZE, _SMALLEST), room, 8.0), one.phone))
        return cls(tuple(made), wide_mm)

    @property
    def height_mm(self) -> float:
        """How high the box is."""
        lines = sum(max(_PITCH_MM, line.height_mm + 0.6) for line, _phone in self.lines)
        return _TITLE_MM + max(lines, 2 * _PITCH_MM) + _PAD_MM

    def draw(self, pen: Pen, x: float, y: float, high: float) -> None:
        """Draw the box as high as its neighbours."""
        pen.frame(x, y, self.wide_mm, high, 0.3, 0.0, radius_mm=1.6)
        _draw_title(pen, "phone", _("Whom do I ring?"), x, y)
        at = y + _TITLE_MM
        for line, phone in self.lines:
            draw_lines(pen, line, x + _PAD_MM, at, m.INK)
            base = at + _SIZE * 0.94 * POINT_MM
            pen.text(phone, x + self.wide_mm - _PAD_MM, base, fonts.face("text", 700), _SIZE, "right")
            at += max(_PITCH_MM, line.height_mm + 0.6)


@dataclass(frozen=True, slots=True)
class Things:
    """The box with what to bring, each with a box to tick by hand; two beside each other."""

    cells: tuple[Fitted, ...]
    wide_mm: float

    @classmethod
    def of(cls, supplies: str, wide_mm: float) -> Things:
        """Lay out the things."""
        kind = Type(fonts.face("text"), 9.0, 7.0)
        room = (wide_mm - 3 * _PAD_MM) / 2 - _THING_BOX_MM - 1.5
        return cls(tuple(fitted(one, kind, room, 8.0) for one in lines_of(supplies)[:_MOST_THINGS]), wide_mm)

    def _rows(self) -> list[tuple[float, list[Fitted]]]:
        half = (len(self.cells) + 1) // 2
        rows = []
        for at in range(half):
            pair = [self.cells[at], *self.cells[at + half : at + half + 1]]
            rows.append((max(_THING_MM, *(cell.height_mm + 0.8 for cell in pair)), pair))
        return rows

    @property
    def height_mm(self) -> float:
        """How high the box is."""
        return _TITLE_MM + sum(high for high, _pair in self._rows()) + _PAD_MM - 1.0

    def draw(self, pen: Pen, x: float, y: float, high: float) -> None:
        """Draw the box as high as its neighbours."""
        pen.frame(x, y, self.wide_mm, high, 0.3, 0.0, radius_mm=1.6)
        _draw_title(pen, "tools", _("What to bring"), x, y)
        at, column = y + _TITLE_MM, (self.wide_mm - _PAD_MM) / 2
        for tall, pair in self._rows():
            for number, cell in enumerate(pair):
                left = x + _PAD_MM + number * column
                pen.frame(left, at + 0.2, _THING_BOX_MM, _THING_BOX_MM, 0.2)
                draw_lines(pen, cell, left + _THING_BOX_MM + 1.5, at, m.INK)
            at += tall


@dataclass(frozen=True, slots=True)
class Emergency:
    """The box for an emergency, with a heavy line; lines to write on where nothing was filled in."""

    lines: tuple[Fitted, ...]
    wide_mm: float

    @classmethod
    def of(cls, words: str, wide_mm: float) -> Emergency:
        """Lay out what to do."""
        told = lines_of(words)[:_MOST_LINES] or (
            _("AED: ………………………"),
            _("First aid: …………………"),
            _("Assembly point: …………"),
        )
        kind = Type(fonts.face("text"), _SIZE, _SMALLEST)
        return cls(tuple(fitted(one, kind, wide_mm - 2 * _PAD_MM, 13.0) for one in told), wide_mm)

    @property
    def height_mm(self) -> float:
        """How high the box is."""
        return _TITLE_MM + sum(max(_PITCH_MM, line.height_mm + 0.6) for line in self.lines) + _PAD_MM - 1.0

    def draw(self, pen: Pen, x: float, y: float, high: float) -> None:
        """Draw the box as high as its neighbours."""
        pen.frame(x, y, self.wide_mm, high, 0.7, 0.0, radius_mm=1.6)
        _draw_title(pen, "care", _("Emergency: call 112"), x, y, self.wide_mm)
        at = y + _TITLE_MM
        for line in self.lines:
            draw_lines(pen, line, x + _PAD_MM, at, m.INK)
            at += max(_PITCH_MM, line.height_mm + 0.6)


def _draw_title(  # noqa: PLR0913 - an icon and words in a box
    pen: Pen, icon: str, words: str, x: float, y: float, wide: float = 100.0
) -> None:
    draw_icon(pen, icon, x + _PAD_MM, y + 2.2, _ICON_MM)
    made = fitted(words, Type(fonts.face("display", 800), 11.5, 9.0), wide - 2 * _PAD_MM - _ICON_MM - 1.5, 5.5)
    draw_lines(pen, made, x + _PAD_MM + _ICON_MM + 1.5, y + 2.3, m.INK)


@dataclass(frozen=True, slots=True)
class Trio:
    """The three boxes beside each other; without things to bring there are two."""

    boxes: tuple[Phones | Things | Emergency, ...]
    fields: tuple[TextField, ...] = ()

    @classmethod
    def of(cls, sheet: PaperSheet) -> Trio:
        """Lay out the boxes."""
        has_things = bool(lines_of(sheet.facts.supplies))
        room = m.WIDTH_MM - 2 * m.GAP_MM
        half = (m.WIDTH_MM - m.GAP_MM) / 2
        widths = (room * 0.355, room * 0.355, room * 0.29) if has_things else (half, 0.0, half)
        things = (Things.of(sheet.facts.supplies, widths[1]),) if has_things else ()
        return cls((Phones.of(sheet.phones, widths[0]), *things, Emergency.of(sheet.facts.emergency, widths[2])))

    @property
    def height_mm(self) -> float:
        """How high the highest is."""
        return max(box.height_mm for box in self.boxes)

    def draw(self, pen: Pen, y: float) -> tuple[TextField, ...]:
        """Draw the boxes; nothing in them is read back."""
        x = m.LEFT_MM
        for box in self.boxes:
            box.draw(pen, x, y, self.height_mm)
            x += box.wide_mm + m.GAP_MM
        return ()


@dataclass(frozen=True, slots=True)
class PlanB:
    """The box with what is done when it cannot go on as planned."""

    words: Fitted
    label: Fitted = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the label."""
        bold = Type(fonts.face("text", 700), 10.0, 9.0)
        object.__setattr__(
            self, "label", fitted(_("Plan B, when it cannot go on like this:"), bold, m.WIDTH_MM - 20.0, 5.0)
        )

    @classmethod
    def of(cls, sheet: PaperSheet) -> PlanB | None:
        """Lay out the box; None when there is no plan B."""
        told = " ".join(sheet.facts.plan_b.split())
        if not told:
            return None
        return cls(fitted(told, Type(fonts.face("text"), 10.0, 8.0), m.WIDTH_MM - 20.0, 30.0))

    @property
    def height_mm(self) -> float:
        """How high it is."""
        return max(12.0, self.label.height_mm + self.words.height_mm + 5.0)

    def draw(self, pen: Pen, y: float) -> tuple[TextField, ...]:
        """Draw the box."""
        pen.frame(m.LEFT_MM, y, m.WIDTH_MM, self.height_mm, 0.3, 0.0, radius_mm=1.6)
        draw_icon(pen, "umbrella", m.LEFT_MM + 3.5, y + self.height_mm / 2 - 3.5, 7.0)
        draw_lines(pen, self.label, m.LEFT_MM + 15.0, y + 2.4, m.INK)
        draw_lines(pen, self.words, m.LEFT_MM + 15.0, y + 2.4 + self.label.height_mm, m.INK)
        return ()


@dataclass(frozen=True, slots=True)
class Afterwards:
    """The box that is filled in afterwards and read back: how many came, what went well, what next time."""

    height_mm: float = _AFTER_MM

    def draw(self, pen: Pen, y: float) -> tuple[TextField, ...]:
        """Draw the box; return where is written."""
        pen.frame(m.LEFT_MM, y, m.WIDTH_MM, self.height_mm, 0.3, 0.0, radius_mm=1.6)
        _draw_title(pen, "check", _("To fill in afterwards"), m.LEFT_MM, y)
        plain = fonts.face("text")
        base = y + self.height_mm - 4.2
        x = m.LEFT_MM + _PAD_MM
        x += pen.text(_("Came, all together:"), x, base, plain, 10) + 1.5
        fields = [TextField("head_count", round(x, 3), round(base - 6.0, 3), 14.0, _FIELD_MM, {"field": "head_count"})]
        pen.rule(x, base + 0.8, x + 14.0, base + 0.8, 0.25)
        left = max(x + 18.0, m.LEFT_MM + 62.0)
        wide = (m.RIGHT_MM - _PAD_MM - left - 6.0) / 2
        for name, label in (("went_well", _("This went well:")), ("next_time", _("Different next time:"))):
            pen.text(label, left, y + 8.0, plain, 10)
            fields.append(TextField(name, round(left, 3), round(y + 9.0, 3), round(wide, 3), 8.6, {"field": name}))
            pen.rule(left, base + 0.8, left + wide, base + 0.8, 0.25)
            left += wide + 6.0
        return tuple(fields)


Block = Trio | PlanB | Afterwards


def cut_in(block: Block) -> list[str]:
    """Return the beginnings of what could not be printed in full."""
    if isinstance(block, PlanB):
        made = [block.words]
    elif isinstance(block, Trio):
        made = [words for box in block.boxes for words in _words_in(box)]
    else:
        made = []
    return [words.lines[0].text for words in made if words.is_cut and words.lines]


def _words_in(box: Phones | Things | Emergency) -> tuple[Fitted, ...]:
    if isinstance(box, Phones):
        return tuple(line for line, _phone in box.lines)
    return box.cells if isinstance(box, Things) else box.lines


def blocks_of(sheet: PaperSheet) -> list[Block]:
    """Return what stands below the jobs, in its order."""
    plan_b = PlanB.of(sheet)
    return [Trio.of(sheet), *([plan_b] if plan_b is not None else []), Afterwards()]
