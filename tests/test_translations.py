"""The texts of screens and papers: each one is in the catalogue, in Dutch, whole, and in the right tone."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

CHECKOUT = Path(__file__).parents[1]
MODULES = sorted((CHECKOUT / "buurtapp").rglob("*.py"))

SAME_IN_BOTH = {
    *("NEE", "JA", "Later", "Filter", "Helper", "professional", "e-mail", "is"),
    *("A3", "A4", "A5", "A6", "PDF", "PNG", "CSV", "XLSX", "OK", "QR", "WhatsApp", "Excel", "Buurtapp", "Klaverhoek"),
    *("Label", "Labels", "Type", "Flyer", "Flyers", "Logo", "Start", "Week", "In", "Door", "English", "Nederlands"),
    *(
        "Backspace",
        "Ctrl",
        "Z",
        "A",
        "Enter",
        "Code",
        "Contact",
        "E-mail",
        "e-mail",
        "Mail",
        "labels",
        "badge",
        "badges",
        "Poster",
        "Postcode",
        "Open",
        "Stop",
        "AED",
        "Agenda",
        "Budget",
        "F",
        "H",
        "Shift",
        "flyer",
        "was",
    ),
}
"""Words that are Dutch as well as English; only these may be the same in both."""

ENGLISH = {
    *(
        "the",
        "and",
        "your",
        "you",
        "this",
        "that",
        "from",
        "with",
        "file",
        "name",
        "list",
        "people",
        "nothing",
        "there",
    ),
    *(
        "was",
        "were",
        "which",
        "not",
        "choose",
        "write",
        "open",
        "save",
        "print",
        "saved",
        "changed",
        "address",
        "street",
    ),
}
"""Words that no Dutch sentence of ours needs."""
ENGLISH_AND_DUTCH = {"was", "open", "print", "list"}

JARGON = {"database", "exception", "cache", "traceback", "null", "backend", "widget", "sqlite", "boolean", "payload"}
TO_SCREEN = {
    *("setText", "setTitle", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setStatusTip"),
    *("setAccessibleDescription", "addAction", "addMenu", "addTab", "setInformativeText", "QLabel", "QPushButton"),
    "echo",
}
"""What puts a text before the eyes of the user."""
OF_THE_KIT = {
    **dict.fromkeys(("PlainLabel", "Heading", "Button", "Inline", "SearchField", "set_words", "Field"), (0,)),
    **dict.fromkeys(("line", "paragraph", "tick", "choice", "day_field", "time_field", "number_field"), (0,)),
    "Note": (1,),
    "EmptyState": (1, 2),
}
"""Our own widgets → which of their arguments are words; the others say how it looks."""
NAMES = {"Buurtapp", "{} · Buurtapp", "Ctrl+{}", "Bel Toos over de wandeling", "ooit"}
"""The same in every language, and what is typed into a field for a picture."""


@pytest.fixture(scope="module")
def chores() -> ModuleType:
    spec = importlib.util.spec_from_file_location("buurtapp_chores", CHECKOUT / "packaging" / "chores.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(chores: ModuleType) -> Catalog:
    found = chores.extract()
    assert isinstance(found, Catalog)
    return found


@pytest.fixture(scope="module")
def dutch(chores: ModuleType) -> Catalog:
    found = chores.read(chores.catalogue_file("nl"), "nl")
    assert isinstance(found, Catalog)
    return found


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    if message.string is None or isinstance(message.string, str):
        return (message.string or "",)
    return tuple(message.string)


def _places(sentence: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(sentence) if name is not None}


def _words(sentence: str) -> list[str]:
    # Options of a command are the same in every language.
    without_places = re.sub(r"\{[^}]*\}|--[a-z-]+|\b\w+=\S+", " ", sentence)
    return re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", without_places)


def test_every_text_of_the_code_is_in_the_template(chores: ModuleType, template: Catalog) -> None:
    with chores.TEMPLATE.open("rb") as source:
        kept = chores.read_po(source)
    of_code = {(_ids(message), message.context) for message in _messages(template)}
    of_file = {(_ids(message), message.context) for message in _messages(kept)}
    assert of_code - of_file == set(), "run packaging/chores.py translations"
    assert of_file - of_code == set(), "run packaging/chores.py translations"


def test_every_text_has_its_dutch(template: Catalog, dutch: Catalog) -> None:
    without = []
    for message in _messages(template):
        known = dutch.get(message.id, message.context)
        if known is None or known.fuzzy or not all(_strings(known)):
            without.append(message.id)
    assert without == []


def test_plurals_have_all_their_forms(dutch: Catalog) -> None:
    plurals = [message for message in _messages(dutch) if message.pluralizable]
    assert plurals
    assert [message.id for message in plurals if len(_strings(message)) != dutch.num_plurals] == []


def test_what_is_filled_in_is_the_same_in_dutch(dutch: Catalog) -> None:
    wrong = []
    for message in _messages(dutch):
        wanted = set.union(*(_places(text) for text in _ids(message)))
        for form in _strings(message):
            # "one person" may do without its number.
            free = {"count"} if message.pluralizable else set()
            if _places(form) - free != wanted - free:
                wrong.append((message.id, form))
    assert wrong == []


def test_no_text_was_left_in_english(dutch: Catalog) -> None:
    left = []
    for message in _messages(dutch):
        for source, form in zip(_ids(message), _strings(message), strict=False):
            same = source == form and not set(_words(form)) <= SAME_IN_BOTH
            english = {word.lower() for word in _words(form)} & (ENGLISH - ENGLISH_AND_DUTCH)
            # One may be a word to type, such as street=Klaverstraat.
            if same or len(english) > 1:
                left.append((source, form))
    assert left == []


def test_screens_say_je_and_papers_say_u(dutch: Catalog) -> None:
    """A coordinator knows the app; a letter or list goes to people one does not know yet."""
    wrong = []
    for message in _messages(dutch):
        files = {str(file) for file, _line in message.locations}
        on_paper = all("/printouts/" in file for file in files)
        on_screen = all("/ui/" in file or "/shell/" in file or "/uikit/" in file for file in files)
        words = {word.lower() for form in _strings(message) for word in _words(form)}
        if files and ((on_paper and words & {"je", "jij", "jouw", "jullie"}) or (on_screen and words & {"u", "uw"})):
            wrong.append((message.id, message.string))
    assert wrong == []


def test_texts_are_calm_and_plain(dutch: Catalog) -> None:
    wrong = []
    for message in _messages(dutch):
        for text in (*_ids(message), *_strings(message)):
            loud = "!" in text or "..." in text
            if loud or {word.lower() for word in _words(text)} & JARGON:
                wrong.append(text)
    assert wrong == []


def test_the_compiled_catalogue_is_the_one_that_is_read() -> None:
    from buurtapp.core.i18n import _, use_language  # noqa: PLC0415 - after conftest has compiled it

    with use_language("nl"):
        assert _("Attendance list") == "Aanwezigheidslijst"
    with use_language("en"):
        assert _("Attendance list") == "Attendance list"


@dataclass(frozen=True, slots=True)
class Call:
    """A call with a literal text where the user will read it."""

    place: str
    function: str
    text: str

    def __str__(self) -> str:
        return f"{self.place} {self.function}({self.text!r})"


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _literal_calls(functions: Mapping[str, Sequence[int]]) -> Iterator[Call]:
    # Pictures of screens type into fields what somebody could type.
    for file in [file for file in MODULES if not file.stem.endswith("pictures")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function = ast.unparse(node.func).rsplit(".", 1)[-1]
                places = functions.get(function, range(len(node.args)) if function in TO_SCREEN else ())
                for argument in (node.args[place] for place in places if place < len(node.args)):
                    text = _literal(argument)
                    if text is not None:
                        yield Call(f"{file.relative_to(CHECKOUT)}:{node.lineno}", function, text)


def test_nothing_the_user_reads_goes_round_the_catalogue() -> None:
    """Two letters in a row make a word; signs, numbers and places to fill in do not."""
    calls = [call for call in _literal_calls(OF_THE_KIT) if call.text not in NAMES]
    assert [str(call) for call in calls if re.search(r"[^\W\d_]{2}", re.sub(r"\{[^}]*\}", "", call.text))] == []


def test_sentences_for_later_are_marked() -> None:
    """`text("…")` without `N_` renders in English for ever: no tool finds it."""
    unmarked = []
    for file in MODULES:
        source = file.read_text(encoding="utf-8")
        imported = re.search(r"from buurtapp\.core\.i18n import \(?([^)]*?)\)?\n(?=\S|\n)", source)
        if imported is None:
            continue
        makers = {"Text", "text"} & set(re.findall(r"\w+", imported.group(1)))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers and node.args:
                words = _words(_literal(node.args[0]) or "")
                if words:
                    unmarked.append(f"{file.relative_to(CHECKOUT)}:{node.lineno} {words}")
    assert unmarked == []


def test_no_sentence_hides_in_another_string() -> None:
    """What stands inside an f-string is not found by the tools (Babel on Python 3.11), and stays English for ever."""
    hidden = []
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and ast.unparse(inner.func) in {"_", "N_", "n_", "p_", "plural_text"}:
                    hidden.append(f"{file.relative_to(CHECKOUT)}:{node.lineno}")
    assert hidden == []


def test_every_shipped_language_has_its_catalogue(chores: ModuleType) -> None:
    from buurtapp.core.i18n import LANGUAGES  # noqa: PLC0415 - after conftest has compiled it

    assert set(LANGUAGES) <= set(chores.LANGUAGES)
    assert [code for code in chores.LANGUAGES if not chores.catalogue_file(code).exists()] == []
