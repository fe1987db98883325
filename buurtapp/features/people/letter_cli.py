"""The command that prints letters: `print FILE letter`."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, text, use_language
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.features.people.choosing_cli import answer_paper, people_options
from buurtapp.features.people.paper_cli import (
    chosen_addressees,
    empty_option,
    language_option,
    output_option,
    people_on,
    per_option,
)
from buurtapp.features.people.papers import LetterJob
from buurtapp.features.people.rules import letters
from buurtapp.features.people.rules.letter_templates import TEMPLATES, template
from buurtapp.features.people.rules.reach import nice_phone


@click.command("letter")
@console.file_argument
@click.option("--subject", default="", metavar="S", help="What the letter is about; a --template has its own.")
@click.option("--body", default="", metavar="TEXT", help="The text. A blank line begins a new paragraph.")
@click.option("--body-file", type=click.Path(path_type=Path), help="A text file with the text.")
@click.option("--template", "template_name", default="", metavar="NAME", help=f"One of: {', '.join(TEMPLATES)}.")
@click.option("--fill", multiple=True, metavar="BLANK=TEXT", help='Fill in a blank of the text: "day=14 October".')
@click.option("--signed-by", default="", metavar="N", help="Name under the letter, with room to sign.")
@per_option
@people_options
@empty_option
@language_option
@output_option
@console.json_option
def print_letter(file: Path, output: Path, **options: object) -> None:
    """Print a letter to everybody who is chosen; the address shows in the left window of an envelope.

    The text may hold {salutation}, {street} and {name}.
    """
    from buurtapp.features.people.printouts.letter import draw_letter  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        subject, body = _words(options)
        letters.check(subject, body)
        everybody, told = chosen_addressees(store, options)
        day, owner = store.clock.today(), store.read(group)
        signed_by, contact = str(options["signed_by"]).strip(), contact_line(owner)
        job = LetterJob(tuple(everybody), subject, body, day, owner.name, owner.place, signed_by, contact, owner.logo)
        console.tell_of(people=people_on(everybody), fields=("name", "address"))
        pages = draw_letter(job)
    answer_paper(pages, output, told)


def contact_line(owner: Group) -> str:
    """Return how to reach the group, on one line: name, phone, e-mail."""
    parts = (owner.contact_name, nice_phone(owner.contact_phone), owner.contact_email)
    return ", ".join(part.strip() for part in parts if part.strip())


def _words(options: Mapping[str, object]) -> tuple[str, str]:
    """Return the subject and the text of the letter, with blanks filled in."""
    subject, body = str(options["subject"]), str(options["body"])
    path, name = cast("Path | None", options["body_file"]), str(options["template_name"])
    if sum(map(bool, (body, path, name))) > 1:
        raise click.UsageError(_("Give only one of these: --body, --body-file, --template."))
    if path is not None:
        body = read_body(path)
    elif name:
        chosen = template(name)
        subject, body = subject or chosen.subject, chosen.body
    values = _blanks(cast("Iterable[str]", options["fill"]))
    return letters.with_blanks(subject, values), letters.with_blanks(body, values)


def _blanks(filled: Iterable[str]) -> dict[str, str]:
    values = {}
    for one in filled:
        name, mark, value = one.partition("=")
        if not mark or not name.strip():
            raise UserError(
                "bad_blank",
                text(N_("“{written}” does not say what to fill in."), written=one),
                text(N_("Write it like this: day=14 October.")),
            )
        values[name.strip(" []")] = value.strip()
    return values


def read_body(path: Path) -> str:
    """Return the text of a text file of any age; raises UserError for a file that is no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise trouble.from_os(error, path) from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise UserError(
            "not_text",
            text(N_("The file {name} is not a text file. Nothing was printed."), name=path.name),
            text(N_("Save the letter as plain text (.txt) and try again.")),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Notepad of before 2019 writes the letters of Western Europe like this.
        return data.decode("cp1252", errors="replace")
