"""The registration form with consents, one page of A4 for each person, and the same page to be read back.

What it draws it also returns as a layout: each box and field with its meaning, in mm. A consent says which version of
which text stands beside it, so that a form that comes home next year is read as it was printed. Measures follow what
was found about reading paper: boxes of 4.5 mm with white around them, at least 8 mm apart down and 10 mm across.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.units import mm

from buurtapp.core.errors import UserError
from buurtapp.core.geometry import Box, Fiducial, PageLayout, SheetLayout, TextField
from buurtapp.core.i18n import N_, Text, _, p_, text
from buurtapp.features.people.forms import FORM, FormFor, PrintedForms, RegistrationForm
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.printouts import form_frame as frame
from buurtapp.features.people.printouts import form_parts as parts
from buurtapp.features.people.printouts.form_parts import LEFT_MM, RIGHT_MM
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.rules.form_words import CONTACT_WORDS
from buurtapp.printing import codes, fonts, lines, marks
from buurtapp.printing.lines import Line
from buurtapp.printing.pen import Pen

Progress = Callable[[int, int], None]

_ROW_MM = 13.9
_GAP_MM = 4.0
_WORDS_IN_ROW, _WORD_ROW_MM = 3, 8.0
_YES_X, _NO_X = 171.0, 184.5
_TEXT_MM = 148.0
_TEXT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
_TEXT_LEADING = 1.22
_LEAST_ROW_MM, _MOST_ROW_MM, _ROW_AIR_MM = 8.0, 9.6, 1.4
_SIGN_MM = 13.0
_BELOW_STRIP_MM, _BETWEEN_MM, _CONTACT_MM, _COLUMN_HEAD_MM = 1.6, 2.0, 11.25, 3.8
_LESS_MM = 0.8
"""The last row of words needs less room below it."""
_POINT_MM = 25.4 / 72
_LETTERS_IN_WORD = 6.0


@dataclass(slots=True)
class _Page:
    """What has been drawn on the page so far, to be read back."""

    fiducials: tuple[Fiducial, ...] = ()
    boxes: list[Box] = field(default_factory=list)
    fields: list[TextField] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)

    def layout(self, pen: Pen) -> PageLayout:
        """Return where everything lies; of copies the first: they differ only in what their codes say."""
        return PageLayout(1, pen.width_mm, pen.height_mm, tuple(self.boxes), tuple(self.fields), self.fiducials)


def draw_forms(forms: Sequence[RegistrationForm], progress: Progress | None = None) -> PrintedForms:
    """Return the forms as one PDF in the present language, with the layout of each.

    What all copies of a form share is in the PDF once.
    Raises UserError "form_too_long" when the texts of the consents do not fit on a page in the smallest letters.
    `progress` is called before the first page and after each one.
    """
    pen = Pen(_("Registration form {code}").format(code=forms[0].code if len(forms) == 1 else "").strip())
    pages = sum(form.copies for form in forms)
    done, layouts = 0, []
    warnings: list[Text] = []
    for number, form in enumerate(map(_with_room, forms), 1):
        logo, warned = frame.logo_of(form)
        page = _Page(_fiducials(pen, form, 1))
        stamp = f"form{number}"
        pen.canvas.beginForm(stamp, 0, 0, pen.width_mm * mm, pen.height_mm * mm)
        frame.draw_header(pen, form, logo)
        _draw_questions(pen, form, page)
        frame.draw_footer(pen, form)
        pen.canvas.endForm()
        for copy in range(1, form.copies + 1):
            if progress is not None:
                progress(done, pages)
            if done:
                pen.next_page()
            pen.fiducials(_fiducials(pen, form, copy))
            pen.canvas.doForm(stamp)
            frame.draw_number(pen, f"{form.code}/{copy}" if form.is_blank else form.code)
            done += 1
        layouts.append(SheetLayout(FORM, form.code, (page.layout(pen),)))
        warnings += [*warned, *_unreadable(form), *map(_cut, page.cut)]
    pdf = pen.finish()
    if progress is not None:
        progress(pages, pages)
    return PrintedForms(pdf, tuple(layouts), pages, tuple({str(one): one for one in warnings}.values()))


def _fiducials(pen: Pen, form: RegistrationForm, copy: int) -> tuple[Fiducial, ...]:
    """Return the marks of one paper; those of a blank one say which copy it is."""
    code = codes.parse_code(form.code)
    return marks.fiducials(pen.width_mm, pen.height_mm, code, 1, copy=copy if form.is_blank else 0)


def _cut(value: str) -> Text:
    return text(N_("Too long to print in full: {names}"), names=f"{' '.join(value.split())[:60]}…")


def _unreadable(form: RegistrationForm) -> list[Text]:
    name = form.whom.name
    printed = [form.group_name, form.contact, name.given, name.initials, name.infix, name.family, form.whom.door.line]
    printed += [one.text for one in form.consents] + [one.word for one in form.words]
    missing = fonts.missing("".join(printed))
    words = N_("There are no letters for these signs; they are printed as boxes: {signs}")
    return [text(words, signs=missing)] if missing else []


def _draw_questions(pen: Pen, form: RegistrationForm, page: _Page) -> None:
    about: dict[str, object] = {"person_id": form.whom.person_id}
    if form.whom.address_id is not None:
        about["address_id"] = form.whom.address_id
    y = _draw_who(pen, form, page, about, frame.STRIP_Y_MM + frame.STRIP_MM + _BELOW_STRIP_MM)
    y = _draw_wishes(pen, form, page, about, y + _BETWEEN_MM)
    notice, sign = frame.BOTTOM_MM - frame.notice_height_mm(form), _sign_at(form)
    _draw_consents(pen, form, page, about, y + _BETWEEN_MM, sign - 1.6)
    _draw_signing(pen, page, about, sign)
    frame.draw_notice(pen, form, notice)
    page.fields.append(frame.draw_handed_out(pen, "p1.handed_out_by", {"field": "handed_out_by", **about}))


def _draw_who(pen: Pen, form: RegistrationForm, page: _Page, about: dict[str, object], y: float) -> float:
    hint = ""
    if _known(form.whom):
        hint = _("Is something wrong? Cross it out and write it beside it.")
    y = parts.draw_head(pen, 1, _("Who are you?"), hint, y)
    name, door = form.whom.name, form.whom.door
    rows = (
        (
            ("given", _("First name, or initials"), 60.0, name.given or name.initials),
            ("infix", _("Prefix (van, de)"), 27.0, name.infix),
            ("family", _("Family name"), 77.0, name.family or _only_title(name)),
        ),
        (
            ("street", _("Street"), 82.0, door.street),
            ("number", _("House number"), 24.0, door.house),
            ("postcode", _("Postcode"), 22.0, door.postcode),
            ("place", _("Place"), 32.0, door.place),
        ),
        (
            ("phone", _("Phone"), 46.0, ""),
            ("email", _("E-mail"), 72.0, ""),
            ("languages", _("Which languages do you speak?"), 46.0, ""),
        ),
    )
    for row in rows:
        x = LEFT_MM
        for name_of_field, label, wide, written in row:
            place = (x, y, wide)
            made, fits = parts.draw_field(
                pen, f"p1.{name_of_field}", label, place, {"field": name_of_field, **about}, written
            )
            page.fields.append(made)
            if not fits:
                page.cut.append(written)
            x += wide + _GAP_MM
        y += _ROW_MM
    return _draw_contact(pen, page, about, y)


def _only_title(name: Name) -> str:
    return "" if name.given or name.initials else name.title


def _known(whom: FormFor) -> bool:
    return whom.person_id is not None or bool(whom.door.street)


def _draw_contact(pen: Pen, page: _Page, about: dict[str, object], y: float) -> float:
    """Draw the circles for how somebody likes to be reached, on one line under their question."""
    question = _("How do you like to hear from us? Choose one.")
    pen.text(question, LEFT_MM, y + 3.6, fonts.face("text"), 10.5)
    middle, step = y + _CONTACT_MM - 3.25, (RIGHT_MM - LEFT_MM) / len(CONTACT_WORDS)
    for at, (way, words) in enumerate(CONTACT_WORDS.items()):
        x = LEFT_MM + at * step
        meaning = {"field": "contact", "answer": way, **about}
        page.boxes.append(parts.draw_box(pen, f"p1.contact.{way}", x, middle, meaning, "circle"))
        parts.draw_beside(pen, words.render(), x, middle, step - parts.BOX_MM - parts.BESIDE_MM - 2.0)
    return y + _CONTACT_MM


def _draw_wishes(pen: Pen, form: RegistrationForm, page: _Page, about: dict[str, object], y: float) -> float:
    hint = _("More than one cross is fine.") if form.words else ""
    y = parts.draw_head(pen, 2, _("What can you do, or would you like to do?"), hint, y)
    step = (RIGHT_MM - LEFT_MM) / _WORDS_IN_ROW
    for at, one in enumerate(form.words):
        row, column = divmod(at, _WORDS_IN_ROW)
        x, middle = LEFT_MM + column * step, y + 3.6 + row * _WORD_ROW_MM
        meaning = {"field": one.kind, "word": one.word, **about}
        page.boxes.append(parts.draw_box(pen, f"p1.word.{at + 1}", x, middle, meaning))
        if not parts.draw_beside(pen, one.word, x, middle, step - parts.BOX_MM - parts.BESIDE_MM - 3.0):
            page.cut.append(one.word)
    rows = -(-len(form.words) // _WORDS_IN_ROW)
    y += rows * _WORD_ROW_MM - (_LESS_MM if rows else 0.0)
    label = _("Something else? (with commas in between)") if form.words else _("Write it down, with commas in between")
    place = (LEFT_MM, y, RIGHT_MM - LEFT_MM)
    made, _fits = parts.draw_field(pen, "p1.skills", label, place, {"field": "skills", **about})
    page.fields.append(made)
    return y + parts.LABEL_MM + parts.FIELD_MM


def _draw_consents(  # noqa: PLR0913 - the page, what is asked, and from where to where
    pen: Pen, form: RegistrationForm, page: _Page, about: dict[str, object], top: float, bottom: float
) -> None:
    hint = _("Choose yes or no for each. No is fine too: you can join in anyway.")
    y = parts.draw_head(pen, 3, _("What may we do?"), hint, top)
    bold = fonts.face("text", 700)
    for words, x in ((p_("above the boxes of a form", "yes"), _YES_X), (p_("above the boxes of a form", "no"), _NO_X)):
        pen.text(words, x + parts.BOX_MM / 2, y + 2.6, bold, 10, "center")
    y += _COLUMN_HEAD_MM
    made = _fitted(form, bottom - y)
    heights = [_row_mm(rows) for rows in made]
    spare = (bottom - y - sum(heights)) / len(heights) if heights else 0.0
    for at, (one, rows, height) in enumerate(zip(form.consents, made, heights, strict=True)):
        height += max(0.0, min(spare, _MOST_ROW_MM - _LEAST_ROW_MM))  # noqa: PLW2901 - the row, stretched
        middle = y + height / 2
        if at:
            pen.rule(LEFT_MM, y, _YES_X - 4.0, y, 0.15, 0.62)
        parts.draw_block(pen, rows, (LEFT_MM, middle, _TEXT_MM), _TEXT_LEADING)
        for name, answer, x in (("yes", "given", _YES_X), ("no", "withdrawn", _NO_X)):
            meaning = {
                "field": "consent",
                "purpose": one.purpose,
                "answer": answer,
                "text_version": one.version,
                "text_language": one.language,
                **about,
            }
            page.boxes.append(parts.draw_box(pen, f"p1.consent.{one.purpose}.{name}", x, middle, meaning))
        y += height


def _row_mm(rows: Sequence[Line]) -> float:
    return max(_LEAST_ROW_MM, len(rows) * rows[0].size * _TEXT_LEADING * _POINT_MM + _ROW_AIR_MM)


def _with_room(form: RegistrationForm) -> RegistrationForm:
    """Return the form with one row of words where two would leave no room for the texts of the consents."""
    least = sum(map(_row_mm, _wrapped(form, _TEXT_SIZES[-1])))
    rows = -(-len(form.words) // _WORDS_IN_ROW)
    is_tight = rows > 1 and least > _consent_room_mm(form, rows)
    return replace(form, words=form.words[:_WORDS_IN_ROW]) if is_tight else form


def _consent_room_mm(form: RegistrationForm, rows: int) -> float:
    """Return how much room there is for the texts of the consents, with so many rows of words above them."""
    top = frame.STRIP_Y_MM + frame.STRIP_MM + _BELOW_STRIP_MM + parts.HEAD_MM + 3 * _ROW_MM + _CONTACT_MM
    wishes = _BETWEEN_MM + parts.HEAD_MM + rows * _WORD_ROW_MM - bool(rows) * _LESS_MM + parts.LABEL_MM + parts.FIELD_MM
    return _sign_at(form) - 1.6 - (top + wishes + _BETWEEN_MM + parts.HEAD_MM + _COLUMN_HEAD_MM)


def _sign_at(form: RegistrationForm) -> float:
    notice = frame.BOTTOM_MM - frame.notice_height_mm(form)
    return notice - 2.4 - (parts.HEAD_MM + parts.LABEL_MM + _SIGN_MM)


def _wrapped(form: RegistrationForm, size: float) -> list[list[Line]]:
    face = fonts.face("text")
    return [lines.wrap(_paragraph(one.text), face, size, _TEXT_MM * mm) for one in form.consents]


def _fitted(form: RegistrationForm, room_mm: float) -> list[list[Line]]:
    """Return the texts of the consents as lines, in the largest letters in which they fit together."""
    made: list[list[Line]] = []
    for size in _TEXT_SIZES:
        made = _wrapped(form, size)
        if sum(map(_row_mm, made)) <= room_mm + 0.001:
            return made
    over = sum(map(_row_mm, made)) - room_mm
    longest = max(form.consents, key=lambda one: len(one.text))
    in_a_row = _TEXT_MM / (_TEXT_SIZES[-1] * _POINT_MM * 0.5) / _LETTERS_IN_WORD
    words = max(5, round(over / (_TEXT_SIZES[-1] * _TEXT_LEADING * _POINT_MM) * in_a_row))
    raise UserError(
        "form_too_long",
        text(N_("The texts that people say yes or no to are about {words} words too long for one page."), words=words),
        text(
            N_("Make the text about “{purpose}” shorter, or leave a subject off the form."),
            purpose=PURPOSE_WORDS[longest.purpose],
        ),
    )


def _paragraph(words: str) -> str:
    return " ".join(words.split())


def _draw_signing(pen: Pen, page: _Page, about: dict[str, object], y: float) -> None:
    y = parts.draw_head(pen, 4, _("Signature"), "", y)
    places = (
        ("date", _("Date (day, month, year)"), 40.0, parts.FIELD_MM),
        ("signature", _("Signature"), 60.0, _SIGN_MM),
        ("parent", _("Younger than 16? Signature of a parent"), 64.0, _SIGN_MM),
    )
    x = LEFT_MM
    for name, label, wide, high in places:
        made, _fits = parts.draw_field(pen, f"p1.{name}", label, (x, y, wide), {"field": name, **about}, height_mm=high)
        page.fields.append(made)
        x += wide + _GAP_MM
