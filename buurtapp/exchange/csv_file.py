"""Reading CSV: character set, delimiter and broken quotes found by rule, never by a guess that fails in silence."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from buurtapp.exchange import refusals
from buurtapp.exchange.table import MOST_COLUMNS, MOST_ROWS, CellProblem, Table, make_table

_DELIMITERS = ";,\t|"
_SAMPLE = 200
_LONGEST_RECORD = 2_000
_FIELD_LIMIT = 1 << 26


def decode(data: bytes, name: str) -> str:
    """Return the text: byte order mark first, then UTF-8, and line by line Windows-1252 where that does not fit."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    elif data[:4000].count(0) > len(data[:4000]) // 4:
        odd = data[1:4000:2].count(0) >= data[0:4000:2].count(0)
        text = data.decode("utf-16-le" if odd else "utf-16-be", "replace")
        if "\x00" in text or "\ufffd" in text:
            raise refusals.not_a_list(name)
        return text
    if b"\x00" in data or _looks_binary(data[:4000]):
        raise refusals.not_a_list(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_decode_line(line) for line in data.splitlines(keepends=True))


def _looks_binary(start: bytes) -> bool:
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in start)
    return control > len(start) // 50


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError:
            return line.decode("latin-1")


def delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the first lines into the most columns, most evenly; "," when there is only one."""
    lines = [line for line in text[:200_000].splitlines()[:_SAMPLE] if line.strip()]
    best, best_score = ",", 0.0
    for mark in _DELIMITERS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark) if row)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        score = (width - 1) * often / sum(widths.values()) if width > 1 else 0.0
        if score > best_score:
            best, best_score = mark, score
    return best


def read_csv(data: bytes, name: str, stem: str) -> Table:
    """Return the one table of a CSV file. Row numbers count records: a cell with line breaks is in one record."""
    csv.field_size_limit(_FIELD_LIMIT)
    text = decode(data, name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    first = 0
    mark = ""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == len("sep=") + 1:
        mark, first = lines[0][-1], 1
    mark = mark or delimiter_of("\n".join(lines[first : first + _SAMPLE]))
    problems: list[CellProblem] = []
    rows: list[tuple[int, list[str]]] = []
    number = first
    for cells, broken in _records(lines[first:], mark):
        number += 1
        if len(rows) > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise refusals.too_large(name)
        if broken:
            problems.append(CellProblem(number, 0, "quote_not_closed", mark.join(cells)[:200]))
        rows.append((number, cells))
    return make_table(stem, rows, problems, cuts_rows=True)


def _records(lines: list[str], mark: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the records, and whether a quote in it was never closed; then the line is taken as it stands."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.count('"') % 2 == 0:
            yield next(csv.reader([line], delimiter=mark), []), False
            at += 1
            continue
        end = _closing(lines, at)
        if end is None or not _opens_quote(line, mark):
            yield [cell.strip('"') for cell in line.split(mark)], end is None and _opens_quote(line, mark)
            at += 1
            continue
        whole = io.StringIO("\n".join(lines[at : end + 1]))
        yield next(csv.reader(whole, delimiter=mark), []), False
        at = end + 1


def _closing(lines: list[str], at: int) -> int | None:
    quotes = lines[at].count('"')
    for end in range(at + 1, min(len(lines), at + _LONGEST_RECORD)):
        quotes += lines[end].count('"')
        if quotes % 2 == 0:
            return end
    return None


def _opens_quote(line: str, mark: str) -> bool:
    """Whether a cell of this line begins with a quote: a quote inside a cell (3" pipe) opens nothing."""
    return line.lstrip().startswith('"') or f'{mark}"' in line or f'{mark} "' in line
