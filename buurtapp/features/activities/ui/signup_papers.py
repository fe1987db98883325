"""The papers around sign-ups that show people: invitations, whom to call, name badges; and the sheet to sign up on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import slug
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import call_people, invite
from buurtapp.features.activities.records import CALL_WHO, CallWho
from buurtapp.features.activities.ui.signup_sheet_out import SignupOut
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Outgoing
from buurtapp.features.people.papers import BadgesJob
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.meant_for import people_for
from buurtapp.features.sheets.ui.plain_out import Draw, PlainOptions, PlainOut, PlainPaper
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, choice
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_LONGEST = 40
_NEW, _ALL, _STREET, _LABEL = "new", "all", "street:", "label:"


def show_signup_sheet(desk: Desk, activity_id: int, parent: QWidget) -> SignupOut:
    """Show a sign-up sheet, ready for the printer."""
    out = SignupOut(desk, activity_id)
    out.begin(parent)
    return out


def show_invitation(desk: Desk, activity_id: int, parent: QWidget) -> PlainOut:
    """Show an invitation to whoever did not sign up yet, and let others be chosen."""
    store = _open(desk)

    def options() -> PlainOptions:
        form = Form()
        form.add(("to", choice(text(N_("To whom")), _choices(desk))))
        form.set_value("to", _NEW)
        return PlainOptions(form)

    def draw(wanted: str) -> Draw:
        return lambda _progress: _invitation(store, activity_id, _invited(wanted))

    making = text(N_("Writing the invitation"))
    out = PlainOut(desk, making, draw(_NEW), options, lambda chosen: draw(chosen.form.text("to")))
    out.begin(parent)
    return out


def _choices(desk: Desk) -> tuple[tuple[object, Text], ...]:
    found: list[tuple[object, Text]] = [
        (_NEW, text(N_("Who did not sign up yet"))),
        (_ALL, text(N_("Everybody"))),
    ]
    for street in desk.read(listing.streets):
        name = one_line(street.name)[:_LONGEST]
        found.append((f"{_STREET}{street.name}", text(N_("Street {name}"), name=name)))
    for label in desk.read(listing.labels):
        name = one_line(label.name)[:_LONGEST]
        found.append((f"{_LABEL}{label.name}", text(N_("Label {name}"), name=name)))
    return tuple(found)


def _invited(wanted: str) -> invite.Invited:
    if wanted.startswith(_STREET):
        return invite.Invited(street=wanted.removeprefix(_STREET))
    if wanted.startswith(_LABEL):
        return invite.Invited(label=wanted.removeprefix(_LABEL))
    return invite.Invited(new_only=wanted == _NEW)


def _invitation(store: Store, activity_id: int, invited: invite.Invited) -> PlainPaper:
    from buurtapp.features.activities.printouts.invitation import draw_invitation  # noqa: PLC0415 - loads what draws

    letters = store.read(invite.compose_invitation, activity_id, invited, store.clock.today())
    pages = draw_invitation(letters)
    people = sum(len(one.people) for one in letters.addressees)
    title = text(N_("Invitation to {title}"), title=one_line(letters.activity.draft.title)[:200])
    told = text(N_("On these letters stand: name and address. Whoever wants no letters gets none."))
    outgoing = Outgoing("invitation", "", pages.pages, 1, people, ("name", "address"))
    return _paper(title, pages, told, outgoing, letters.warnings)


def show_call_list(desk: Desk, activity_id: int, parent: QWidget, who: str = "signed-up") -> PlainOut:
    """Show whom to call of an activity; `who` is one of `records.CALL_WHO`."""
    out = call_list_out(desk, activity_id, who)
    out.begin(parent)
    return out


def call_list_out(desk: Desk, activity_id: int, who: str = "signed-up") -> PlainOut:
    """Return a call list that is on its way out, and not shown yet."""
    store = _open(desk)

    def options() -> PlainOptions:
        form = Form()
        form.add(("who", choice(text(N_("Whom to call")), [(one, call_people.who_words(one)) for one in CALL_WHO])))
        form.set_value("who", who)
        return PlainOptions(form)

    def draw(wanted: str) -> Draw:
        return lambda _progress: _call_list(store, activity_id, cast("CallWho", wanted))

    making = text(N_("Making the call list"))
    return PlainOut(desk, making, draw(who), options, lambda chosen: draw(chosen.form.text("who")))


def _call_list(store: Store, activity_id: int, who: CallWho) -> PlainPaper:
    from buurtapp.features.activities.printouts.call_list import draw_call_list  # noqa: PLC0415 - loads what draws

    calls = store.read(call_people.compose_call_list, activity_id, who, store.clock.today())
    pages = draw_call_list(calls, call_people.who_words(who).render())
    title = text(N_("Call list of {title}"), title=one_line(calls.title)[:200])
    told = text(N_("On this list stand: name, address, phone. Keep it to yourself, and destroy it afterwards."))
    outgoing = Outgoing("call-list", who, pages.pages, 1, len(calls.people), ("name", "address", "phone"))
    return _paper(title, pages, told, outgoing, call_people.left_out_words(calls))


def show_badges(desk: Desk, activity_id: int, parent: QWidget) -> PlainOut:
    """Show name badges of who has a place; what is left of a sheet is for guests."""
    store = _open(desk)
    out = PlainOut(desk, text(N_("Making the name badges")), lambda _progress: _badges(store, activity_id))
    out.begin(parent)
    return out


def _badges(store: Store, activity_id: int) -> PlainPaper:
    from buurtapp.features.people.printouts.badges import draw_badges  # noqa: PLC0415 - loads what draws

    title = store.read(queries.card, activity_id).draft.title
    found = store.read(cards.cards, store.read(queries.signed_up_ids, activity_id))
    may, _may_not = people_for("badges", found)
    owner = store.read(group)
    pages = draw_badges(BadgesJob(tuple(may), owner.name, logo=owner.logo))
    said = text(N_("Name badges of {title}"), title=one_line(title)[:200])
    told = text(N_("On these badges stand names. What is left is for guests, who write their own."))
    return _paper(said, pages, told, Outgoing("badges", "", pages.pages, 1, len(may), ("name",)))


# What they share


def _open(desk: Desk) -> Store:
    store = desk.store
    assert store is not None, "a paper is printed from a file that is open"
    return store


def _paper(
    title: Text, pages: PrintedPages, told: Text, outgoing: Outgoing, warnings: tuple[Text, ...] = ()
) -> PlainPaper:
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    name = f"{slug(title.render())}.pdf"
    sizes = page_sizes_mm(pages.pdf)
    paper = Paper(title, pages.pdf, sizes, page_pixels, name, told, (*warnings, *pages.warnings))
    return PlainPaper(paper, outgoing)
