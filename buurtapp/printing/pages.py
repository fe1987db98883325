"""What a finished print is. Nothing heavy is imported here, so screens and actions may name it."""

from __future__ import annotations

from dataclasses import dataclass

from buurtapp.core.geometry import SheetLayout
from buurtapp.core.i18n import Text


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A finished print: the PDF, where its boxes lie when it can come home, and what the user should know."""

    pdf: bytes
    layout: SheetLayout | None
    pages: int
    warnings: tuple[Text, ...] = ()
