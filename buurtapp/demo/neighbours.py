"""An invented list of neighbours as a small group really has it, written as a spreadsheet."""

from __future__ import annotations

import io

_TITLE = ("Bewoners Vlierhof en Klaverstraat", "", "", "", "", "")
_HEADINGS = ("Naam", "Adres", "Postcode / plaats", "Telefoon", "E-mail", "Opmerkingen")
_ROWS = (
    ("Mw. A.B. van der Meer-de Vries", "Klaverstraat 1", "9999 AB Klaverdorp", "06 0000 0601", "a@example.org", ""),
    ("Henk & Ria de Boer", "Klaverstraat 12-a", "9999ab Klaverdorp", "0499-000602", "", "heeft aanhanger"),
    ("Jansen, H.J.", "Klaverstr. 12 bis", "9999 AB", "06/00000603", "", ""),
    ("fam. El Idrissi", "Klaverstraat 14", "9999 AB Klaverdorp", "+31 (0)6 0000 0604", "e@example.org", "bel na 18 u"),
    ("Toos van 't Hek", "Klaverstraat 11", "9999 AB Klaverdorp", "06 0000 0605 / 0499 000605", "", "loopt graag mee"),
    ("Ayşe Yıldırım", "Vlierhof 9", "9999 AC Klaverdorp", "06 0000 0606", "ayse@voorbeeld.invalid", "kan vertalen"),
    ("dhr. en mw. Kovalenko", "Vlierhof 21", "9999 AC Klaverdorp", "", "", "spreken Oekraïens"),
    ("Piet ter Horst", "Vlierhof 3", "9999 AC Klaverdorp", "geheim nummer", "", ""),
    ("Lan Nguyen", "Vlierhof 4", "9999 AC Klaverdorp", "06 0000 0608", "lan@example.org", "brengt flyers rond"),
    ("Lan Nguyen", "Vlierhof 4", "9999 AC Klaverdorp", "06 0000 0608", "", "staat er twee keer in"),
    ("Samira Benali", "Vlierhof 8", "9999 AC Klaverdorp", "06 0000 0609", "samira@example.org", "kookt"),
    ("Dirk-Jan op den Berg", "Vlierhof 12 hs", "9999 AC Klaverdorp", "06 0000 0610", "", ""),
    ("Wilma Pinas", "Klaverstraat 19", "9999 AB Klaverdorp", "06 0000 0611", "wilma@example.org", ""),
    ("Bets Kuipers", "Klaverstraat 15", "9999 AB Klaverdorp", "0499 000612", "", "liever een brief"),
    ("Olena Kovalenko", "bij de penningmeester", "9999 AC Klaverdorp", "06 0000 0613", "", ""),
)  # fmt: skip


def spreadsheet() -> bytes:
    """Return the list as XLSX; everybody in it is invented."""
    import xlsxwriter  # noqa: PLC0415 - only here

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Bewoners")
    for at, row in enumerate([_TITLE, ("",) * 6, _HEADINGS, *_ROWS]):
        for column, cell in enumerate(row):
            sheet.write_string(at, column, cell)
    book.close()
    return target.getvalue()
