"""What the coordinator does with money: funds, budget lines, receipts and their papers, photos."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.money import rules
from buurtapp.features.activities.money.records import (
    Attached,
    FundDraft,
    LineDraft,
    Prepared,
    ReceiptDraft,
)
from buurtapp.features.activities.money.typed import parse_amount
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.money import Attachment, BudgetLine, Fund, Photo, Receipt

# What the history says


def fund_added_label(name: str) -> Text:
    """Return what the history says of `add_fund`."""
    return text(N_("Fund added: {name}"), name=name)


def fund_changed_label(name: str) -> Text:
    """Return what the history says of `change_fund`."""
    return text(N_("Fund changed: {name}"), name=name)


def fund_deleted_label(name: str) -> Text:
    """Return what the history says of `delete_fund`."""
    return text(N_("Fund deleted: {name}"), name=name)


def fund_set_label(title: str, name: str) -> Text:
    """Return what the history says of `set_fund`; no name is no fund."""
    if name:
        return text(N_("{title} is paid from {name}"), title=title, name=name)
    return text(N_("{title} is paid from no fund"), title=title)


def line_added_label(title: str) -> Text:
    """Return what the history says of `add_line`."""
    return text(N_("Budget line added: {title}"), title=title)


def line_changed_label(title: str) -> Text:
    """Return what the history says of `change_line`."""
    return text(N_("Budget line changed: {title}"), title=title)


def line_deleted_label(title: str) -> Text:
    """Return what the history says of `delete_line`."""
    return text(N_("Budget line deleted with its receipts: {title}"), title=title)


def receipt_added_label(title: str) -> Text:
    """Return what the history says of `add_receipt`."""
    return text(N_("Receipt added: {title}"), title=title)


def receipt_changed_label(title: str) -> Text:
    """Return what the history says of `change_receipt`."""
    return text(N_("Receipt changed: {title}"), title=title)


def receipt_deleted_label(title: str) -> Text:
    """Return what the history says of `delete_receipt`."""
    return text(N_("Receipt deleted: {title}"), title=title)


def attached_label(title: str) -> Text:
    """Return what the history says of `attach`."""
    return text(N_("Paper added to the receipt: {title}"), title=title)


def detached_label(title: str) -> Text:
    """Return what the history says of `detach`."""
    return text(N_("Paper taken off the receipt: {title}"), title=title)


def photo_added_label(title: str) -> Text:
    """Return what the history says of `add_photo`."""
    return text(N_("Photo added: {title}"), title=title)


def photo_changed_label(title: str) -> Text:
    """Return what the history says of `change_photo`."""
    return text(N_("Photo changed: {title}"), title=title)


def photo_deleted_label(title: str) -> Text:
    """Return what the history says of `delete_photo`."""
    return text(N_("Photo deleted: {title}"), title=title)


# Funds


def add_fund(work: Work, draft: FundDraft, activity_id: int | None = None) -> int:
    """Add a fund, perhaps as what pays an activity, and return its number; raises DraftInvalid."""
    number = work.add(Fund(**_fund_columns(draft))).id
    if activity_id is not None:
        set_fund(work, activity_id, number)
    return number


def change_fund(work: Work, number: int, draft: FundDraft) -> None:
    """Change everything about a fund to what the draft says; raises DraftInvalid."""
    columns = _fund_columns(draft)
    row = work.get(Fund, number)
    for name, value in columns.items():
        setattr(row, name, value)


def _fund_columns(draft: FundDraft) -> dict[str, str | int | date | None]:
    found = rules.fund_problems(draft)
    if found:
        raise DraftInvalid(found)
    return {
        "name": draft.name.strip(),
        "giver": draft.giver.strip(),
        "reference": draft.reference.strip(),
        "granted": parse_amount(draft.granted) or 0,
        "deadline": draft.deadline,
        "signer": draft.signer.strip(),
        "signed_on": draft.signed_on,
        "sent_on": draft.sent_on,
    }


def delete_fund(work: Work, number: int) -> None:
    """Delete a fund that nothing is written down for; raises UserError "fund_in_use" otherwise."""
    row = work.get(Fund, number)
    lines = work.session.scalar(select(func.count()).select_from(BudgetLine).where(BudgetLine.fund_id == number))
    activities = work.session.scalar(select(func.count()).select_from(Activity).where(Activity.fund_id == number))
    if lines or activities:
        raise UserError(
            "fund_in_use",
            text(N_("{name} still pays for activities or has budget lines. Nothing was changed."), name=row.name),
            text(N_("Take the activities off the fund first, and delete its lines.")),
        )
    work.delete(row)


def set_fund(work: Work, activity_id: int, fund_id: int | None) -> None:
    """Let an activity be paid from a fund, or from none."""
    activity = work.get(Activity, activity_id)
    if fund_id is not None:
        work.get(Fund, fund_id)
    activity.fund_id = fund_id


# Budget lines


def add_line(work: Work, draft: LineDraft) -> int:
    """Add a budget line below the others and return its number; raises DraftInvalid."""
    found = rules.line_problems(draft)
    if found:
        raise DraftInvalid(found)
    if draft.activity_id is None and draft.fund_id is None:
        message = "a budget line belongs to an activity or a fund"
        raise ValueError(message)
    if draft.activity_id is not None:
        work.get(Activity, draft.activity_id)
    if draft.fund_id is not None:
        work.get(Fund, draft.fund_id)
    row = BudgetLine(
        activity_id=draft.activity_id,
        fund_id=draft.fund_id,
        position=(work.session.scalar(select(func.max(BudgetLine.position))) or 0) + 1,
        title=draft.title.strip(),
        planned=parse_amount(draft.planned) or 0,
    )
    return work.add(row).id


def change_line(work: Work, number: int, title: str, planned: str) -> None:
    """Change the words and the plan of a budget line; raises DraftInvalid."""
    found = rules.line_problems(LineDraft(title, planned))
    if found:
        raise DraftInvalid(found)
    row = work.get(BudgetLine, number)
    row.title, row.planned = title.strip(), parse_amount(planned) or 0


def delete_line(work: Work, number: int) -> None:
    """Delete a budget line with its receipts and their papers."""
    row = work.get(BudgetLine, number)
    for receipt in list(work.session.scalars(select(Receipt).where(Receipt.line_id == number))):
        delete_receipt(work, receipt.id)
    work.delete(row)


# Receipts and their papers


def add_receipt(work: Work, line_id: int, draft: ReceiptDraft, paper: Prepared | None = None) -> int:
    """Add a receipt to a line, perhaps with its paper, and return its number; raises DraftInvalid."""
    columns = _receipt_columns(draft)
    line = work.get(BudgetLine, line_id)
    activity = draft.activity_id if draft.activity_id is not None else line.activity_id
    row = work.add(Receipt(line_id=line_id, activity_id=activity, attachment_id=None, **columns))
    if paper is not None:
        attach(work, row.id, paper)
    return row.id


def change_receipt(work: Work, number: int, draft: ReceiptDraft) -> None:
    """Change what was paid, when and who has the paper; raises DraftInvalid. Its activity stays as it was."""
    columns = _receipt_columns(draft)
    row = work.get(Receipt, number)
    for name, value in columns.items():
        setattr(row, name, value)


def _receipt_columns(draft: ReceiptDraft) -> dict[str, str | int | date | None]:
    found = rules.receipt_problems(draft)
    if found:
        raise DraftInvalid(found)
    return {
        "title": draft.title.strip(),
        "amount": parse_amount(draft.amount) or 0,
        "paid_on": draft.paid_on,
        "holder": draft.holder.strip(),
    }


def delete_receipt(work: Work, number: int) -> None:
    """Delete a receipt with its paper."""
    row = work.get(Receipt, number)
    kept = row.attachment_id
    work.delete(row)
    _let_go(work, kept)


def attach(work: Work, number: int, paper: Prepared) -> Attached:
    """Keep a paper with a receipt, in place of the one it had; the same file is kept once, whoever has it."""
    row = work.get(Receipt, number)
    before = row.attachment_id
    found = _kept(work, paper, but=number)
    row.attachment_id = found.attachment_id
    work.flush()
    if before is not None and before != found.attachment_id:
        _let_go(work, before)
    return found


def detach(work: Work, number: int) -> None:
    """Take the paper off a receipt: it is missing from now on."""
    row = work.get(Receipt, number)
    before, row.attachment_id = row.attachment_id, None
    work.flush()
    _let_go(work, before)


def _kept(work: Work, paper: Prepared, but: int | None = None) -> Attached:
    """Return where a paper is kept: the row that holds the very same file already, or a new one."""
    known = work.session.scalar(select(Attachment.id).where(Attachment.sha256 == paper.sha256).limit(1))
    if known is not None:
        receipt = select(Receipt).where(Receipt.attachment_id == known)
        other = work.session.scalars(receipt.where(Receipt.id != but) if but is not None else receipt).first()
        photo = work.session.scalars(select(Photo).where(Photo.attachment_id == known)).first()
        same_as = other.title if other is not None else (photo.caption or paper.name) if photo is not None else ""
        return Attached(known, same_as)
    row = Attachment(
        media=paper.media,
        name=paper.name,
        content=paper.content,
        size=len(paper.content),
        pages=paper.pages,
        sha256=paper.sha256,
        added_at=work.now,
    )
    return Attached(work.add(row).id)


def _let_go(work: Work, attachment_id: int | None) -> None:
    """Delete what nothing points at any more."""
    if attachment_id is None:
        return
    for kind in (Receipt, Photo):
        if work.session.scalar(select(kind.id).where(kind.attachment_id == attachment_id).limit(1)) is not None:
            return
    work.delete(work.get(Attachment, attachment_id))


# Photos


def add_photo(work: Work, activity_id: int, picture: Prepared, caption: str = "", *, consent: bool = False) -> int:
    """Keep a photo of an activity and return its number; raises DraftInvalid, or UserError "same_photo"."""
    _check_caption(caption)
    work.get(Activity, activity_id)
    kept = _kept(work, picture).attachment_id
    there = select(Photo.id).where(Photo.activity_id == activity_id, Photo.attachment_id == kept)
    if work.session.scalar(there) is not None:
        raise UserError(
            "same_photo",
            text(N_("This photo is there already: {name}. Nothing was changed."), name=picture.name),
            text(N_("Choose another photo.")),
        )
    row = Photo(activity_id=activity_id, attachment_id=kept, caption=caption.strip(), consent=consent)
    return work.add(row).id


def change_photo(work: Work, number: int, caption: str, *, consent: bool) -> None:
    """Change the words below a photo, and whether everybody on it agreed; raises DraftInvalid."""
    _check_caption(caption)
    row = work.get(Photo, number)
    row.caption, row.consent = caption.strip(), consent


def _check_caption(caption: str) -> None:
    found = rules.caption_problems(caption)
    if found:
        raise DraftInvalid(found)


def delete_photo(work: Work, number: int) -> None:
    """Delete a photo."""
    row = work.get(Photo, number)
    kept = row.attachment_id
    work.delete(row)
    _let_go(work, kept)


def clear_activity(work: Work, activity_id: int) -> None:
    """Delete the money and photos of an activity that is deleted; a fund keeps its lines and receipts."""
    own = select(BudgetLine.id).where(BudgetLine.activity_id == activity_id, BudgetLine.fund_id.is_(None))
    for number in list(work.session.scalars(own)):
        delete_line(work, number)
    for number in list(work.session.scalars(select(Photo.id).where(Photo.activity_id == activity_id))):
        delete_photo(work, number)
