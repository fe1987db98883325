"""What the rest of the house knows of money: funds, budget lines, receipts, photos, and what accounts for them.

Amounts in records are cents of a euro; in drafts they are as they were typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from buurtapp.core.i18n import Text, text

JPEG, PDF = "image/jpeg", "application/pdf"
FEWEST = 5
"""Groups of people smaller than this are not told in a report: somebody could be known by them."""

GapKind = Literal[
    "receipt",
    "amount",
    "plan",
    "over",
    "granted",
    "attendance",
    "evaluation",
    "photo",
    "reference",
    "deadline",
    "signature",
]
Nearness = Literal["", "far", "near", "late"]
"""Of a day by which something must be in: none, more than 30 days, at most 30, fewer than 7 or past."""


@dataclass(frozen=True, slots=True)
class FundDraft:
    """What was typed about a fund. `signer` is the treasurer, who signs the account on `signed_on`."""

    name: str
    giver: str = ""
    reference: str = ""
    granted: str = ""
    deadline: date | None = None
    signer: str = ""
    signed_on: date | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class FundRow:
    """A fund as it is kept."""

    id: int
    name: str
    giver: str
    reference: str
    granted: int
    deadline: date | None
    signer: str
    signed_on: date | None
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class LineDraft:
    """What was typed about a budget line: of an activity, of a fund, or of an activity that a fund pays."""

    title: str
    planned: str = ""
    activity_id: int | None = None
    fund_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """What was typed about a receipt; `holder` has the paper as long as it is missing."""

    title: str
    amount: str
    paid_on: date | None = None
    holder: str = ""
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A budget line: planned and spent, how many receipts there are, and how many of those have their paper.

    `is_shared` is a line of a fund that several activities are paid from.
    """

    id: int
    title: str
    planned: int
    spent: int
    receipts: int
    papers: int
    is_shared: bool = False

    @property
    def left(self) -> int:
        """What is left of the plan; less than nothing when more was spent."""
        return self.planned - self.spent

    @property
    def is_over(self) -> bool:
        """Whether more was spent than planned, where something was planned."""
        return bool(self.planned) and self.spent > self.planned


@dataclass(frozen=True, slots=True)
class AttachmentInfo:
    """A picture or a PDF that is kept in the file, without its content. `size` is in bytes."""

    id: int
    media: str
    name: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt; `attachment` None: its paper is still missing."""

    id: int
    line_id: int
    title: str
    amount: int
    paid_on: date | None
    holder: str
    activity_id: int | None
    attachment: AttachmentInfo | None


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo of an activity; without `consent` it is not printed."""

    id: int
    activity_id: int
    caption: str
    consent: bool
    attachment: AttachmentInfo


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture or a PDF that was looked at and made small, ready to be kept. `sha256` is that of the file itself."""

    media: str
    name: str
    content: bytes
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attached:
    """What keeping a file did; `same_as` names where the very same file was already, "" when it is new."""

    attachment_id: int
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """How many papers and photos are kept in the file, and how many bytes they take."""

    count: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """An activity in an account. `came` None: nobody was counted. Helpers and minutes are of all who helped.

    `learned` tells whether it was looked back at.
    """

    id: int
    title: str
    starts_at: datetime
    is_over: bool
    came: int | None = None
    helpers: int = 0
    minutes: int = 0
    went_well: str = ""
    next_time: str = ""
    learned: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """How many different addresses had taken part up to and with a month."""

    year: int
    month: int
    addresses: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who took part: in all, different people and addresses, of how many addresses there are, and how that grew."""

    people: int = 0
    addresses: int = 0
    all_addresses: int = 0
    months: tuple[Month, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that an account tells, of one activity or of a fund over all it pays; `purpose` is what it is for."""

    title: str
    fund: FundRow | None
    activity_id: int | None
    purpose: str
    lines: tuple[LineRow, ...] = ()
    receipts: tuple[ReceiptRow, ...] = ()
    photos: tuple[PhotoRow, ...] = ()
    held: tuple[Held, ...] = ()
    turnout: Turnout = field(default_factory=Turnout)

    @property
    def planned(self) -> int:
        """What all lines together were planned at."""
        return sum(line.planned for line in self.lines)

    @property
    def spent(self) -> int:
        """What was spent in all."""
        return sum(line.spent for line in self.lines)

    @property
    def stored(self) -> Stored:
        """What its papers and photos take in the file; a paper that two receipts share counts once."""
        found = {one.attachment.id: one.attachment.size for one in self.receipts if one.attachment is not None}
        found |= {photo.attachment.id: photo.attachment.size for photo in self.photos}
        return Stored(len(found), sum(found.values()))


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece that an account still misses, in words, with more about it, and where it is to be filled in."""

    kind: GapKind
    title: Text
    more: Text | None = None
    line_id: int | None = None
    receipt_id: int | None = None
    activity_id: int | None = None

    @property
    def words(self) -> Text:
        """What is missing with more about it, in one line."""
        return text("{title} ({more})", title=self.title, more=self.more) if self.more is not None else self.title


@dataclass(frozen=True, slots=True)
class AccountPaper:
    """The folder as it will be printed: the account, whose it is, who signs for the group, the day, what is missing.

    `contents` holds what papers and photos look like, by the number they are kept under.
    """

    account: Account
    group_name: str
    signs: str
    day: date
    gaps: tuple[Gap, ...]
    contents: Mapping[int, bytes]
    is_sample: bool = False
