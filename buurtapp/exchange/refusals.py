"""Why a list cannot be read: each reason has its own sentence, with what to do."""

from __future__ import annotations

from buurtapp.core.errors import OutsideTrouble, UserError
from buurtapp.core.i18n import N_, Text, text

_SAVE_AS = N_("Open it in Excel or LibreOffice, choose Save as, and save it as XLSX or CSV.")


def _refuse(kind: str, what: Text, advice: str) -> UserError:
    return UserError(kind, what, text(advice))


def empty_file(name: str) -> UserError:
    """Return the error for a file of 0 bytes."""
    return _refuse(
        "empty_list",
        text(N_("The file {name} is empty: 0 bytes. Nothing was read."), name=name),
        N_("Ask for the list again, or make a new copy of it."),
    )


def no_rows(name: str) -> UserError:
    """Return the error for a list without rows."""
    return _refuse(
        "no_rows",
        text(N_("There are no rows in {name}. Nothing was read."), name=name),
        N_("Is this the right file? Open it in Excel or LibreOffice and look."),
    )


def not_a_list(name: str) -> UserError:
    """Return the error for a file that is something else, whatever its name says."""
    return _refuse("not_a_list", text(N_("The file {name} is not a list. Nothing was read."), name=name), _SAVE_AS)


def web_page(name: str) -> UserError:
    """Return the error for a web page with the name of a spreadsheet."""
    return _refuse(
        "web_page", text(N_("The file {name} is a web page, not a spreadsheet. Nothing was read."), name=name), _SAVE_AS
    )


def password(name: str) -> UserError:
    """Return the error for a spreadsheet with a password."""
    return _refuse(
        "password",
        text(N_("The file {name} has a password. Nothing was read."), name=name),
        N_("Open it in Excel and save it without a password."),
    )


def too_large(name: str) -> UserError:
    """Return the error for a file that would take too much memory."""
    return _refuse(
        "too_large",
        text(N_("The file {name} is too large to be a list of neighbours. Nothing was read."), name=name),
        N_("Keep only the sheet with the list, and save it as a new file."),
    )


def no_columns(name: str) -> UserError:
    """Return the error for text in which no columns can be recognised."""
    return _refuse(
        "no_columns",
        text(N_("We see no list with columns in {name}. Nothing was read."), name=name),
        N_("Put a heading above each column, such as Name, Address and Phone, or choose the columns yourself."),
    )


def no_such_sheet(name: str, sheet: str) -> UserError:
    """Return the error for a sheet that the file does not have."""
    return _refuse(
        "no_such_sheet",
        text(N_("There is no sheet {sheet} in {name}. Nothing was read."), name=name, sheet=sheet),
        N_("Look at the names of the sheets at the bottom of the window of Excel."),
    )


def damaged(name: str) -> OutsideTrouble:
    """Return the error for a spreadsheet or contacts file that is not whole."""
    return OutsideTrouble(
        "damaged_list", text(N_("The file {name} is damaged. Nothing was read."), name=name), text(_SAVE_AS)
    )
