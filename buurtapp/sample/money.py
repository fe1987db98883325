"""The money of the sample: one fund of the council, its four lines, and small invented receipts that say so."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import select

from buurtapp.core import paths
from buurtapp.core.store.work import Work
from buurtapp.features.activities.money.records import JPEG
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.money import Attachment, BudgetLine, Fund, Photo, Receipt

_FUND = "Wijkbudget 2026"
_SOUP, _BIKES = "Soep op woensdag", "Fietsen maken"
_LOST = frozenset({(9, 9), (9, 16)})
_HOLDER = "Samira"
_SHOPS = ("Buurtsuper Voorbeeld", "Groenteboer Voorbeeld", "Bakkerij Voorbeeld")
_BIKE_BILLS = (
    ("Banden en lappen", 6245, date(2026, 9, 11)),
    ("Gereedschap", 7990, date(2026, 9, 15)),
    ("Lampjes", 3150, date(2026, 9, 18)),
    ("Kettingolie", 1350, date(2026, 9, 19)),
)
_ROOM_BILLS = (("Zaalhuur maart tot en met oktober", 35000, date(2026, 3, 4)),)
_PRINT_BILLS = (
    ("Flyers voorjaar", 4860, date(2026, 2, 27)),
    ("Posters zomer", 3920, date(2026, 6, 12)),
    ("Flyers najaar", 5500, date(2026, 9, 1)),
)
_SOUP_SPENT = 61140
_PAPER_PX, _PHOTO_PX = (280, 380), (640, 440)
_QUALITY = 55


def add_money(work: Work, now: datetime, chance: Random) -> None:
    """Write the fund with what it pays: 31 receipts with their paper, and two that Samira still has."""
    fund = work.add(_fund())
    every = work.session.scalars(select(Activity).where(Activity.title.in_((_SOUP, _BIKES))).order_by(Activity.id))
    paid = list(every)
    for activity in paid:
        activity.fund_id = fund.id
    soups = [one for one in paid if one.title == _SOUP and one.starts_at.replace(tzinfo=UTC) < now]
    bikes = next((one for one in paid if one.title == _BIKES), None)
    lines = [
        BudgetLine(activity_id=None, fund_id=fund.id, position=at, title=title, planned=planned)
        for at, (title, planned) in enumerate(
            ((_SOUP, 72000), (_BIKES, 25000), ("Zaal De Kas", 35000), ("Drukwerk", 18000)), 1
        )
    ]
    work.add_many(lines)
    for soup, amount in zip(soups, _shares(_SOUP_SPENT, len(soups), chance), strict=True):
        day = soup.starts_at.date()
        is_lost = (day.month, day.day) in _LOST
        _bill(work, lines[0].id, (chance.choice(_SHOPS), amount, day), soup.id, is_lost=is_lost)
    others = ((_BIKE_BILLS, bikes.id if bikes is not None else None), (_ROOM_BILLS, None), (_PRINT_BILLS, None))
    for line, (bills, number) in zip(lines[1:], others, strict=True):
        for bill in bills:
            _bill(work, line.id, bill, number)
    if soups:
        kept = _keep(work, "soep.jpg", _soup_photo(), soups[-1].starts_at)
        work.add(Photo(activity_id=soups[-1].id, attachment_id=kept, caption="Soep in De Kas, getekend", consent=True))


def _fund() -> Fund:
    return Fund(
        name=_FUND,
        giver="Gemeente Klaverdorp",
        reference="WB-2026-118",
        granted=150000,
        deadline=date(2026, 11, 1),
        signer="Karin Voorbeeld",
        signed_on=None,
        sent_on=None,
    )


def _shares(total: int, count: int, chance: Random) -> list[int]:
    """Return so many amounts that are the total together, none far from the others."""
    if not count:
        return []
    each = total // count
    made = [each + chance.randrange(-450, 451, 5) for _ in range(count)]
    made[-1] += total - sum(made)
    return made


def _bill(work: Work, line: int, bill: tuple[str, int, date], activity: int | None, *, is_lost: bool = False) -> None:
    title, amount, day = bill
    kept = None
    if not is_lost:
        kept = _keep(work, f"bon-{day}.jpg", _paper(title, amount, day), datetime.combine(day, time(17)))
    work.add(
        Receipt(
            line_id=line,
            activity_id=activity,
            title=title,
            amount=amount,
            paid_on=day,
            holder=_HOLDER if is_lost else "",
            attachment_id=kept,
        )
    )


def _keep(work: Work, name: str, content: bytes, when: datetime) -> int:
    row = Attachment(
        media=JPEG,
        name=name,
        content=content,
        size=len(content),
        pages=1,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=when.replace(tzinfo=UTC) + timedelta(hours=2),
    )
    return work.add(row).id


def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(paths.resource("fonts", f"AtkinsonNext-{weight}.ttf")), size)


def _paper(title: str, amount: int, day: date) -> bytes:
    """Return a till receipt as a small picture: shop, day, amount, and that it is an example."""
    wide = _PAPER_PX[0]
    picture = Image.new("L", _PAPER_PX, 252)
    pen = ImageDraw.Draw(picture)
    strong, plain, small = _font(700, 22), _font(400, 18), _font(400, 14)
    pen.text((wide / 2, 34), title[:26], 20, strong if len(title) < 23 else small, anchor="mm")
    pen.text((wide / 2, 62), f"{day:%d-%m-%Y}", 60, plain, anchor="mm")
    parts = (amount * 2 // 5, amount * 7 // 20, amount - amount * 2 // 5 - amount * 7 // 20)
    for at, part in enumerate(parts):
        y = 118 + at * 34
        pen.text((24, y), f"artikel {at + 1}", 60, plain, anchor="lm")
        pen.text((wide - 24, y), _euros(part), 60, plain, anchor="rm")
    pen.line((24, 224, wide - 24, 224), 60, 2)
    pen.text((24, 252), "Totaal", 20, strong, anchor="lm")
    pen.text((wide - 24, 252), _euros(amount), 20, strong, anchor="rm")
    pen.text((wide / 2, 316), "VOORBEELD", 130, _font(700, 30), anchor="mm")
    pen.text((wide / 2, 348), "deze bon is verzonnen", 130, small, anchor="mm")
    return _jpeg(picture)


def _euros(amount: int) -> str:
    return f"{amount // 100},{amount % 100:02d}"


def _soup_photo() -> bytes:
    """Return a drawing of bowls on a table, for where a photo goes."""
    wide, high = _PHOTO_PX
    picture = Image.new("RGB", _PHOTO_PX, "#E1EEE7")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, high * 0.42, wide, high), fill="#C9A26B")
    for at in range(5):
        x, y = 70 + at * 125, high * (0.62 if at % 2 else 0.74)
        pen.ellipse((x - 58, y - 26, x + 58, y + 30), fill="#FFFFFC", outline="#4E5C55", width=3)
        pen.ellipse((x - 44, y - 18, x + 44, y + 16), fill="#D9822B")
    for at, colour in enumerate(("#17614F", "#1D4C8C", "#A3301A", "#F2BE45")):
        x = 110 + at * 140
        pen.ellipse((x - 30, 60, x + 30, 120), fill="#8A6A4F")
        pen.pieslice((x - 55, 118, x + 55, 260), 180, 360, fill=colour)
    pen.text((wide / 2, high - 28), "VOORBEELD", "#17231E", _font(700, 26), anchor="mm")
    return _jpeg(picture)


def _jpeg(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=_QUALITY, optimize=True)
    return target.getvalue()
