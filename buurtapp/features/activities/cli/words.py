"""The words behind "activities", and where their commands are."""

from __future__ import annotations

_HERE = "buurtapp.features.activities.cli"

SUBCOMMANDS: dict[str, str] = {
    "save-run-sheet": f"{_HERE}.runsheet:save_run_sheet",
    "use-run-sheet": f"{_HERE}.runsheet:use_run_sheet",
    "run-sheets": f"{_HERE}.runsheet:list_run_sheets",
    "job-delete": f"{_HERE}.runsheet:delete_job",
    "job-done": f"{_HERE}.runsheet:job_done",
    "job-change": f"{_HERE}.runsheet:change_job",
    "job-add": f"{_HERE}.runsheet:add_job",
    "jobs": f"{_HERE}.runsheet:list_jobs",
    "receipt-add": f"{_HERE}.money:add_receipt",
    "photo-add": f"{_HERE}.money:add_photo",
    "fund": f"{_HERE}.money:choose_fund",
    "budget-add": f"{_HERE}.money:add_budget",
    "budget": f"{_HERE}.money:show_budget",
    "attend": f"{_HERE}.attend:attend_activity",
    "bring-back": f"{_HERE}.series:bring_back",
    "change": f"{_HERE}.doing:change_activity",
    "copy": f"{_HERE}.doing:copy_activity",
    "decide": f"{_HERE}.doing:decide_trial",
    "end-series": f"{_HERE}.series:end_series",
    "evaluate": f"{_HERE}.evaluate:evaluate",
    "evaluation": f"{_HERE}.evaluate:show_evaluation",
    "extend": f"{_HERE}.series:extend",
    "move": f"{_HERE}.series:move",
    "repeat": f"{_HERE}.series:repeat",
    "sign-off": f"{_HERE}.sign_up:sign_people_off",
    "sign-up": f"{_HERE}.sign_up:sign_people_up",
    "sign-ups": f"{_HERE}.sign_up:show_signups",
    "skip": f"{_HERE}.series:skip",
    "trial": f"{_HERE}.doing:set_trial",
}
"""Command word → its click command, besides those in `plan.py`; imported when called."""
