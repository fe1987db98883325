"""The report of one activity: what it was, how many came, what it taught and what it cost. One or two sheets of A4."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, _, n_, text
from buurtapp.features.activities.afterwards.printouts import report_words as say
from buurtapp.features.activities.afterwards.printouts.report_bars import BarRow, draw_rows, rows_mm
from buurtapp.features.activities.afterwards.printouts.report_blocks import (
    draw_in_short,
    draw_learned,
    draw_money,
    draw_quote,
    draw_streets,
)
from buurtapp.features.activities.afterwards.printouts.report_sheet import KeyNumber, Sheet, readable
from buurtapp.features.activities.afterwards.reporting.records import ActivityReport
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.render import page_count


def draw_activity_report(report: ActivityReport) -> PrintedPages:
    """Return the report as PDF in the present language."""
    pdf = _drawn(report, 1)
    pages = page_count(pdf)
    if pages > 1:
        pdf = _drawn(report, pages)
    return PrintedPages(pdf, None, pages, _warnings(report))


def _drawn(report: ActivityReport, pages: int) -> bytes:
    title = " ".join(report.title.split())
    footer = f"{' '.join(report.owner.name.split())} · {title}"
    sheet = Sheet(_("Report: {title}").format(title=title), footer, pages)
    facts = (report.owner.name, say.when(report.starts_at, report.ends_at), report.place)
    sheet.head(title, " · ".join(" ".join(fact.split()) for fact in facts if fact.strip()), report.owner.logo)
    sheet.key_numbers(_numbers(report))
    draw_in_short(sheet, _in_short(report), report.photo)
    _draw_turnout(sheet, report)
    draw_streets(sheet, report.reach)
    learned = report.learned
    if learned.went_well or learned.next_time or learned.said:
        sheet.heading(_("What we learned"), 18.0)
        draw_learned(
            sheet,
            ((_("What went well"), learned.went_well), (_("What we do differently next time"), learned.next_time)),
        )
        if learned.said:
            draw_quote(sheet, learned.said)
        sheet.gap()
    draw_money(sheet, report.money)
    return sheet.finish()


def _numbers(report: ActivityReport) -> tuple[KeyNumber, ...]:
    heads = "–" if report.came is None else str(report.came + report.guests + report.children)
    expected = n_("{count} expected", "{count} expected", report.expected).format(count=report.expected)
    return (
        KeyNumber(heads, _("people were there"), expected if report.expected else ""),
        KeyNumber(str(report.first_timers), _("for the first time")),
        KeyNumber(str(report.reach.addresses), say.reached(report.reach), say.new_addresses(report.reach)),
        KeyNumber(str(report.help.helpers), _("helped"), say.hours(report.help.minutes) if report.help.minutes else ""),
    )


def _in_short(report: ActivityReport) -> list[str]:
    parts = [report.what]
    if report.purpose.strip():
        parts.append(_("Why: {purpose}").format(purpose=report.purpose.strip()))
    if report.for_whom.strip():
        parts.append(_("For whom: {whom}").format(whom=report.for_whom.strip()))
    return [*parts, say.whose(report.source, report.asked_by, report.anyway)]


def _draw_turnout(sheet: Sheet, report: ActivityReport) -> None:
    rows = [BarRow(_("expected"), report.expected, is_pale=True)]
    if report.came is not None:
        rows.append(BarRow(_("came by name"), report.came))
    rows += [
        BarRow(words, count)
        for words, count in ((_("guests"), report.guests), (_("children"), report.children))
        if count
    ]
    sheet.heading(_("Expected and came"), rows_mm(len(rows)))
    draw_rows(sheet, rows)
    if report.came is None:
        sheet.paragraphs(_("Nobody has been counted yet."))
    sheet.gap()


def _warnings(report: ActivityReport) -> tuple[Text, ...]:
    found = []
    if report.came is None:
        found.append(text(N_("Nobody has been counted yet. Fill in the list first.")))
    if not (report.learned.went_well or report.learned.next_time):
        found.append(text(N_("Nothing is written down about what this taught.")))
    if report.photo is not None and readable(report.photo.content) is None:
        found.append(text(N_("The photo cannot be drawn and was left out.")))
    if report.owner.logo and readable(report.owner.logo) is None:
        found.append(text(N_("The logo of the group cannot be drawn and was left out.")))
    return tuple(found)
