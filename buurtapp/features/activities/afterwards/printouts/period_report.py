"""The report of all activities between two days: how much was done, who was reached, and what it taught."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, _, n_, text
from buurtapp.features.activities.afterwards.printouts import report_words as say
from buurtapp.features.activities.afterwards.printouts.report_bars import BarRow, draw_months, draw_rows, rows_mm
from buurtapp.features.activities.afterwards.printouts.report_blocks import (
    draw_in_short,
    draw_money,
    draw_quote,
    draw_streets,
)
from buurtapp.features.activities.afterwards.printouts.report_sheet import GREY, KeyNumber, Sheet, readable
from buurtapp.features.activities.afterwards.reporting.records import PeriodReport
from buurtapp.features.activities.records import SOURCES
from buurtapp.features.people.printouts.list_frame import day_in_words
from buurtapp.printing import fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.render import page_count

_MOST_KINDS = 8


def draw_period_report(report: PeriodReport) -> PrintedPages:
    """Return the report as PDF in the present language."""
    pdf = _drawn(report, 1)
    pages = page_count(pdf)
    if pages > 1:
        pdf = _drawn(report, pages)
    return PrintedPages(pdf, None, pages, _warnings(report))


def _drawn(report: PeriodReport, pages: int) -> bytes:
    period = _("{first} up to and with {last}").format(first=day_in_words(report.first), last=day_in_words(report.last))
    name = " ".join(report.owner.name.split())
    title = _("Activities")
    sheet = Sheet(title, f"{name} · {title} · {period}", pages)
    sheet.head(title, f"{name} · {period}", report.owner.logo)
    sheet.key_numbers(_numbers(report))
    draw_in_short(sheet, _in_short(report), report.photo)
    sheet.heading(_("Visits by month"), 60.0)
    draw_months(sheet, report.months, [say.month_name(month.month) for month in report.months])
    if any(month.year_before for month in report.months):
        sheet.paragraphs(_("Outline: the same month of the year before."), size=9, color=GREY)
    sheet.gap()
    _draw_kinds(sheet, report)
    _draw_sources(sheet, report)
    draw_streets(sheet, report.reach)
    _draw_lessons(sheet, report)
    draw_money(sheet, report.money)
    return sheet.finish()


def _numbers(report: PeriodReport) -> tuple[KeyNumber, ...]:
    return (
        KeyNumber(_grouped(report.times), _("activities"), _per_time(report)),
        KeyNumber(_grouped(report.visits), _("visits"), _people(report)),
        KeyNumber(_grouped(report.reach.addresses), say.reached(report.reach), say.new_addresses(report.reach)),
        KeyNumber(_grouped(report.help.helpers), _("times somebody helped"), say.hours(report.help.minutes)),
    )


def _grouped(number: int) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - loads its tables at first use

    return str(format_decimal(number, locale=say.locale()))


def _counted(report: PeriodReport) -> int:
    return report.times - report.not_counted


def _per_time(report: PeriodReport) -> str:
    if not _counted(report):
        return ""
    each = round(report.visits / _counted(report))
    return n_("on average {count} visit", "on average {count} visits", each).format(count=each)


def _people(report: PeriodReport) -> str:
    return n_("{count} neighbour by name", "{count} neighbours by name", report.people).format(count=report.people)


def _in_short(report: PeriodReport) -> list[str]:
    words = n_("Something was done {count} time.", "Something was done {count} times.", report.times)
    told = [words.format(count=report.times)]
    reach = report.reach
    if reach.addresses:
        told.append(
            n_(
                "{count} of {all} addresses took part.", "{count} of {all} addresses took part.", reach.addresses
            ).format(count=reach.addresses, all=reach.of)
        )
    if reach.new:
        words = n_("{count} address came for the first time.", "{count} addresses came for the first time.", reach.new)
        told.append(words.format(count=reach.new))
    if report.not_counted:
        words = n_("Of {count} activity nobody counted.", "Of {count} activities nobody counted.", report.not_counted)
        told.append(words.format(count=report.not_counted))
    return [" ".join(told)]


def _draw_kinds(sheet: Sheet, report: PeriodReport) -> None:
    kinds = report.kinds[:_MOST_KINDS]
    if len(kinds) < 2:
        return
    sheet.heading(_("Visits by kind of activity"), rows_mm(len(kinds)))
    rows = []
    for kind, visits, times in kinds:
        more = n_("{count} time", "{count} times", times).format(count=times)
        rows.append(BarRow(kind or _("other"), visits, more))
    draw_rows(sheet, rows)
    sheet.gap()


def _draw_sources(sheet: Sheet, report: PeriodReport) -> None:
    rows = [BarRow(say.source_name(source), report.sources[source]) for source in SOURCES if report.sources.get(source)]
    if not rows:
        return
    sheet.heading(_("Whose idea was it?"), rows_mm(len(rows)) + 6.0)
    draw_rows(sheet, rows)
    sheet.paragraphs(_("Each idea counts once, however often it was done."), size=9, color=GREY)
    sheet.gap()


def _draw_lessons(sheet: Sheet, report: PeriodReport) -> None:
    if not (report.lessons or report.quotes):
        return
    sheet.heading(_("What we learned"), 16.0)
    for day, title, words in report.lessons:
        sheet.need(12.0)
        head = f"{' '.join(title.split())}, {day_in_words(day)}"
        sheet.paragraphs(head, face=fonts.face("text", 700))
        sheet.paragraphs(words)
        sheet.y += 1.8
    for said in report.quotes:
        draw_quote(sheet, said)
    sheet.gap()


def _warnings(report: PeriodReport) -> tuple[Text, ...]:
    found = []
    if report.not_counted:
        found.append(text(N_("Of {count} activities nobody counted yet."), count=report.not_counted))
    if report.photo is not None and readable(report.photo.content) is None:
        found.append(text(N_("The photo cannot be drawn and was left out.")))
    if report.owner.logo and readable(report.owner.logo) is None:
        found.append(text(N_("The logo of the group cannot be drawn and was left out.")))
    return tuple(found)
