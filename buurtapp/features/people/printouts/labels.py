"""Labels and envelopes: the address of whoever something goes to, on a sheet of labels or in the place post looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.people.papers import Addressee, EnvelopesJob, LabelsJob
from buurtapp.features.people.rules.label_sheets import checked, checked_start
from buurtapp.printing import fonts
from buurtapp.printing import labels as kit
from buurtapp.printing.labels import Progress
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Pen

_SENDER_X_MM, _SENDER_Y_MM, _SENDER_WIDTH_MM, _SENDER_HEIGHT_MM = 10.0, 9.0, 85.0, 22.0
_SENDER_GREY = 0.2
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Envelope:
    """The size of an envelope, and the zone of the address: right of the middle, above the strip of the post codes."""

    width_mm: float
    height_mm: float
    address: kit.Cell


_ENVELOPES = {
    "C5": _Envelope(229.0, 162.0, kit.Cell(114.0, 78.0, 95.0, 54.0)),
    "DL": _Envelope(220.0, 110.0, kit.Cell(108.0, 46.0, 95.0, 40.0)),
}


def draw_labels(job: LabelsJob, progress: Progress | None = None) -> PrintedPages:
    """Return sheets of labels as PDF, in the present language; raises UserError for a sheet that cannot be.

    `progress` is called before the first sheet and after each one; what it raises stops the print.
    """
    sheet = checked(job.sheet)
    drawn = kit.draw_labels(
        _("Labels"),
        sheet,
        [one.lines for one in job.addressees],
        start_at=checked_start(sheet, job.start_at),
        used=_("already used, skip this one") if job.with_edges else None,
        progress=progress,
    )
    return PrintedPages(drawn.pdf, None, drawn.pages, _warnings(job.addressees, drawn.cut))


def draw_envelopes(job: EnvelopesJob, progress: Progress | None = None) -> PrintedPages:
    """Return a page of the size of the envelope for each addressee, the sender small at the top left."""
    envelope = _ENVELOPES[job.size]
    zone = envelope.address
    pen = Pen(_("Envelopes"), (envelope.width_mm, envelope.height_mm))
    sender = kit.fitted([job.sender], _SENDER_WIDTH_MM, _SENDER_HEIGHT_MM, fonts.face("text"), kit.SMALL)
    total = max(1, len(job.addressees))
    cut: list[int] = []
    for number, addressee in enumerate(job.addressees):
        if progress is not None:
            progress(number, total)
        if number:
            pen.next_page()
        kit.draw_block(pen, sender, _SENDER_X_MM, _SENDER_Y_MM, _SENDER_GREY)
        block = kit.fitted(addressee.lines, zone.w_mm, zone.h_mm, sizes=kit.LARGE)
        kit.draw_block(pen, block, zone.x_mm, zone.y_mm)
        if block.is_cut:
            cut.append(number)
    pdf = pen.finish()
    if progress is not None:
        progress(total, total)
    return PrintedPages(pdf, None, total, _warnings(job.addressees, cut))


def _warnings(addressees: tuple[Addressee, ...], cut: Iterable[int]) -> tuple[Text, ...]:
    """Return what should be known: names without letters of ours, and names that lost their end."""
    warnings = []
    unreadable = [one.lines[0] for one in addressees if any(map(fonts.missing, one.lines))]
    if unreadable:
        warnings.append(
            text(
                N_("These names have signs that we have no letters for; they are printed as boxes: {names}"),
                names=_named(unreadable),
            )
        )
    too_long = [addressees[number].lines[0] for number in cut]
    if too_long:
        warnings.append(text(N_("Too long to print in full: {names}"), names=_named(too_long)))
    return tuple(warnings)


def _named(names: list[str]) -> str:
    """Return a few names, shortened; "…" stands for the others."""
    few = [f"{name[:60]}…" if len(name) > 60 else name for name in names[:_MOST_NAMED]]
    return ", ".join([*few, "…"] if len(names) > _MOST_NAMED else few)
