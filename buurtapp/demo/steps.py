"""The steps of the demo: each does real work over the same actions as the window, and leaves its files behind."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from buurtapp.core import trouble
from buurtapp.core.clock import Clock, local
from buurtapp.core.errors import OutsideTrouble, UserError
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.core.store.store import Store
from buurtapp.demo import neighbours
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend, plan, print_list, sign_up
from buurtapp.features.activities.records import ActivityDraft, SheetAnswers, WalkIn
from buurtapp.features.group import actions as group
from buurtapp.features.group.queries import group as the_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.importing import actions as importing
from buurtapp.features.people.importing import queries as known
from buurtapp.features.people.importing import steps as lists
from buurtapp.features.people.queries import listing
from buurtapp.features.press import actions as printing
from buurtapp.features.press import queries as press
from buurtapp.features.press.records import Printed
from buurtapp.features.sheets import queries as sheets

GROUP_FILE = "klaverhoek-voorbeeld.buurt"
_WEDNESDAY = 2
_NOON = clock_time(12)
_PLACES = 16
_CAME = 9
_PICTURE_WIDTH = 1080


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was done: its name, how long it took in ms, and the files it left."""

    name: str
    ms: int
    files: tuple[Path, ...]


@dataclass(slots=True)
class Demo:
    """The demo on its way through a folder."""

    folder: Path
    clock: Clock
    steps: list[Step] = field(default_factory=list)
    activity: int = 0
    code: str = ""

    def run(self, told: Callable[[Step], None]) -> None:
        """Do all steps; `told` hears each when it is done. Raises the app's own errors."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise trouble.from_os(error, self.folder) from error
        _make_room(self.folder / GROUP_FILE, self.clock)
        with Store.create(self.folder / GROUP_FILE, self.clock) as store:
            for name, do in self._plan():
                start = time.perf_counter()
                files = do(store)
                step = Step(name.render(), round((time.perf_counter() - start) * 1000), tuple(files))
                self.steps.append(step)
                told(step)

    def _plan(self) -> list[tuple[Text, Callable[[Store], list[Path]]]]:
        return [
            (text(N_("Group file made")), self._group),
            (text(N_("List of neighbours read")), self._import),
            (text(N_("Activity planned, neighbours signed up")), self._activity),
            (text(N_("Flyer made")), self._flyer),
            (text(N_("Attendance list printed")), self._attendance_list),
            (text(N_("Ticked list read back")), self._read_back),
            (text(N_("Activity summed up")), self._summary),
            (text(N_("File checked")), self._check),
        ]

    def _write(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        write_atomic(path, data)
        return path

    def _group(self, store: Store) -> list[Path]:
        owner = Group(
            "Klaverhoek",
            "Klaverdorp",
            purpose=_("Neighbours who live alone know somebody round the corner again."),
            contact_name="Marijke van der Meer",
            contact_phone="+31600000105",
            is_sample=True,
        )
        store.write(group.changed_label(), group.change_group, owner)
        return [store.path]

    def _import(self, store: Store) -> list[Path]:
        source = self._write("bewoners.xlsx", neighbours.spreadsheet())
        table = lists.choose_sheet(lists.look(source), source.name)
        choice = lists.choose_columns(table, source.name)
        made = lists.plan(table, choice, store.read(known.known), source.name)
        label = importing.imported_label(source.name, len(importing.wanted_people(made, "skip")))
        result = store.write(label, importing.apply_plan, made, "skip")
        report = {
            "columns": choice.described(),
            "problems": [asdict(one) for one in made.problems],
            "doubles_within_file": made.doubles_within_file,
            **asdict(result),
        }
        return [source, self._write("import.json", json.dumps(report, ensure_ascii=False, indent=1).encode())]

    def _activity(self, store: Store) -> list[Path]:
        start = _next_wednesday(local(self.clock.now()))
        draft = ActivityDraft(
            _("Soup on Wednesday"),
            start,
            _("Eat soup together, with bread. Do come alone: there is always a place at the table."),
            _("food"),
            "De Kas, Esdoornplein 2",
            start + timedelta(minutes=90),
            _PLACES,
            _("free"),
            "Samira",
        )
        self.activity = store.write(plan.added_label(draft.title), plan.add_activity, draft)
        people = [person.id for person in store.read(listing.listed)]
        store.write(sign_up.signed_up_label(draft.title, len(people)), sign_up.sign_up, self.activity, people)
        return []

    def _flyer(self, store: Store) -> list[Path]:
        from buurtapp.features.press.printouts.table_flyer import draw_flyer  # noqa: PLC0415 - loads what draws
        from buurtapp.printing.render import page_png  # noqa: PLC0415 - only for pictures

        flyer = store.read(press.flyer_of, self.activity)
        one = draw_flyer(flyer)
        four = draw_flyer(replace(flyer, format="A6", up=4))
        files = [
            self._write("flyer-a4.pdf", one.pdf),
            self._write("flyer-a4.png", page_png(one.pdf, 1, _PICTURE_WIDTH)),
            self._write("flyer-4-op-a4.pdf", four.pdf),
        ]
        log = Printed("flyer", f"{flyer.style} A6", 4, four.pages)
        store.write(printing.printed_label(flyer.text.title), printing.log_print, self.activity, log)
        return files

    def _attendance_list(self, store: Store) -> list[Path]:
        from buurtapp.features.activities.printouts.attendance_list import attendance_list  # noqa: PLC0415 - loads what draws

        sheet = store.read(print_list.compose_list, self.activity, self.clock.today())
        pages = attendance_list(sheet)
        if pages.layout is None:
            message = "an attendance list has a layout"
            raise ValueError(message)
        path = self._write("aanwezigheidslijst.pdf", pages.pdf)
        label = print_list.printed_label(sheet.title)
        store.write(label, print_list.keep_list, self.activity, sheet, pages.layout, pages.pdf)
        self.code = sheet.code
        return [path]

    def _read_back(self, store: Store) -> list[Path]:
        sheet = store.read(sheets.find, self.code)
        ticked = [row.row for row in sheet.rows if row.person_id is not None][:_CAME]
        walk_in = "Yonas Tesfay"
        answers = {
            "marks": [f"r{row}.present" for row in ticked],
            "walk_ins": [{"name": walk_in}],
            "guests": 2,
            "children": 1,
        }
        path = self._write("ingevulde-lijst.json", json.dumps(answers, ensure_ascii=False, indent=1).encode())
        given = SheetAnswers(frozenset(ticked), (WalkIn(walk_in),), 2, 1)
        store.write(attend.entered_label(sheet.code, sheet.title), attend.enter_sheet, sheet.id, given)
        return [path]

    def _summary(self, store: Store) -> list[Path]:
        card = store.read(activities.card, self.activity)
        there = store.read(activities.presence, self.activity)
        lines = [
            card.draft.title,
            f"{card.starts_at:%d-%m-%Y %H:%M}, {card.draft.place}",
            _("Signed up: {names}. Waiting: {waiting}.").format(names=card.counts.names, waiting=card.counts.waiting),
            _("Present: {heads}. By name: {people}. Guests: {guests}. Children: {children}.").format(
                heads=there.head_count,
                people=len(there.present) + len(there.walk_ins),
                guests=there.guests,
                children=there.children,
            ),
            _("List {code} came home.").format(code=self.code),
        ]
        return [self._write("verslag.txt", ("\n".join(lines) + "\n").encode())]

    def _check(self, store: Store) -> list[Path]:
        report = store.check()
        if not report.ok:
            raise OutsideTrouble("damaged", trouble.damaged(store.path.name).text)
        return [store.backup().file]


def _next_wednesday(now: datetime) -> datetime:
    day = now.date() + timedelta(days=(_WEDNESDAY - now.weekday()) % 7 or 7)
    return datetime.combine(day, _NOON)


def _make_room(path: Path, clock: Clock) -> None:
    """Take the file of an earlier demo away, after a copy if somebody worked in it; anything else of that name stays.

    Raises UserError "file_exists" for a group of people that are not invented, OutsideTrouble when the file is open.
    """
    if not path.exists():
        return
    with Store.open(path, clock) as store:
        ours = store.read(the_group).is_sample
        if ours:
            store.backup_if_changed()
    if not ours:
        raise UserError(
            "file_exists",
            text(N_("There is already a file {name}. It was not touched."), name=path.name),
            text(N_("Choose another folder.")),
        )
    path.unlink()
