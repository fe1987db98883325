"""The columns and rows of a list of people: how wide and how high each is, and on which page. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import _
from buurtapp.features.people.papers import PeopleListJob
from buurtapp.features.people.printouts.list_frame import Fitted, Type, fitted, plate_height_mm, plate_of
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.printing import fonts

PADDING_MM = 1.2
ROW_MM, TICK_ROW_MM, SIGNATURE_ROW_MM = 6.8, 8.0, 10.5
MARK_GAP_MM = 2.5
_TALLEST_MM = 78.0
AROUND_MM = 2.0
_MOST_UPRIGHT = 4
_HEADING_ABOVE_MM, _HEADING_BELOW_MM = 2.4, 1.4


@dataclass(frozen=True, slots=True)
class _Width:
    """How a column takes its width: at least, at most, and its share of what is left over."""

    least: float
    most: float
    share: float = 0.0


_WIDTHS = {
    "house": _Width(17.0, 17.0),
    "name": _Width(38.0, 84.0, 3.0),
    "address": _Width(36.0, 70.0, 2.6),
    "phone": _Width(33.0, 33.0),
    "email": _Width(38.0, 76.0, 3.0),
    "labels": _Width(26.0, 60.0, 1.6),
    "note": _Width(30.0, 200.0, 3.0),
    "tick": _Width(11.0, 11.0),
    "signature": _Width(34.0, 75.0, 1.6),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column from its left to its right line."""

    field: str
    from_mm: float
    to_mm: float

    @property
    def room_mm(self) -> float:
        """How much of it words may take."""
        return self.to_mm - self.from_mm - 2 * PADDING_MM


@dataclass(frozen=True, slots=True)
class Heading:
    """The sign above the people of a street; `continued` on a page where the street goes on."""

    words: Fitted
    street: str
    people: int
    continued: bool = False

    @property
    def height_mm(self) -> float:
        """How high it is, with the white around it."""
        return plate_height_mm(self.words) + _HEADING_ABOVE_MM + _HEADING_BELOW_MM

    @property
    def sign_from_mm(self) -> float:
        """How far below its top the sign begins."""
        return _HEADING_ABOVE_MM


@dataclass(frozen=True, slots=True)
class ListRow:
    """One person: the words in each column that has words, whether they are to be left alone, how high it is.

    `line_mm` is how high a row is at least: what fits in it stands in the middle of that, also in a higher row.
    """

    cells: tuple[Fitted | None, ...]
    mark: Fitted | None
    mark_beside: bool
    line_mm: float
    height_mm: float

    def top_mm(self, block_mm: float) -> float:
        """Return how far below the top of the row words begin that are so high."""
        return max((self.line_mm - block_mm) / 2, AROUND_MM / 2)


Item = Heading | ListRow


def fields_of(job: PeopleListJob) -> tuple[str, ...]:
    """Return the columns in their order: by street the house number stands before the name.

    A box to tick stays at the very left when it was chosen first.
    """
    chosen = tuple(dict.fromkeys(job.fields))
    first = chosen[:1] if chosen[:1] == ("tick",) else ()
    rest = chosen[len(first) :]
    if not job.by_street:
        return (*first, "name", *rest)
    house = ("house",) if "address" in chosen else ()
    return (*first, *house, "name", *(field for field in rest if field != "address"))


def is_lying(fields: Sequence[str]) -> bool:
    """Tell whether the paper lies on its side: with more columns than fit upright."""
    return len(fields) > _MOST_UPRIGHT


def columns_of(fields: Sequence[str], from_mm: float, to_mm: float) -> tuple[Column, ...]:
    """Return where the columns lie; what nobody needs stays white at the right."""
    widths = {field: _WIDTHS[field].least for field in fields}
    spare = to_mm - from_mm - sum(widths.values())
    while spare > 0.01:
        growing = [field for field in fields if widths[field] < _WIDTHS[field].most and _WIDTHS[field].share]
        if not growing:
            break
        shares = sum(_WIDTHS[field].share for field in growing)
        for field in growing:
            more = min(spare * _WIDTHS[field].share / shares, _WIDTHS[field].most - widths[field])
            widths[field] += more
        spare = to_mm - from_mm - sum(widths.values())
    made = []
    at = from_mm
    for field in fields:
        made.append(Column(field, at, at + widths[field]))
        at += widths[field]
    return tuple(made)


def in_order(people: Sequence[PersonCard], *, by_street: bool) -> list[PersonCard]:
    """Return people as somebody walks along the doors, or by family name; who has no address comes last."""
    if by_street:
        return sorted(people, key=lambda card: keys.place_key(card.name, card.door))
    return sorted(people, key=lambda card: keys.sort_name(card.name))


def words_in(card: PersonCard, field: str, *, by_street: bool) -> str:
    """Return what stands in a column about somebody; lines for several phone numbers or e-mail addresses."""
    if field == "name":
        return card.name.spoken if by_street else card.name.listed
    if field == "house":
        return card.door.house
    if field == "address":
        return card.door.line if card.door.street else " ".join(filter(None, (card.door.postcode, card.door.place)))
    return {
        "phone": "\n".join(nice_phone(phone) for phone in card.phones),
        "email": "\n".join(card.emails),
        "labels": ", ".join(card.labels),
        "note": card.note,
    }.get(field, "")


def _type_of(field: str) -> Type:
    if field == "house":
        return Type(fonts.face("text", 700), 11.5, 8.5)
    if field == "name":
        return Type(fonts.face("text", 500), 11.5, 9.0)
    if field in {"labels", "note"}:
        return Type(fonts.face("text"), 10.0, 9.5)
    return Type(fonts.face("text"), 10.5, 8.5)


@dataclass(slots=True)
class Rows:
    """Everybody on a list in order, with a heading where a street begins; and what could not be printed as it is."""

    items: list[Item]
    unreadable: list[str]
    cut: list[str]

    @classmethod
    def of(cls, job: PeopleListJob, columns: Sequence[Column]) -> Rows:
        """Lay out all rows."""
        made = cls([], [], [])
        width = columns[-1].to_mm - columns[0].from_mm
        types = {column.field: _type_of(column.field) for column in columns}
        street: str | None = None
        for card in in_order(job.people, by_street=job.by_street):
            if job.by_street and card.door.street != street:
                street = card.door.street
                made.items.append(_heading(street, job.people, width))
            made.items.append(made.row(card, job, columns, types))
        return made

    def row(self, card: PersonCard, job: PeopleListJob, columns: Sequence[Column], types: dict[str, Type]) -> ListRow:
        """Lay out the row of one person."""
        cells: list[Fitted | None] = []
        for column in columns:
            words = words_in(card, column.field, by_street=job.by_street)
            made = fitted(words, types[column.field], column.room_mm, _TALLEST_MM) if words.strip() else None
            if made is not None and made.is_cut:
                self.cut.append(words)
            if words and fonts.missing(words):
                self.unreadable.append(" ".join(words.split()))
            cells.append(made)
        name_column = next(column for column in columns if column.field == "name")
        mark: Fitted | None = None
        if card.do_not_approach:
            mark = _mark(_("Do not approach"), name_column)
        elif is_bell_told(card, job):
            mark = _mark(_("Do not ring the bell"), name_column)
        return _row(cells, [column.field for column in columns], mark, name_column)


def _heading(street: str, people: Sequence[PersonCard], width_mm: float) -> Heading:
    count = sum(card.door.street == street for card in people)
    return Heading(plate_of(street.strip() or _("No address"), width_mm * 0.75), street, count)


def is_bell_told(card: PersonCard, job: PeopleListJob) -> bool:
    """Tell whether the list says of somebody that their bell is not to be rung: where it tells where they live."""
    return card.no_bell and not card.do_not_approach and (job.by_street or "address" in job.fields)


def _mark(words: str, column: Column) -> Fitted:
    return fitted(words, Type(fonts.face("text", 700), 9.0, 6.0), column.room_mm - 3.0, 8.0)


def _row(cells: list[Fitted | None], fields: list[str], mark: Fitted | None, name_column: Column) -> ListRow:
    least = max(ROW_MM, TICK_ROW_MM if "tick" in fields else 0.0, SIGNATURE_ROW_MM if "signature" in fields else 0.0)
    name = cells[fields.index("name")]
    beside = False
    mark_mm = 0.0
    if mark is not None:
        taken = name.width_mm if name is not None else 0.0
        beside = (name is None or len(name.lines) == 1) and (
            taken + MARK_GAP_MM + mark.width_mm + 3.0 <= name_column.room_mm
        )
        mark_mm = 0.0 if beside else mark.height_mm + 1.6
    tallest = max((cell.height_mm for cell in cells if cell is not None), default=0.0)
    named = (name.height_mm if name is not None else 0.0) + mark_mm
    return ListRow(tuple(cells), mark, beside, least, max(least, max(tallest, named) + AROUND_MM))


def share_out(items: Sequence[Item], room_mm: float) -> list[list[Item]]:
    """Return the rows of each page; a sign stands above the first row of its street on every page, never alone."""
    pages: list[list[Item]] = [[]]
    used = 0.0
    sign: Heading | None = None
    waiting: Heading | None = None
    for item in items:
        if isinstance(item, Heading):
            sign = waiting = item
            continue
        needed = item.height_mm + (waiting.height_mm if waiting is not None else 0.0)
        if pages[-1] and used + needed > room_mm:
            pages.append([])
            used = 0.0
            if sign is not None and waiting is None:
                waiting = Heading(sign.words, sign.street, sign.people, continued=True)
        if waiting is not None:
            pages[-1].append(waiting)
            used += waiting.height_mm
            waiting = None
        pages[-1].append(item)
        used += item.height_mm
    return pages
