"""Writing down what people were asked, and said yes or no to. Each answer is a new line: nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from buurtapp.core.errors import DraftInvalid, DraftProblem, not_found
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.group import queries as group
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, ConsentEntry, Name, Purpose
from buurtapp.features.people.queries import consents, listing
from buurtapp.features.people.records import ConsentDraft, ConsentTextRow
from buurtapp.features.people.rules import consents as rules
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.tables import Consent, ConsentText

Progress = Callable[[int, int], None]
_PART = 500
_LONGEST_TEXT = 10_000
_LONGEST_WORDS = 200


def consent_label(name: Name, purpose: Purpose, state: Answer) -> Text:
    """Return what the history says when the answer of one person is noted."""
    who, what = name.spoken, PURPOSE_WORDS[purpose]
    if state == "given":
        return text(N_("{name} said yes to: {purpose}"), name=who, purpose=what)
    if state == "withdrawn":
        return text(N_("{name} said no to: {purpose}"), name=who, purpose=what)
    if state == "asked":
        return text(N_("{name} was asked about: {purpose}"), name=who, purpose=what)
    return text(N_("{name} was not asked about: {purpose}"), name=who, purpose=what)


def asked_label(count: int) -> Text:
    """Return what the history says when many people were asked."""
    return plural_text("{count} person was asked for consent", "{count} people were asked for consent", count)


def consents_label(count: int) -> Text:
    """Return what the history says when answers of several people were noted at once."""
    return plural_text("Answer of {count} person noted", "Answers of {count} people noted", count)


def text_label(purpose: Purpose) -> Text:
    """Return what the history says of `write_text`."""
    return text(N_("New text about: {purpose}"), purpose=PURPOSE_WORDS[purpose])


def note_consent(
    work: Work,
    people: Sequence[int],
    purposes: Sequence[Purpose],
    draft: ConsentDraft,
    progress: Progress | None = None,
) -> int:
    """Note what people answered, or that they were asked; return how many lines the log grew.

    What the log says already is not written twice. Asking takes no answer away. `progress` may raise to stop: then
    nothing is changed.
    Raises DraftInvalid, or UserError "not_found", before anything is changed.
    """
    _check(work, draft)
    for nobody in listing.missing(work.session, people):
        raise not_found("person", nobody)
    shown = {purpose: _text_for(work, purpose, draft) for purpose in purposes}
    by = draft.entered_by.strip() or group.group(work.session).contact_name
    everybody = list(dict.fromkeys(people))
    grown = 0
    for at in range(0, len(everybody), _PART):
        if progress is not None:
            progress(at, len(everybody))
        part = everybody[at : at + _PART]
        logs = consents.logs(work.session, part)
        rows = []
        for person in part:
            for purpose in dict.fromkeys(purposes):
                known = [entry for entry in logs[person] if entry.purpose == purpose]
                if not _is_known(known, draft, shown[purpose]):
                    rows.append(_row(work, person, purpose, draft))
                    rows[-1].text_id, rows[-1].entered_by = _id_of(shown[purpose]), by
        work.add_many(rows)
        grown += len(rows)
    return grown


def _row(work: Work, person: int, purpose: Purpose, draft: ConsentDraft) -> Consent:
    return Consent(
        person_id=person,
        purpose=purpose,
        state=draft.state,
        on_day=draft.on_day,
        how=draft.how,
        form_number=draft.form_number.strip(),
        text_id=None,
        entered_by=draft.entered_by,
        created_at=work.now,
    )


def _check(work: Work, draft: ConsentDraft) -> None:
    found = []
    if draft.on_day > work.today:
        found.append(DraftProblem("on_day", text(N_("This day is still to come."))))
    if max(len(draft.form_number), len(draft.entered_by)) > _LONGEST_WORDS:
        found.append(DraftProblem("form_number", text(N_("This text is too long."))))
    if found:
        raise DraftInvalid(found)


def _text_for(work: Work, purpose: Purpose, draft: ConsentDraft) -> ConsentTextRow | None:
    """Return the text they were shown: of the version that was named, or of that day. Raises DraftInvalid."""
    if draft.state == "not_asked":
        return None
    if draft.text_version is None:
        return consents.text_on(work.session, purpose, draft.on_day, draft.language)
    known = [row for row in consents.texts(work.session, purpose) if row.version == draft.text_version]
    if not known:
        there_is_none = text(N_("There is no text {version} about this."), version=draft.text_version)
        raise DraftInvalid([DraftProblem("text_version", there_is_none)])
    return next((row for row in known if row.language == draft.language), known[0])


def _is_known(log: Sequence[ConsentEntry], draft: ConsentDraft, shown: ConsentTextRow | None) -> bool:
    """Return whether a new line would say nothing new."""
    now = rules.counting(log)
    if draft.state == "not_asked":
        return now is None
    if draft.state == "asked":
        last = rules.last_asked(log)
        return last is not None and last >= draft.on_day
    version = shown.version if shown is not None else None
    wanted = draft.state, draft.on_day, draft.how, draft.form_number.strip(), version
    return now is not None and (now.state, now.on_day, now.how, now.form_number, now.text_version) == wanted


def _id_of(row: ConsentTextRow | None) -> int | None:
    return row.id if row is not None else None


def keep_newest(work: Work, keep: int, first: Sequence[ConsentEntry], second: Sequence[ConsentEntry]) -> None:
    """See to it that after a merge the newest answer of both counts; `first` and `second` are their logs before it.

    A line of one that strikes out must not strike out an answer of the other: that answer is then noted once more.
    """
    for purpose in PURPOSES:
        wanted = rules.newest(_counting(first, purpose), _counting(second, purpose))
        now = _counting(consents.log(work.session, keep), purpose)
        if wanted is not None and (now is None or now.id != wanted.id):
            old = work.get(Consent, wanted.id)
            draft = ConsentDraft(wanted.state, wanted.on_day, wanted.how, wanted.form_number)
            row = _row(work, keep, purpose, draft)
            row.text_id, row.entered_by = old.text_id, old.entered_by
            work.add(row)


def _counting(log: Sequence[ConsentEntry], purpose: Purpose) -> ConsentEntry | None:
    return rules.counting([entry for entry in log if entry.purpose == purpose])


def write_text(work: Work, purpose: Purpose, words: str, since: date, language: str = "nl") -> int:
    """Keep what people are shown from a day on; return its version. Raises DraftInvalid.

    A language that has not got the newest version yet gets it as a translation; otherwise there is a new version.
    """
    words = words.strip()
    if not words:
        raise DraftInvalid([DraftProblem("text", text(N_("Fill in a text.")))])
    if len(words) > _LONGEST_TEXT:
        raise DraftInvalid([DraftProblem("text", text(N_("This text is too long.")))])
    known = consents.texts(work.session, purpose)
    newest = max((row.version for row in known), default=0)
    here = next((row for row in known if (row.version, row.language) == (newest, language)), None)
    if here is not None and here.text == words:
        return here.version
    version = newest + 1 if here is not None or not known else newest
    work.add(ConsentText(purpose=purpose, version=version, language=language, text=words, since=since))
    return version
