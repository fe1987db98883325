"""Which screen reads which paper back: the kind of a sheet, and its view. Attendance lists have the screen of the code.

A view is a widget with signals `closed` and `another` (another code is wanted), made with a Desk, and with
`begin(code) -> bool`: False when the paper is gone.
"""

from __future__ import annotations

from collections.abc import Mapping

ENTRY_VIEWS: Mapping[str, str] = {
    "run-sheet": "buurtapp.features.activities.ui.runsheet_entry:RunSheetEntryView",
    "sign-up": "buurtapp.features.activities.ui.signup_entry:SignupEntryView",
}
"""Kind of sheet → "module:class"; imported when the first such paper comes home."""
