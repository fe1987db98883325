"""Questions about several numbers at once."""

from __future__ import annotations

from collections.abc import Collection

_HERE = "(*numbers)"


def among(question: str, numbers: Collection[int]) -> str:
    """Return a question with a ? for each number where it says "(*numbers)": nothing that was typed gets into it."""
    return question.replace(_HERE, f"({','.join('?' * len(numbers))})")
