"""The command that reads a list."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, n_, text
from buurtapp.features.people.importing import actions, queries, steps, wording
from buurtapp.features.people.importing.records import Afterwards, Change, Doubles, ImportResult, Plan


@click.command("import")
@console.file_argument
@click.argument("source", metavar="LIST", type=click.Path(path_type=Path))
@click.option("--sheet", help="Read this sheet; default: the one that looks like a list of neighbours.")
@click.option("--mapping", type=click.Path(path_type=Path), help="TOML file with heading = meaning.")
@click.option(
    "--doubles",
    type=click.Choice(["skip", "merge", "keep", "update"]),
    default="skip",
    help="What to do with who is there already: leave them, add what is new, keep both, or let the list win.",
)
@click.option("--label-missing", is_flag=True, help="Label who stood in the list before, and stands in it no more.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and save nothing.")
@console.json_option
def import_list(  # noqa: PLR0913 - one for each option
    file: Path,
    source: Path,
    sheet: str | None,
    mapping: Path | None,
    doubles: str,
    *,
    label_missing: bool,
    dry_run: bool,
) -> None:
    """Read a LIST of neighbours: XLSX, XLS, ODS, CSV or contacts (VCF).

    What the columns mean is remembered for the next list with the same headings. A new version of a list that was read
    before is recognised: --doubles update takes over what changed, and tells it.
    """
    how = cast("Doubles", doubles)
    found = steps.look(source)
    table = steps.choose_sheet(found, source.name, sheet)
    chosen = _read_mapping(mapping) if mapping is not None else None
    with console.open_to_read(file) if dry_run else console.open_to_write(file) as store:
        begun, _was_chosen = steps.begin(table, store.read(queries.mappings))
        choice = steps.choose_columns(table, source.name, begun=begun, mapping=chosen)
        known = store.read(queries.known, choice)
        plan = steps.plan(table, choice, known, source.name)
        result = actions.foresee(plan, known, how, store.read(queries.matched, plan))
        if not dry_run:
            store.backup_if_changed()
            label = actions.imported_label(source.name, result.people_added, result.people_changed)
            afterwards = Afterwards(missing=_settled(plan, how, label=label_missing))
            result = store.write(label, actions.apply_plan, plan, how, None, afterwards)
    console.answer(_payload(table.name, plan, result), _lines(plan, result, dry_run=dry_run))


def _read_mapping(path: Path) -> dict[str, str]:
    try:
        loaded = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            "bad_mapping",
            text(N_("The file {name} cannot be read as TOML. Nothing was read."), name=path.name),
            text(N_('Write one line for each column, such as "Naam" = "full name".')),
        ) from error
    inner = loaded.get("columns", loaded)
    return {str(heading): str(meaning) for heading, meaning in inner.items()} if isinstance(inner, dict) else {}


def _settled(plan: Plan, how: Doubles, *, label: bool) -> frozenset[int] | None:
    """Return who gets the label of people who stand in the list no more; None: they are looked for again next time."""
    if label:
        return frozenset(one.person_id for one in plan.missing)
    return frozenset() if how == "update" else None


def _payload(sheet: str, plan: Plan, result: ImportResult) -> dict[str, object]:
    return {
        "sheet": sheet,
        "header_row": plan.choice.header_row,
        "columns": plan.choice.described(),
        "rows_with_data": plan.rows_with_data,
        "people": len(plan.people),
        "addresses": plan.addresses,
        "people_without_address": plan.people_without_address,
        "problems": [
            {"row": one.row, "column": one.column, "kind": one.kind, "text": one.text} for one in plan.problems
        ],
        "doubles_within_file": [list(pair) for pair in plan.doubles_within_file],
        "doubles_with_previous": [{"row": row, "person_id": person} for row, person in plan.doubles_with_previous],
        "people_added": result.people_added,
        "addresses_added": result.addresses_added,
        "people_changed": result.people_changed,
        "people_total": result.people_total,
        "addresses_total": result.addresses_total,
        "changes": [_told(one) for one in result.changes if not one.is_conflict],
        "conflicts": [_told(one) for one in result.changes if one.is_conflict],
        "missing": [{"person_id": one.person_id, "name": one.name} for one in plan.missing],
    }


def _told(one: Change) -> dict[str, object]:
    return {"row": one.row, "person_id": one.person_id, "field": one.field, "old": one.old, "new": one.new}


def _lines(plan: Plan, result: ImportResult, *, dry_run: bool) -> list[str]:
    doubles = len(plan.doubles_within_file) + len(plan.doubles_with_previous)
    lines = [
        n_("{count} row with data.", "{count} rows with data.", plan.rows_with_data).format(count=plan.rows_with_data),
        _("People added: {people}. Addresses added: {addresses}. People changed: {changed}.").format(
            people=result.people_added, addresses=result.addresses_added, changed=result.people_changed
        ),
        n_("{count} double found.", "{count} doubles found.", doubles).format(count=doubles),
    ]
    lines += [
        _("Row {row}, {column}: “{text}” could not be understood.").format(
            row=one.row, column=one.column, text=one.text
        )
        for one in plan.problems
    ]
    lines += [_in_words(one) for one in result.changes]
    if plan.missing:
        gone = len(plan.missing)
        lines.append(
            n_("{count} is no longer in the list:", "{count} are no longer in the list:", gone).format(count=gone)
        )
        lines += [f"  {one.name}" for one in plan.missing]
    if dry_run:
        lines.append(_("This was a trial. Nothing was saved."))
    return lines


def _in_words(one: Change) -> str:
    words = wording.changed(one).render()
    if one.is_conflict:
        return _("Row {row}, {name}: not taken over, {change}.").format(row=one.row, name=one.name, change=words)
    return _("Row {row}, {name}: {change}.").format(row=one.row, name=one.name, change=words)
