"""Keeping forms that were printed, and making people and their consents what a form says that came home."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import LANGUAGES, N_, Text, plural_text, text, use_language
from buurtapp.core.store.work import Work
from buurtapp.features.people.actions import consents, people
from buurtapp.features.people.forms import PrintedForms, RegistrationForm
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards
from buurtapp.features.people.queries import consents as consent_log
from buurtapp.features.people.records import ConsentDraft, Door, PersonDraft
from buurtapp.features.people.rules import consents as consent_rules
from buurtapp.features.people.rules.form_words import CONSENT_SENTENCES
from buurtapp.features.sheets.actions import keep_sheet, note_home
from buurtapp.features.sheets.forms import queries, rules
from buurtapp.features.sheets.forms.records import ConsentRead, FormEntry, FormRead, FormResult
from buurtapp.features.sheets.queries import info
from buurtapp.features.sheets.records import FrozenRow, SheetInfo
from buurtapp.features.sheets.tables import Sheet, SheetRow


def printed_label(forms: Sequence[RegistrationForm]) -> Text:
    """Return what the history says of `keep_forms`."""
    return plural_text("{count} registration form printed", "{count} registration forms printed", _papers(forms))


def _papers(forms: Sequence[RegistrationForm]) -> int:
    return sum(form.copies for form in forms)


def entered_label(code: str) -> Text:
    """Return what the history says of `enter_form`; the code is that of the form, with the number of the copy."""
    return text(N_("Registration form {code} read back"), code=code)


def form_number(sheet: SheetInfo, serial: int) -> str:
    """Return the number of one paper: its code, and for a blank form the number of the copy."""
    return sheet.code if sheet.subject_id else f"{sheet.code}/{serial}"


def keep_forms(work: Work, forms: Sequence[RegistrationForm], printed: PrintedForms) -> list[int]:
    """Keep forms as they were printed, and our own texts on them as first texts of the group; return their numbers."""
    for purpose in dict.fromkeys(one.purpose for form in forms for one in form.consents if not one.is_own):
        if not consent_log.texts(work.session, purpose):
            for language in LANGUAGES:
                with use_language(language):
                    words = CONSENT_SENTENCES[purpose].render()
                consents.write_text(work, purpose, words, work.today, language)
    sha = hashlib.sha256(printed.pdf).hexdigest()
    return [
        keep_sheet(work, layout, form.whom.person_id or 0, form.whom.name.spoken, _rows(form), sha)
        for form, layout in zip(forms, printed.layouts, strict=True)
    ]


def _rows(form: RegistrationForm) -> list[FrozenRow]:
    """Return a row for each paper: whose it is; blank ones become somebody's when they come home."""
    return [
        FrozenRow(copy, 1, form.whom.person_id, form.whom.name.spoken if form.whom.person_id else "")
        for copy in range(1, form.copies + 1)
    ]


def enter_form(work: Work, sheet_id: int, entry: FormEntry) -> FormResult:
    """Make people and consents what a form says. A form entered again corrects; the same again changes nothing.

    A blank form adds somebody; of somebody whose form it is only what is filled in changes, and lists only grow.
    A consent is noted as given on paper, with the number of the form and the text that was printed on it; without a
    date on the paper it counts from the day it was first entered.
    Raises DraftInvalid, or UserError "unknown_box", "which_copy", "no_copy", "person_gone".
    """
    sheet = info(work.session, work.get(Sheet, sheet_id))
    boxes, fields, address = queries.layout_of(work.session, sheet_id)
    form = rules.read(sheet.code, boxes, fields, entry)
    row = _row(work, sheet, entry.serial)
    number = form_number(sheet, row.row)
    known = entry.person_id or row.person_id
    if known is None and row.text:
        raise UserError(
            "person_gone",
            text(N_("{name}, whose form this is, is no longer in the list. Nothing was changed."), name=row.text),
            text(N_("Add them again first, or say whose form it is.")),
        )
    made = _change(work, known, form) if known is not None else _add(work, address, form)
    row.person_id = made.person_id
    counts = [made.counts, *(_note(work, made.person_id, number, form, one) for one in form.consents)]
    work.flush()
    note_home(work, sheet_id)
    stored, changed, unchanged = (sum(one[at] for one in counts) for at in range(3))
    new_people = (made.person_id,) if known is None else ()
    return FormResult(made.person_id, stored, changed, unchanged, new_people, made.doubles, form.problems)


@dataclass(frozen=True, slots=True)
class _Made:
    """The person of a form, how many of the answers about them are new, changed and known, and who is like them."""

    person_id: int
    counts: tuple[int, int, int]
    doubles: tuple[int, ...] = ()


def _add(work: Work, address: int | None, form: FormRead) -> _Made:
    door = queries.door_at(work.session, address) if address is not None else None
    before = PersonDraft(Name(), door or Door())
    after = rules.changed_draft(before, form)
    doubles = tuple(one.id for one in queries.alike(work.session, after))
    return _Made(people.add_person(work, after), rules.counted(before, after, form), doubles)


def _change(work: Work, person: int, form: FormRead) -> _Made:
    before = people.draft_of(cards.card(work.session, person))
    after = rules.changed_draft(before, form)
    if after != before:
        people.change_person(work, person, after)
    return _Made(person, rules.counted(before, after, form))


def _row(work: Work, sheet: SheetInfo, serial: int | None) -> SheetRow:
    rows = list(work.session.scalars(select(SheetRow).where(SheetRow.sheet_id == sheet.id).order_by(SheetRow.row)))
    if serial is None and len(rows) > 1:
        raise UserError(
            "which_copy",
            text(
                N_("Of the form {code} {copies} were printed. Nothing was changed."), code=sheet.code, copies=len(rows)
            ),
            text(N_("Say which one it is: the number stands at its foot on the right, behind the slash.")),
        )
    found = next((row for row in rows if row.row == (serial or rows[0].row)), None)
    if found is None:
        raise queries.no_copy(sheet.code, serial or 0, len(rows))
    return found


def _note(work: Work, person: int, number: str, form: FormRead, one: ConsentRead) -> tuple[int, int, int]:
    """Note one consent; return (1, 0, 0) when it is new, (0, 1, 0) when it replaced another answer, else (0, 0, 1)."""
    log = [entry for entry in consent_log.log(work.session, person) if entry.purpose == one.purpose]
    mine = [entry for entry in log if entry.form_number == number and entry.how == "paper"]
    day = form.day or (mine[-1].on_day if mine else work.today)
    if mine and (mine[-1].state, mine[-1].on_day, mine[-1].text_version) == (one.state, day, one.text_version):
        return 0, 0, 1
    draft = ConsentDraft(one.state, day, "paper", number, one.text_version, one.text_language)
    now = consent_rules.counting(log)
    if not consents.note_consent(work, [person], [one.purpose], draft):
        return 0, 0, 1
    replaced = now is not None and now.state in {"given", "withdrawn"} and now.state != one.state
    return (0, 1, 0) if replaced else (1, 0, 0)
