"""The folder on paper: figures, what is missing in amber, every receipt, and nothing that should not stand on it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from builders import DONE, NOW, add_activity, add_people, add_person, new_store
from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.money import actions, queries
from buurtapp.features.activities.money.attachments import prepare
from buurtapp.features.activities.money.printouts.account import draw_account
from buurtapp.features.activities.money.printouts.blocks import BOTTOM_MM, TOP_MM, Block, next_page, share_out
from buurtapp.features.activities.money.records import AccountPaper, FundDraft, LineDraft, Prepared, ReceiptDraft
from buurtapp.features.activities.tables import Attendance
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.render import page_images, page_texts

HERE = local(NOW)
AMBER = (138, 75, 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with use_language("en"):
        yield


def paper(shade: int) -> Prepared:
    target = io.BytesIO()
    Image.new("L", (200, 300), shade).save(target, "PNG")
    return prepare(target.getvalue(), "bon.png")


def invoice(pages: int) -> Prepared:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 400))
    for page in range(pages):
        canvas.drawString(40, 200, f"factuur blad {page}")
        canvas.showPage()
    canvas.save()
    return prepare(target.getvalue(), "factuur.pdf")


def came(store: Store, activity: int, people: list[int]) -> None:
    def write(work: Work) -> None:
        work.add_many(
            Attendance(activity_id=activity, person_id=one, name="", sheet_id=None, arrived_at=None) for one in people
        )

    store.write(DONE, write)


def looked_back(store: Store, activity: int) -> None:
    def write(work: Work) -> None:
        values = {"went_well": "De soep was op.", "next_time": "Meer brood.", "said": "", "helpers": 6}
        work.add(Evaluation(activity_id=activity, helper_minutes=600, made_at=work.now, **values))

    store.write(DONE, write)


def whole(store: Store) -> tuple[int, int]:
    """A fund that misses nothing, with one activity of seven people and three receipts; return both numbers."""
    activity = add_activity(store, "Soep op woensdag", datetime(2026, 10, 7, 12))
    draft = FundDraft("Wijkbudget 2026", "Gemeente", "WB-118", "1.500", date(2026, 11, 1), "Karin", date(2026, 10, 12))
    fund = store.write(DONE, actions.add_fund, draft, activity)
    line = store.write(DONE, actions.add_line, LineDraft("Boodschappen", "720", fund_id=fund))
    for title, kept in (("Groente", paper(90)), ("Brood", paper(140)), ("Factuur", invoice(2))):
        bill = ReceiptDraft(title, "20,10", date(2026, 10, 7), activity_id=activity)
        store.write(DONE, actions.add_receipt, line, bill, kept)
    came(store, activity, add_people(store, 7))
    looked_back(store, activity)
    store.write(DONE, actions.add_photo, activity, paper(200), "Aan tafel", consent=True)
    return fund, activity


def drawn(store: Store, fund: int) -> tuple[AccountPaper, PrintedPages, list[str]]:
    read = store.read(queries.account_paper, HERE, fund=fund)
    pages = draw_account(read)
    return read, pages, [" ".join(one.split()) for one in page_texts(pages.pdf)]


def has_amber(pages: PrintedPages, number: int = 0) -> bool:
    image = list(page_images(pages.pdf, 60))[number].convert("RGB")
    colours = image.getcolors(image.width * image.height) or []
    return any(red > 240 and 220 < green < 242 and 190 < blue < 222 for _count, (red, green, blue) in colours)  # type: ignore[misc]


def test_a_whole_account_tells_everything_and_has_no_gaps(store: Store) -> None:
    fund, _activity = whole(store)
    read, pages, texts = drawn(store, fund)
    assert read.gaps == ()
    assert pages.warnings == ()
    assert pages.pages == len(texts)
    told = " ".join(texts)
    for words in (
        "Account of Wijkbudget 2026",
        "Klaverhoek to Gemeente",
        "Granted: € 1,500.00. Reference: WB-118. To be handed in by 1 November 2026.",
        "Boodschappen 720.00 60.30 3 of 3",
        "Left: € 1,439.70.",
        "Something was done 1 time. 7 visits in all, 7 people each time. 7 of the 7 addresses took part at least once",
        "6 times somebody helped, 10 hours together.",
        "treasurer, Karin: signed 12 October 2026",
        "Went well: De soep was op.",
        "Next time: Meer brood.",
        "Aan tafel. Photo with consent.",
    ):
        assert words in told
    assert not has_amber(pages)
    assert "missing" not in told
    assert "days left" not in told, "what is complete is in no hurry"
    assert "Buur" not in told.replace("Buurtapp", ""), "no name of a neighbour"


def test_every_receipt_is_a_page_that_the_table_names(store: Store) -> None:
    fund, _activity = whole(store)
    _read, pages, texts = drawn(store, fund)
    assert [text.split(" Boodschappen")[0] for text in texts[-4:]] == [
        "Receipt 1: Groente",
        "Receipt 2: Brood",
        "Receipt 3: Factuur, sheet 1 of 2",
        "Receipt 3: Factuur, sheet 2 of 2",
    ]
    words = next(text for text in texts if "All receipts" in text)
    first = pages.pages - 3
    for number, title in enumerate(("Groente", "Brood", "Factuur")):
        assert f"Boodschappen: {title} 20.10 page {first + number}" in words
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {pages.pages}" in text
    images = list(page_images(pages.pdf, 40))[-4:]
    assert all(sum(image.convert("L").histogram()[:200]) > 100 for image in images)


def test_the_folder_names_every_missing_piece_of_an_account_with_five_gaps(store: Store) -> None:
    fund, activity = whole(store)
    line = store.read(queries.account_of_fund, fund, HERE).lines[0].id
    lost = ReceiptDraft("Kaas", "8,00", date(2026, 9, 16), "Samira", activity_id=activity)
    store.write(DONE, actions.add_receipt, line, lost)
    store.write(DONE, actions.add_line, LineDraft("Muziek", fund_id=fund))
    uncounted = add_activity(store, "Soep op woensdag", datetime(2026, 9, 30, 12))
    store.write(DONE, actions.set_fund, uncounted, fund)
    (photo,) = store.read(queries.photos, [activity])
    store.write(DONE, actions.change_photo, photo.id, "Aan tafel", consent=False)
    unsigned = FundDraft("Wijkbudget 2026", "Gemeente", "WB-118", "1.500", date(2026, 11, 1), "Karin")
    store.write(DONE, actions.change_fund, fund, unsigned)

    read, pages, texts = drawn(store, fund)

    assert sorted(gap.kind for gap in read.gaps) == ["attendance", "photo", "plan", "receipt", "signature"]
    told = " ".join(texts)
    assert "Still missing: 5 things" in told
    for gap in read.gaps:
        assert gap.words.render() in told
    assert len(pages.warnings) == 5
    # And each where it belongs.
    for words in (
        "3 of 4",
        "no plan",
        "1 activity was not counted.",
        "not counted",
        "Samira has it",
        "treasurer, Karin: still to sign",
        "A photo of Soep op woensdag",
    ):
        assert words in told
    assert has_amber(pages)
    assert "19 days left" in texts[0]
    assert "Aan tafel" not in told, "a photo without consent is not printed, nor its words"


def test_what_a_letter_should_tell_is_missed_on_the_first_page(store: Store) -> None:
    fund = store.write(DONE, actions.add_fund, FundDraft("Leeg"))
    read, pages, texts = drawn(store, fund)
    assert [gap.kind for gap in read.gaps] == ["amount", "reference", "deadline", "signature"]
    assert "The number of the grant is still missing here." in texts[0]
    assert "treasurer: who signs?" in texts[0]
    assert "Nothing has happened yet to tell about." in texts[0]
    assert has_amber(pages)


def test_few_people_are_not_counted_out(store: Store) -> None:
    fund, activity = whole(store)
    small = add_activity(store, "Schaken", datetime(2026, 9, 30, 12))
    store.write(DONE, actions.set_fund, small, fund)
    came(store, small, [add_person(store, "Gerrit de Boer", "Vlierhof 3")])
    _read, _pages, texts = drawn(store, fund)
    told = " ".join(texts)
    assert "Schaken <5" in told
    assert "Gerrit" not in told
    assert "Soep op woensdag 7 6" in told
    assert activity


def test_the_account_of_one_activity_is_its_own(store: Store) -> None:
    _fund, activity = whole(store)
    read = store.read(queries.account_paper, HERE, activity=activity)
    pages = draw_account(read)
    told = " ".join(" ".join(page_texts(pages.pdf)).split())
    assert "Account of Soep op woensdag" in told
    assert "Boodschappen – 60.30 3 of 3" in told


def test_more_than_planned_asks_for_a_reason(store: Store) -> None:
    fund, activity = whole(store)
    line = store.read(queries.account_of_fund, fund, HERE).lines[0].id
    store.write(DONE, actions.change_line, line, "Boodschappen", "50")
    read, pages, texts = drawn(store, fund)
    assert [gap.kind for gap in read.gaps] == ["over"]
    assert "Boodschappen: € 10.30 more than planned, because" in texts[0]
    assert has_amber(pages)
    assert activity


def test_a_paper_that_two_receipts_share_is_one_page(store: Store) -> None:
    fund, activity = whole(store)
    line = store.read(queries.account_of_fund, fund, HERE).lines[0].id
    before = drawn(store, fund)[1].pages
    bill = ReceiptDraft("Ook groente", "1", date(2026, 10, 7), activity_id=activity)
    store.write(DONE, actions.add_receipt, line, bill, paper(90))
    _read, pages, texts = drawn(store, fund)
    assert pages.pages == before
    assert f"Boodschappen: Ook groente 1.00 page {before - 3}" in " ".join(texts)


def test_long_and_strange_words_stay_on_the_paper(store: Store) -> None:
    fund, activity = whole(store)
    long = "Wijkbudget " + "x" * 180
    store.write(DONE, actions.change_fund, fund, FundDraft(long, "جار " * 30, "<b>&", "1", None, "Ł" * 190))
    line = store.read(queries.account_of_fund, fund, HERE).lines[0].id
    store.write(DONE, actions.change_line, line, "Ayşe’s soep " * 15, "1")
    for _more in range(70):
        store.write(DONE, actions.add_receipt, line, ReceiptDraft("Bon " + "y" * 150, "9.999.999"))
    _read, pages, _texts = drawn(store, fund)
    for image in page_images(pages.pdf, 30):
        grey = image.convert("L")
        assert grey.crop((grey.width - 12, 0, grey.width, grey.height)).getextrema() == (255, 255)
    assert activity


def test_the_same_account_gives_the_same_bytes(store: Store) -> None:
    fund, _activity = whole(store)
    assert drawn(store, fund)[1].pdf == drawn(store, fund)[1].pdf


def test_blocks_are_put_on_pages_without_tearing_one() -> None:
    head = Block(5.0, lambda _pen, _y: None, stays=True)
    row = Block(50.0, lambda _pen, _y: None, head=head)
    pages = share_out([head, *[row] * 12, next_page(), row])
    assert [sum(1 for _y, block in page if block is row) for page in pages] == [5, 5, 2, 1]
    assert [page[0][1] for page in pages[:2]] == [head, head]
    assert all(y >= TOP_MM and y + block.height_mm <= BOTTOM_MM + 1e-6 for page in pages for y, block in page)
