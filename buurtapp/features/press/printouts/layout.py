"""Where everything lies on a flyer of the style "tafel": blocks are measured, and give way until all fits.

Lengths in mm, type in points. `u` is the width of the page divided by 210.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.press.printouts import measures
from buurtapp.features.press.printouts.measures import Sizes, Step
from buurtapp.features.press.records import Flyer
from buurtapp.features.press.rules import SIZES_MM
from buurtapp.printing import fonts
from buurtapp.printing.fit import MM_OF_POINT, balanced, words, wrap

TITLE_LEADING, BODY_LEADING, FACT_LEADING, DISPLAY_LEADING = 0.96, 1.34, 1.24, 1.05
ICON, DISPLAY_ICON, ICON_GAP, INLINE_GAP = 1.45, 1.75, 0.55, 0.4
GROUP_LEADING, CAPTION_LEADING, LOGO = 1.12, 1.2, 2.7
CONTACT_FROM, CONTACT_SHARE = 0.384, 0.32
"""Where the contact begins in the footer, and how wide it may be, as shares of the width."""
NORMAL, BOLD, DISPLAY = "text", "bold", "display"


def face(kind: str) -> str:
    """Return the face of a kind of text on the flyer."""
    if kind == DISPLAY:
        return fonts.face("display", 800)
    return fonts.face("text", 800 if kind == BOLD else 400)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in its cell: icon, lines in bold, lines beneath or, `inline`, behind; `large` in the display face."""

    icon: str
    lines: tuple[str, ...]
    more: tuple[str, ...]
    large: bool
    height: float
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A flyer laid out. `facts` are the rows of the grid; `picture_mm` is the height the picture gets."""

    step: Step
    margin: float
    unit: float
    width: float
    title: tuple[str, ...]
    title_size: float
    body: tuple[str, ...]
    facts: tuple[tuple[Fact, ...], ...]
    group: tuple[str, ...]
    contact: tuple[str, ...]
    footer_mm: float
    picture_mm: float


def lay_out(flyer: Flyer) -> Layout:
    """Return the flyer laid out; raises UserError "too_long" when not even the last step fits."""
    sizes = measures.SIZES[flyer.format]
    body = words(flyer.text.body, face(NORMAL))
    factor = 0.8 if flyer.ink == "saving" else 1.0
    height = SIZES_MM[flyer.format][1]
    over = 0.0
    for number in range(len(measures.STEPS)):
        step = measures.step(number, sizes, height, body.count, factor)
        made = _try(flyer, sizes, step, step.title)
        if isinstance(made, Layout):
            return _grow(flyer, sizes, made, measures.TITLE_SIZES[0] * sizes.title * factor)
        over = made
    raise _too_long(flyer, sizes, over)


def _try(flyer: Flyer, sizes: Sizes, step: Step, title_size: float) -> Layout | float:
    """Return the layout of a step, or how many mm it is too high."""
    page_w, page_h = SIZES_MM[flyer.format]
    margin, unit = sizes.margin_mm, page_w / 210
    width = page_w - 2 * margin
    title, size = _title(flyer.text.title, title_size, step.title_least, width)
    body = wrap(words(flyer.text.body, face(NORMAL)), step.body, width)
    facts = _facts(flyer, step, width, unit)
    beside_logo = width * CONTACT_FROM - (LOGO + 0.5) * group_size(step) * MM_OF_POINT - 3 * unit
    group = balanced(words(flyer.text.group, face(BOLD)), group_size(step), beside_logo)
    contact = wrap(words(flyer.text.contact, face(BOLD)), step.facts, width * CONTACT_SHARE)
    if title is None or body is None or facts is None or group is None or contact is None:
        return page_h
    footer = footer_height(flyer, step, len(group), len(contact))
    used = 7 * unit + footer + 5 * unit
    if flyer.text.kicker:
        used += step.facts * 1.1 * MM_OF_POINT + 3.2 * unit
    used += len(title) * size * TITLE_LEADING * MM_OF_POINT
    if body:
        used += 4.5 * unit + len(body) * step.body * BODY_LEADING * MM_OF_POINT
    if facts:
        rows = sum(max(one.height for one in row) for row in facts)
        used += (6.5 + 1.1 + 3.6) * unit + rows + (len(facts) - 1) * step.row_gap * unit
    room = page_h - 2 * margin - used
    if room < step.picture_mm:
        return step.picture_mm - room
    return Layout(
        step, margin, unit, width, tuple(title), size, tuple(body), facts, tuple(group), tuple(contact), footer, room
    )


def _title(written: str, size: float, least: float, width: float) -> tuple[list[str] | None, float]:
    """Return the lines of the title and its size: smaller until it has few enough lines and no word is too wide."""
    ready = words(written, face(DISPLAY))
    while size > least:
        lines = balanced(ready, size, width)
        if lines is not None and len(lines) <= measures.MOST_TITLE_LINES:
            return lines, size
        size *= 0.95
    return None, size


def _facts(flyer: Flyer, step: Step, width: float, unit: float) -> tuple[tuple[Fact, ...], ...] | None:
    """Return the grid of facts: two columns, or one on A6; empty ones vanish."""
    said = flyer.text
    single = flyer.format == "A6"
    cell = width if single else (width - 7 * unit) / 2
    wanted = [
        ("cal", said.when, said.time, True),
        ("pin", said.where, said.where_more, True),
        ("people", said.who, "", False),
        ("euro", said.cost, "", False),
    ]
    made = []
    for icon, main, more, large in wanted:
        if not main and not more:
            continue
        fact = _fact((icon, main or more, more if main else ""), step, cell, large=large, single=single)
        if fact is None:
            return None
        made.append(fact)
    columns = 1 if single else 2
    return tuple(tuple(made[at : at + columns]) for at in range(0, len(made), columns))


def _fact(said: tuple[str, str, str], step: Step, cell: float, *, large: bool, single: bool) -> Fact | None:
    icon, main, more = said
    size = step.facts * (step.display if large else 1.0)
    icon_em = DISPLAY_ICON if large else ICON
    room = cell - step.facts * (icon_em + ICON_GAP) * MM_OF_POINT
    lines = wrap(words(main, face(DISPLAY if large else BOLD)), size, room)
    rest = wrap(words(more, face(NORMAL)), step.facts, room)
    if lines is None or rest is None:
        return None
    if single and len(lines) == 1 and len(rest) == 1:
        wide = fonts.width(lines[0], face(DISPLAY if large else BOLD), size) + INLINE_GAP * size
        if (wide + fonts.width(rest[0], face(NORMAL), step.facts)) * MM_OF_POINT <= room:
            height = max(size * DISPLAY_LEADING, step.facts * ICON) * MM_OF_POINT
            return Fact(icon, tuple(lines), tuple(rest), large, height, inline=True)
    leading = DISPLAY_LEADING if large else FACT_LEADING
    height = (len(lines) * size * leading + len(rest) * step.facts * FACT_LEADING) * MM_OF_POINT
    return Fact(icon, tuple(lines), tuple(rest), large, max(height, step.facts * icon_em * MM_OF_POINT))


def group_size(step: Step) -> float:
    """Return the size of the group's name."""
    return max(step.facts * 0.92, 9.5)


def caption_size(step: Step) -> float:
    """Return the size of the words beside the QR code."""
    return max(step.facts * 0.86, 8.5)


def footer_height(flyer: Flyer, step: Step, group_lines: int, contact_lines: int) -> float:
    """Return the height of the footer: the highest of logo with group, contact, and QR code."""
    group = max(group_lines * GROUP_LEADING, LOGO if group_lines or flyer.logo else 0) * group_size(step)
    contact = (contact_lines + bool(flyer.text.phone or flyer.text.email)) * FACT_LEADING * step.facts
    caption = 2 * CAPTION_LEADING * caption_size(step)
    if flyer.format == "A6":
        contact += caption
    code = step.qr_mm if has_code(flyer) else 0.0
    return max(group * MM_OF_POINT, contact * MM_OF_POINT, caption * MM_OF_POINT if code else 0.0, code)


def has_code(flyer: Flyer) -> bool:
    """Return whether the flyer gets a QR code: there is a mail address or a number to put in it."""
    return bool(flyer.text.email or flyer.text.phone)


def _grow(flyer: Flyer, sizes: Sizes, made: Layout, largest: float) -> Layout:
    """Use room that is left: first for the title, then for the body; the picture keeps the least of its step."""
    for _ in range(14):
        size = made.title_size * 1.04
        grown = _try(flyer, sizes, made.step, size) if size <= largest else 0.0
        if not isinstance(grown, Layout) or grown.title_size < size * 0.999:
            break
        made = grown
    cap = measures.body_cap(sizes, words(flyer.text.body, face(NORMAL)).count)
    for _ in range(16):
        body = made.step.body + 0.5
        grown = _try(flyer, sizes, replace(made.step, body=body), made.title_size) if body <= cap else 0.0
        if not isinstance(grown, Layout) or grown.title_size < made.title_size * 0.999:
            break
        made = grown
    return made


def _too_long(flyer: Flyer, sizes: Sizes, over_mm: float) -> UserError:
    larger = {"A6": "A5", "A5": "A4", "A4": "A3"}.get(flyer.format)
    per_line = max(1, round(words(flyer.text.body, face(NORMAL)).count / max(1, _body_lines(flyer, sizes))))
    fewer = max(1, round(over_mm / (sizes.body[2] * BODY_LEADING * MM_OF_POINT) + 0.5)) * per_line
    what = text(N_("The text is too long for {format}. Nothing was made."), format=flyer.format)
    if words(flyer.text.body, face(NORMAL)).count <= fewer:
        return UserError(
            "too_long", what, text(N_("Make the title or the other texts shorter, or choose a larger format."))
        )
    if larger is None:
        return UserError("too_long", what, text(N_("Take out about {count} words."), count=fewer))
    advice = text(N_("Choose {larger}, or take out about {count} words."), larger=larger, count=fewer)
    return UserError("too_long", what, advice)


def _body_lines(flyer: Flyer, sizes: Sizes) -> int:
    width = SIZES_MM[flyer.format][0] - 2 * sizes.margin_mm
    return len(wrap(words(flyer.text.body, face(NORMAL)), sizes.body[2], width) or [""])
