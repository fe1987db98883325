"""The style sheet of a theme: what Qt's widgets look like at rest, under the mouse, pressed, focused and off."""

from __future__ import annotations

import re

from buurtapp.core import paths
from buurtapp.uikit.theme import COLORS, TEXT_SIZES, Theme

_GROUNDS = """
QWidget { color: @ink; }
QMainWindow, QDialog, QFrame#page, QStackedWidget { background: @paper; }
QMessageBox { background: @paper; }
QFrame#nav { background: @nav; border: 0; min-width: {side}px; max-width: {side}px; }
QFrame#nav QLabel { color: @nav-ink-2; }
QStackedWidget[kind="inside"] { background: transparent; }
QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
QFrame[kind="panel"] { background: @surface; border: 1px solid @line-strong; border-top-left-radius: 10px; }
QFrame[kind="sunken"] { background: @sunken; border: 0; border-radius: 6px; }
QFrame[kind="chosen"] { background: @tint; border: 0; border-left: 4px solid @primary; }
QFrame[kind="dark"] { background: @nav; border: 0; }
QFrame[kind="dark"] QLabel { color: @nav-ink; }
QFrame[kind="foot"] { background: @surface; border: 0; border-top: 1px solid @line-strong; }
QFrame[kind="nav-line"] { background: @nav-hover; border: 0; max-height: 1px; min-height: 1px; margin: 0 12px; }
QLabel[kind="nav-wrong"] { color: @window; }
QFrame[kind="line"] { background: @line; border: 0; }
QFrame[kind="care"] { background: @care-tint; border: 0; border-radius: 8px; }
QFrame[kind="wrong"] { background: @wrong-tint; border: 0; border-radius: 8px; }
QFrame[kind="info"] { background: @info-tint; border: 0; border-radius: 8px; }
QFrame[kind="done"] { background: @tint; border: 0; border-radius: 8px; }
QFrame#message, QFrame#busy { margin: 4px 16px 6px 16px; }
QFrame[kind="side"] { background: @nav; border: 0; }
QFrame[kind="side"] QLabel { color: @nav-ink; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[kind="scrolled"] { background: transparent; }
QLabel { background: transparent; border: 0; }
QLabel[kind="second"] { color: @ink-2; }
QLabel[kind="primary"], QLabel[kind="done"] { background: transparent; color: @primary; }
QLabel[kind="care"] { background: transparent; color: @care; }
QLabel[kind="wrong"] { background: transparent; color: @wrong; }
QLabel[kind="info"] { background: transparent; color: @info; }
QLabel[kind="tag"] { background: @sunken; border-radius: 4px; padding: 2px 8px; font-size: {caption}px; }
QFrame[kind="tag"] { background: @sunken; border: 0; border-radius: 4px; }
QLabel[kind="key"] {
  border: 1px solid @line-strong; border-bottom-width: 2px; border-radius: 4px; padding: 1px 7px;
  font-size: {caption}px; font-weight: 600; color: @ink-2; background: @surface; }
QLabel[strong="yes"] { font-weight: 700; }
"""

_BUTTONS = """
QPushButton {
  background: @surface; color: @ink; border: 1px solid @line-strong; border-radius: 6px; padding: 0 14px;
  min-height: {control}px; font-weight: 600; outline: 0; }
QPushButton[only="yes"] { padding: 0; min-width: {control}px; max-width: {control}px; }
QPushButton:hover { background: @tint-hover; border-color: @control; }
QPushButton:pressed { background: @tint; border-color: @primary; }
QPushButton:disabled { background: @sunken; color: @ink-off; border-color: @line; }
QPushButton[kind="primary"] { background: @primary; color: @on-primary; border-color: @primary; }
QPushButton[kind="primary"]:hover { background: @primary-hover; }
QPushButton[kind="primary"]:pressed { background: @primary-down; }
QPushButton[kind="primary"]:disabled { background: @sunken; color: @ink-off; border-color: @line; }
QPushButton[kind="quiet"], QPushButton[kind="bare"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"] { color: @primary; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="bare"]:hover { background: @tint-hover; }
QPushButton[kind="link"] {
  background: transparent; border: 0; color: @primary; padding: 0 4px; text-decoration: underline;
  min-height: {target}px; text-align: left; }
QPushButton[kind="link"]:hover { color: @primary-hover; }
QPushButton[kind="link"]:disabled { color: @ink-off; }
QPushButton[kind="row"] { background: transparent; border: 0; padding: 0; min-height: {target}px; }
QPushButton[kind="row"]:hover { background: @tint-hover; }
QPushButton[kind="tag"] { background: transparent; border: 0; border-radius: 4px; padding: 0; min-width: {target}px;
  max-width: {target}px; min-height: {target}px; max-height: {target}px; }
QPushButton[kind="tag"]:hover { background: @tint-hover; }
QPushButton[kind="chip"] { border-radius: {round}px; min-height: {chip}px; padding: 0 12px;
  border-color: @line-strong; font-size: {small}px; }
QPushButton[kind="chip"]:checked { background: @tint; border: 2px solid @primary; padding: 0 11px;
  min-height: {chipon}px; }
QPushButton[kind="segment"] { border-radius: 0; padding: 0 12px; border-color: @control; margin-left: -1px; }
QPushButton[kind="segment"][first="yes"] { margin-left: 0; }
QPushButton[kind="segment"]:checked { background: @tint; border-bottom: 3px solid @primary; }
QPushButton[kind="tab"] {
  background: transparent; border: 0; border-bottom: 4px solid transparent; border-radius: 0; color: @ink-2;
  padding: 4px 14px 0 14px; font-weight: 600; }
QPushButton[kind="tab"]:hover { color: @ink; background: @tint-hover; }
QPushButton[kind="tab"]:checked { color: @ink; border-bottom-color: @primary; font-weight: 700; }
QPushButton[kind="dark"] { background: transparent; color: @nav-ink; border-color: @nav-ink-2; }
QPushButton[kind="dark"]:hover { background: @nav-hover; }
QPushButton[kind="dark"]:disabled { color: @nav-ink-2; border-color: @nav-hover; background: transparent; }
QPushButton[kind="nav"] {
  background: transparent; color: @nav-ink; border: 0; text-align: left; padding: 0 4px 0 12px; margin-left: 12px;
  min-height: {nav}px; border-radius: 0; border-top-left-radius: 8px; border-bottom-left-radius: 8px;
  font-weight: 600; }
QPushButton[kind="nav"]:hover { background: @nav-hover; }
QPushButton[kind="nav"]:checked { background: @navon; color: @navonink; font-weight: 700; border-left: @navbar; }
QFrame#nav QPushButton[only="yes"] {
  background: transparent; border: 0; min-width: {target}px; max-width: {target}px; min-height: {target}px; }
QFrame#nav QPushButton[only="yes"]:hover { background: @nav-hover; }
QToolButton { background: transparent; border: 0; min-height: {target}px; min-width: {target}px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: @surface; border: 1px solid @control; border-radius: 6px; padding: 0 10px; min-height: {control}px;
  selection-background-color: @primary; selection-color: @on-primary; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {
  border: 3px solid @focus; padding: 0 8px; min-height: {inner}px; }
QPlainTextEdit:focus { border: 3px solid @focus; padding: 2px 4px; min-height: {inner}px; }
QSpinBox, QDateEdit, QTimeEdit { min-height: {spin}px; }
QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus { min-height: {spinin}px; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QLineEdit[wrong="yes"], QPlainTextEdit[wrong="yes"], QComboBox[wrong="yes"] { border: 2px solid @wrong; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QPlainTextEdit:disabled { background: @sunken;
  color: @ink-off; }
QLineEdit[kind="checkin"] { font-size: {checkin}px; font-weight: 700; min-height: {door}px; padding: 0 14px; }
QLineEdit[kind="checkin"]:focus { min-height: {doorin}px; padding: 0 12px; }
QLineEdit[kind="code"]:focus { min-height: {codein}px; padding: 0 12px; }
QLineEdit[kind="code"] { font-size: {h1}px; font-weight: 700; min-height: {code}px; padding: 0 14px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
  background: @surface; border: 1px solid @line-strong; selection-background-color: @tint; selection-color: @ink;
  outline: 0; }
QComboBox QAbstractItemView::item { min-height: {target}px; padding: 4px 8px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button, QTimeEdit::up-button,
QTimeEdit::down-button { width: 24px; border: 0; background: transparent; }
QCheckBox, QRadioButton { spacing: 10px; min-height: {control}px; background: transparent; }
QCheckBox::indicator { width: {box}px; height: {box}px; border: 2px solid @control; border-radius: 4px;
  background: @surface; }
QCheckBox::indicator:checked { background: @primary; border-color: @primary; image: url("@check"); }
QCheckBox::indicator:focus { border: 3px solid @focus; }
QListView::indicator { width: {box}px; height: {box}px; border: 2px solid @control; border-radius: 4px;
  background: @surface; }
QListView::indicator:checked { background: @primary; border-color: @primary; image: url("@check"); }
QListView::indicator:disabled { border-color: @line-strong; }
QRadioButton::indicator { width: {box}px; height: {box}px; border: 2px solid @control; border-radius: {dot}px;
  background: @surface; }
QRadioButton::indicator:checked { background: @primary; border: 5px solid @surface; border-radius: {dot}px; }
QLabel#sheet { background: #FFFFFF; border: 1px solid @line-strong; }
QProgressBar { background: @sunken; border: 1px solid @line-strong; border-radius: 5px; min-height: 10px;
  max-height: 10px; }
QProgressBar::chunk { background: @primary; border-radius: 4px; }
"""

_LISTS = """
QTableView, QListView {
  background: @surface; alternate-background-color: @surface; border: 1px solid @line-strong; gridline-color: @line;
  selection-background-color: @tint; selection-color: @ink; outline: 0; }
QTableView { border-top-left-radius: 10px; border-top-right-radius: 10px; }
QTableView[kind="inner"], QListView[kind="inner"] { border: 0; border-radius: 0; }
QTableView[kind="paper"] { background: #FFFFFF; border: 0; border-radius: 0; }
QTableView:focus, QListView:focus { border: 3px solid @focus; }
QTableView[kind="inner"]:focus { border: 3px solid @focus; }
QTableView[kind="paper"]:focus { border: 0; }
QHeaderView { background: @sunken; border: 0; border-top-left-radius: 10px; border-top-right-radius: 10px; }
QHeaderView::section {
  background: transparent; color: @ink-2; border: 0; border-bottom: 1px solid @line-strong; padding: 0 8px;
  min-height: {head}px; font-size: {caption}px; font-weight: 600; }
QMenuBar { background: @paper; border-bottom: 1px solid @line; padding: 0 4px; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @tint; }
QMenu { background: @surface; border: 1px solid @line-strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; min-height: {target}px; border-radius: 4px; }
QMenu::item:selected { background: @tint; color: @ink; }
QMenu::item:disabled { color: @ink-off; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @surface; color: @ink; border: 1px solid @line-strong; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 2px; }
QScrollBar::handle { background: @line-strong; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
"""
_TEMPLATE = _GROUNDS + _BUTTONS + _FIELDS + _LISTS


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme: roles filled in, heights grown with the text."""
    sizes = {
        "control": theme.px(38),
        "inner": theme.px(38) - 4,
        "spin": theme.px(38) - 3,
        "spinin": theme.px(38) - 7,
        "chip": theme.px(30),
        "chipon": theme.px(30) - 2,
        "round": theme.px(30) // 2 + 1,
        "nav": theme.px(44),
        "side": side_width(theme),
        "head": theme.px(30),
        "door": theme.px(70),
        "code": theme.px(60),
        "doorin": theme.px(70) - 4,
        "codein": theme.px(60) - 4,
        "box": theme.px(16),
        "dot": theme.px(16) // 2 + 2,
        "target": max(theme.px(24), 24),
    }
    sheet = _TEMPLATE
    for name, value in sizes.items():
        sheet = sheet.replace(f"{{{name}}}", str(value))
    for name, pixels in TEXT_SIZES.items():
        sheet = sheet.replace(f"{{{name}}}", str(theme.px(pixels)))
        sheet += f'QLabel[textsize="{name}"] {{ font-size: {theme.px(pixels)}px; }}\n'
    # In the dark a chosen workspace would be too faint as a tab: it gets a bar (tokens, section 2).
    sheet = sheet.replace("@navonink", "@ink").replace("@navbar", "4px solid @primary" if theme.dark else "0")
    sheet = sheet.replace("@navon", "@nav-hover" if theme.dark else "@paper")
    shade = "dark" if theme.dark else "light"
    for picture in ("check", "chevron"):
        file = paths.resource("icons", "style", f"{picture}-{shade}.svg")
        sheet = sheet.replace(f"@{picture}", file.as_posix())
    names = sorted(COLORS, key=len, reverse=True)
    return re.sub("@(" + "|".join(names) + r")(?![\w-])", lambda found: theme.color(found[1]).name(), sheet)


def side_width(theme: Theme) -> int:
    """Return how wide the side bar is: 208 pixels, 262 at 150 % (tokens, section 9)."""
    return round(208 + (theme.percent - 100) * 1.08)
