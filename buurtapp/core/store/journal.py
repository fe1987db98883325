"""The journal: every change of every row, written in the same transaction, so that all can be undone and told.

Images hold the values as they are stored, so undo needs no mapped class and survives a restart and an upgrade.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, and_, desc, func, insert, inspect, or_, select, text
from sqlalchemy.orm import InstanceState, Mapper, Session

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text
from buurtapp.core.i18n import text as later
from buurtapp.core.store.base import Row
from buurtapp.core.store.tables import change, operation

Image = dict[str, Any]
_BATCH = 200
_LOOKED_THROUGH = 400


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the history. `undoes` names the operation that this one took back."""

    id: int
    at: datetime
    label: Text
    undoes: int | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None means it was not there."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None


@dataclass(slots=True)
class Recorder:
    """Collects the row changes of one transaction from a session's flushes."""

    engine: Engine
    changes: list[RowChange] = field(default_factory=list)
    _processors: dict[Mapper[Any], list[tuple[str, str, Callable[[Any], Any] | None]]] = field(default_factory=dict)

    def after_flush(self, session: Session, _context: object) -> None:
        """Note what this flush wrote; history and numbers are both known at this point."""
        for row in session.new:
            if isinstance(row, Row):
                state = inspect(row)
                self.changes.append(RowChange(row.__tablename__, row.id, None, self._image(state, before=False)))
        for row in session.dirty:
            if isinstance(row, Row) and session.is_modified(row):
                state = inspect(row)
                images = self._image(state, before=True), self._image(state, before=False)
                if images[0] != images[1]:
                    self.changes.append(RowChange(row.__tablename__, row.id, *images))
        for row in session.deleted:
            if isinstance(row, Row):
                self.changes.append(RowChange(row.__tablename__, row.id, self._image(inspect(row), before=True), None))

    def _image(self, state: InstanceState[Any], *, before: bool) -> Image:
        image: Image = {}
        for key, column, process in self._columns(state.mapper):
            value = state.dict.get(key)
            if before:
                history = state.attrs[key].history
                if history.deleted:
                    value = history.deleted[0]
                elif history.added:
                    # Left out when the row was made a moment ago, and set since: it was empty.
                    value = None
            stored = process(value) if process is not None and value is not None else value
            image[column] = bytes(stored) if isinstance(stored, memoryview) else stored
        return image

    def _columns(self, mapper: Mapper[Any]) -> list[tuple[str, str, Callable[[Any], Any] | None]]:
        known = self._processors.get(mapper)
        if known is None:
            dialect = self.engine.dialect
            known = [
                (prop.key, prop.columns[0].name, prop.columns[0].type.dialect_impl(dialect).bind_processor(dialect))
                for prop in mapper.column_attrs
            ]
            self._processors[mapper] = known
        return known


def _dump(image: Image | None) -> str | None:
    if image is None:
        return None
    return json.dumps(image, ensure_ascii=False, default=_dump_bytes, separators=(",", ":"))


def _dump_bytes(value: object) -> object:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    return str(value)


def _load(image: str | None) -> Image | None:
    if image is None:
        return None
    loaded = json.loads(image)
    return {
        name: base64.b64decode(value["base64"]) if isinstance(value, dict) else value for name, value in loaded.items()
    }


def _dump_label(label: Text) -> str:
    values = {name: _plain(value) for name, value in label.values.items()}
    return json.dumps(
        {"msgid": label.msgid, "values": values, "plural": label.plural, "count": label.count}, ensure_ascii=False
    )


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return {"text": json.loads(_dump_label(value))}
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _load_label(label: str) -> Text:
    return _text_from(json.loads(label))


def _text_from(loaded: dict[str, Any]) -> Text:
    values = {
        name: _text_from(value["text"]) if isinstance(value, dict) else value
        for name, value in loaded["values"].items()
    }
    return Text(loaded["msgid"], values, loaded["plural"], loaded["count"])


def write_operation(
    connection: Connection, at: datetime, label: Text, changes: Sequence[RowChange], undoes: int | None = None
) -> int:
    """Write one operation with its changes into the open transaction; return its number."""
    result = connection.execute(
        insert(operation).values(at=at.isoformat(timespec="milliseconds"), label=_dump_label(label), undoes=undoes)
    )
    number = int(result.inserted_primary_key[0])  # type: ignore[index]
    rows = [
        {
            "operation_id": number,
            "seq": seq,
            "table_name": item.table,
            "row_id": item.row_id,
            "before": _dump(item.before),
            "after": _dump(item.after),
        }
        for seq, item in enumerate(changes)
    ]
    if rows:
        connection.execute(insert(change), rows)
    return number


def history(connection: Connection, last: int) -> list[HistoryEntry]:
    """Return the last operations, newest first."""
    rows = connection.execute(select(operation).order_by(desc(operation.c.id)).limit(last))
    return [HistoryEntry(row.id, datetime.fromisoformat(row.at), _load_label(row.label), row.undoes) for row in rows]


@dataclass(frozen=True, slots=True)
class Touched:
    """One operation that changed a row somebody asks about, with the changes of that and of the rows asked for."""

    entry: HistoryEntry
    changes: tuple[RowChange, ...]


def touched(
    connection: Connection, rows: Mapping[str, Sequence[int]], about: tuple[str, int], tables: Sequence[str], last: int
) -> list[Touched]:
    """Return the last operations that changed one of these rows (numbers by table), newest first.

    With them come the changes of these rows, and those of `tables` whose column `about[0]` has the value `about[1]`.
    Of an operation that changed very much, such as an import, only the first changes are looked through.
    """
    mine = or_(*(and_(change.c.table_name == table, change.c.row_id.in_(ids)) for table, ids in rows.items() if ids))
    wanted = select(change.c.operation_id).where(mine).distinct().order_by(desc(change.c.operation_id)).limit(last)
    numbers = list(connection.execute(wanted).scalars())
    entries = connection.execute(select(operation).where(operation.c.id.in_(numbers)).order_by(desc(operation.c.id)))
    found: dict[int, dict[int, RowChange]] = {number: {} for number in numbers}
    column, value = about
    image = func.json_extract(func.coalesce(change.c.after, change.c.before), f"$.{column}")
    near = and_(change.c.seq < _LOOKED_THROUGH, change.c.table_name.in_(tables), image == value)
    for condition in (mine, near):
        for row in connection.execute(select(change).where(change.c.operation_id.in_(numbers), condition)):
            made = RowChange(row.table_name, row.row_id, _load(row.before), _load(row.after))
            found[row.operation_id][row.seq] = made
    return [
        Touched(
            HistoryEntry(row.id, datetime.fromisoformat(row.at), _load_label(row.label), row.undoes),
            tuple(one for _seq, one in sorted(found[row.id].items())),
        )
        for row in entries
    ]


@dataclass(frozen=True, slots=True)
class Stacks:
    """What can be taken back, and what be done again: (operation to undo, whose label tells it), last one on top."""

    undo: tuple[tuple[int, int], ...]
    redo: tuple[tuple[int, int], ...]


def stacks(connection: Connection) -> Stacks:
    """Return what can be undone and redone now, worked out from the whole journal."""
    undo: list[tuple[int, int]] = []
    redo: list[tuple[int, int]] = []
    for number, undoes in connection.execute(select(operation.c.id, operation.c.undoes).order_by(operation.c.id)):
        if undoes is None:
            undo.append((number, number))
            redo.clear()
        elif undo and undo[-1][0] == undoes:
            redo.append((number, undo.pop()[1]))
        elif redo and redo[-1][0] == undoes:
            undo.append((number, redo.pop()[1]))
    return Stacks(tuple(undo), tuple(redo))


def label_of(connection: Connection, number: int) -> Text:
    """Return the label of an operation."""
    return _load_label(connection.execute(select(operation.c.label).where(operation.c.id == number)).scalar_one())


def changes_of(connection: Connection, number: int) -> Iterator[RowChange]:
    """Return the row changes of an operation, last one first."""
    rows = connection.execute(select(change).where(change.c.operation_id == number).order_by(desc(change.c.seq))).all()
    for row in rows:
        yield RowChange(row.table_name, row.row_id, _load(row.before), _load(row.after))


def take_back(connection: Connection, number: int) -> list[RowChange]:
    """Put every row an operation changed back as it was before; return the changes this makes.

    Raises UserError "changed_since" and leaves everything when a row no longer is as the operation left it.
    """
    made: list[RowChange] = []
    for table, group in _runs(changes_of(connection, number)):
        _verify(connection, table, group)
        _apply(connection, table, group)
        made += [RowChange(table, item.row_id, item.after, item.before) for item in group]
    return made


def _runs(changes: Iterable[RowChange]) -> Iterator[tuple[str, list[RowChange]]]:
    """Bundle neighbouring changes of one table and kind in which no row comes twice, so that they can go in one go."""
    group: list[RowChange] = []
    rows: set[int] = set()
    for item in changes:
        same = group and (group[0].table, group[0].before is None, group[0].after is None) == (
            item.table,
            item.before is None,
            item.after is None,
        )
        if group and (not same or item.row_id in rows or len(group) >= _BATCH):
            yield group[0].table, group
            group, rows = [], set()
        group.append(item)
        rows.add(item.row_id)
    if group:
        yield group[0].table, group


def _verify(connection: Connection, table: str, group: list[RowChange]) -> None:
    marks = ", ".join(str(item.row_id) for item in group)
    rows = text(f'SELECT * FROM "{table}" WHERE id IN ({marks})')  # noqa: S608 - names from our own journal
    present = {row["id"]: row for row in connection.execute(rows).mappings()}
    for item in group:
        row = present.get(item.row_id)
        if item.after is None:
            fits = row is None
        else:
            fits = row is not None and all(row[name] == value for name, value in item.after.items() if name in row)
        if not fits:
            raise _changed_since(item)


def _apply(connection: Connection, table: str, group: list[RowChange]) -> None:
    first = group[0]
    if first.before is None:
        marks = ", ".join(str(item.row_id) for item in group)
        connection.execute(text(f'DELETE FROM "{table}" WHERE id IN ({marks})'))  # noqa: S608 - names from our own journal
        return
    names = list(first.before)
    if first.after is None:
        columns = ", ".join(f'"{name}"' for name in names)
        values = ", ".join(f":{name}" for name in names)
        insertion = text(f'INSERT INTO "{table}" ({columns}) VALUES ({values})')  # noqa: S608 - as above
        connection.execute(insertion, [dict(item.before or {}) for item in group])
        return
    sets = ", ".join(f'"{name}" = :{name}' for name in names if name != "id")
    connection.execute(text(f'UPDATE "{table}" SET {sets} WHERE id = :id'), [dict(item.before or {}) for item in group])  # noqa: S608 - names from our own journal


def _changed_since(item: RowChange) -> UserError:
    image = item.after or item.before or {}
    shown = next(
        (str(image[name]) for name in ("title", "family", "name", "text") if image.get(name)), str(item.row_id)
    )
    return UserError(
        "changed_since",
        later(N_("This cannot be undone: “{record}” was changed after it."), record=shown),
        later(N_("Nothing was changed. Change it by hand.")),
    )
