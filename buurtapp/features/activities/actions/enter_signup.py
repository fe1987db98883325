"""Reading a sign-up sheet back: whoever wrote their name is found or added, and signed up; again corrects it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions.attend import people_named
from buurtapp.features.activities.actions.sign_up import move_up, sign_up
from buurtapp.features.activities.records import SignupDraft, SignupEntry, SignupLine
from buurtapp.features.activities.tables import Activity, Signup
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.reach import parse_phones
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.actions import note_home
from buurtapp.features.sheets.tables import Sheet, SheetRow


def entered_label(code: str, title: str) -> Text:
    """Return what the history says of `enter_signup_sheet`."""
    return text(N_("Sign-up sheet {code} of {title} read back"), code=code, title=title)


def enter_signup_sheet(work: Work, sheet_id: int, lines: Sequence[SignupLine]) -> SignupEntry:
    """Sign up whoever wrote their name on the sheet, in the order of its lines; whoever does not fit waits.

    Entered again, it corrects: a name that is gone takes off whom this sheet signed up, and nobody else. A name that
    several people have signs nobody up; it stays on its line. Raises DraftInvalid for numbers that cannot be.
    """
    sheet = work.get(Sheet, sheet_id)
    activity = work.get(Activity, sheet.subject_id)
    written = _checked(lines)
    entering = _Entering(work, sheet, activity)
    meant = {line.row: entering.who(line) for line in written.values()}
    entering.clear_lines(meant)
    for line in written.values():
        entering.enter(line, meant[line.row])
    note_home(work, sheet_id)
    return SignupEntry(
        entering.stored,
        entering.changed,
        entering.unchanged,
        tuple(entering.new_people),
        tuple(entering.waiting),
        tuple(entering.unclear),
    )


def _checked(lines: Sequence[SignupLine]) -> dict[int, SignupLine]:
    problems = [problem for line in lines for problem in rules.signup_problems(line.said)]
    if problems:
        raise DraftInvalid(problems)
    return {line.row: line for line in sorted(lines, key=lambda line: line.row) if line.name.strip()}


class _Entering:
    """A sheet on its way into the list of sign-ups, with what that does."""

    def __init__(self, work: Work, sheet: Sheet, activity: Activity) -> None:
        self.work, self.sheet, self.activity = work, sheet, activity
        rows = work.session.scalars(select(SheetRow).where(SheetRow.sheet_id == sheet.id).order_by(SheetRow.row))
        self.rows = {row.row: row for row in rows}
        self.done: set[int] = set()
        self.stored = self.changed = self.unchanged = 0
        self.new_people: list[int] = []
        self.waiting: list[int] = []
        self.unclear: list[str] = []

    def clear_lines(self, meant: dict[int, int | None]) -> None:
        """Take off whom this sheet signed up on a line that says something else now; their places go to who waits."""
        before = {row.person_id for row in self.rows.values() if row.person_id is not None}
        gone = [
            signup
            for number in before.difference(meant.values())
            if (signup := self._signup(number)) and self._is_ours(signup)
        ]
        for signup in gone:
            self.work.delete(signup)
        if gone:
            move_up(self.work, self.activity)
        self.changed += len(gone)
        for number, row in self.rows.items():
            if row.text and number not in meant:
                row.text, row.person_id = "", None

    def enter(self, line: SignupLine, person: int | None) -> None:
        """Sign up who stands on a line."""
        self._keep(line, person)
        if person is None:
            self.unclear.append(line.name.strip())
            return
        if person in self.done:
            return
        self.done.add(person)
        signup = self._signup(person)
        if signup is None:
            self.waiting += sign_up(self.work, self.activity.id, [person], line.said).waiting
            self.stored += 1
        elif self._say(signup, line.said):
            self.changed += 1
            move_up(self.work, self.activity)
        else:
            self.unchanged += 1

    def _known(self, line: SignupLine) -> int | None:
        """Return whom this line was about before, as long as it says the same name."""
        row = self.rows.get(line.row)
        if line.person_id is not None or row is None or fold(row.text) != fold(line.name):
            return line.person_id
        return row.person_id

    def who(self, line: SignupLine) -> int | None:
        """Return whom a name means, a new neighbour when nobody has it; None when several have."""
        known = self._known(line)
        if known is not None:
            return self.work.get(Person, known).id
        same = people_named(self.work, line.name.strip())
        phones = set(parse_phones(line.phone).values)
        if len(same) > 1 and phones:
            numbers = cards.phones_of(self.work.session, same)
            same = [one for one in same if phones.intersection(numbers[one])] or same
        if len(same) > 1:
            return None
        return same[0] if same else self._add(line)

    def _add(self, line: SignupLine) -> int:
        phones, written = parse_phones(line.phone).values, line.phone.strip()
        note = text(N_("Wrote on the sign-up sheet: {words}"), words=written).render() if written and not phones else ""
        number = people.add_person(self.work, PersonDraft(parse_name(line.name.strip()), phones=phones, note=note))
        self.new_people.append(number)
        return number

    def _signup(self, person: int) -> Signup | None:
        wanted = select(Signup).where(Signup.activity_id == self.activity.id, Signup.person_id == person)
        return self.work.session.scalars(wanted).first()

    def _is_ours(self, signup: Signup) -> bool:
        """Return whether somebody was signed up by this sheet: not before it came home."""
        return self.sheet.came_home_at is not None and signup.since >= self.sheet.came_home_at

    def _say(self, signup: Signup, said: SignupDraft) -> bool:
        """Note what the line says; to who signed up in another way before it only adds. Tells whether that is new."""
        before = signup.guests, signup.children, signup.lift
        if self._is_ours(signup):
            now = said.guests, said.children, said.lift
        else:
            now = max(before[0], said.guests), max(before[1], said.children), before[2] or said.lift
        signup.guests, signup.children, signup.lift = now
        self.work.flush()
        return before != now

    def _keep(self, line: SignupLine, person: int | None) -> None:
        """Keep what stands on the line: a second look, or a correction, begins with it."""
        row = self.rows.get(line.row)
        if row is None:
            row = SheetRow(sheet_id=self.sheet.id, page=self.sheet.pages, row=line.row, person_id=None, text="")
            self.rows[line.row] = self.work.add(row)
        row.text, row.person_id = line.name.strip(), person
        self.work.flush()
