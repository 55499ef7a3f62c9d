"""Regular expressions that are compiled with their first use, not when their module is loaded. Pure.

Those of this program hold long classes of characters, and each takes milliseconds; a start uses hardly any of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern until it is asked for anything; after that its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._told = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._told), name)  # `re` keeps the compiled one, for the next name
        setattr(self, name, value)
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, but at the first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
