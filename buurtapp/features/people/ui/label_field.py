"""Fields for labels and other words: those that exist are proposed while somebody types, one or several with commas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.languages import known_names
from buurtapp.uikit.desk import Desk

_KINDS = {"skills": "skill", "roles": "role"}
"""The fields of words, with their kind in the file."""


class LabelCompleter(QCompleter):
    """Completes the label that is being typed; with `several` those before the last comma stay."""

    def __init__(self, names: Sequence[str], field: QLineEdit, *, several: bool) -> None:
        super().__init__(QStringListModel(list(names)), field)
        self._several = several
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return what is being typed."""
        return [path.rpartition(",")[2].strip() if self._several else path.strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """Return what stands in the field when a label is chosen."""
        name = str(index.data())
        field = self.widget()
        if not self._several or not isinstance(field, QLineEdit):
            return name
        before, comma, _typed = field.text().rpartition(",")
        return f"{before}{comma} {name}" if comma else name


def complete_one_label(field: QLineEdit, desk: Desk) -> None:
    """Propose the labels that exist in a field for one."""
    LabelCompleter([label.name for label in desk.read(listing.labels)], field, several=False)


def complete_labels(field: QLineEdit, desk: Desk, _kind: str = "labels") -> None:
    """Propose the labels that exist in a field for several with commas."""
    LabelCompleter([label.name for label in desk.read(listing.labels)], field, several=True)


def complete_words(field: QLineEdit, desk: Desk, kind: str) -> None:
    """Propose the skills or roles that others have, in a field for several with commas."""
    LabelCompleter(desk.read(cards.words_in_use, _KINDS[kind]), field, several=True)


def complete_languages(field: QLineEdit, _desk: Desk, _kind: str = "languages") -> None:
    """Propose the names of languages in the language of the screen, in a field for several with commas."""
    LabelCompleter(known_names(), field, several=True)
