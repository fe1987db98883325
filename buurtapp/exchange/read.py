"""Reading a list whatever kind of file it is; the kind is seen from the content, not from the name."""

from __future__ import annotations

from pathlib import Path

from buurtapp.core import trouble
from buurtapp.exchange import csv_file, refusals, spreadsheet, vcard
from buurtapp.exchange.table import ListFile, Progress

_MOST_BYTES = 60 << 20
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_list(path: Path, progress: Progress | None = None) -> ListFile:
    """Return what a list holds; raises UserError or OutsideTrouble with its own sentence when it cannot be read."""
    try:
        if path.is_file() and path.stat().st_size > _MOST_BYTES:
            raise refusals.too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise trouble.from_os(error, path) from error
    return read_data(data, path.name, progress)


def read_data(data: bytes, name: str, progress: Progress | None = None) -> ListFile:
    """Return what the bytes of a list hold; `name` is only for the sentences."""
    stem = Path(name).stem
    if not data:
        raise refusals.empty_file(name)
    if data.startswith(_ZIP):
        return _checked(spreadsheet.read_spreadsheet(data, name, spreadsheet.check_archive(data, name), progress), name)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise refusals.password(name)
        return _checked(spreadsheet.read_spreadsheet(data, name, "xls", progress), name)
    text = csv_file.decode(data, name)
    start = text.lstrip("\ufeff \r\n\t")[:2000].lower()
    if start.startswith("<"):
        raise (
            refusals.web_page(name)
            if "<html" in start or "<table" in start or "<!doctype" in start
            else refusals.not_a_list(name)
        )
    if vcard.is_vcard(text):
        return ListFile("vcf", (vcard.read_vcards(text, name, stem),))
    return _checked(ListFile("csv", (csv_file.read_csv(data, name, stem),)), name)


def _checked(found: ListFile, name: str) -> ListFile:
    if not any(table.lines for table in found.tables):
        raise refusals.no_rows(name)
    return found
