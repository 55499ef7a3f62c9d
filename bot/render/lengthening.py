"""Puts a longer summary of one story into a rich digest that was sent, and takes it out again (pure).

The story is found by its row of buttons. All else in the message stays as it is, letter by letter.
"""

from __future__ import annotations

import re

from bot.models.buttons.digest_presses import Longer, Shorter
from bot.models.buttons.presses import encode
from bot.render.digest_keyboards import story_buttons
from bot.render.phrases import QUOTED_MARK
from bot.render.rich_budget import RichBudget
from bot.text.markup import escape
from bot.texts import Say
from summarizer import EngineKind, Summary

# A story's summary, which may be missing, with a note on it, its source and its buttons. A paragraph in italics before
# the summary is its original title.
_STORY = re.compile(
    r"(?:<p>(?P<words>(?!<i>)(?:(?!</p>).)*)</p>(?:<p><i>(?:(?!</p>).)*</i></p>)?)?"
    r"(?P<source><footer>(?:(?!</footer>).)*</footer>)"
    r"(?P<buttons><tg-button-row>(?:(?!</tg-button-row>).)*</tg-button-row>)",
    re.DOTALL,
)


def words_of(html: str, article_id: int) -> str | None:
    """The summary that is shown of this article, as HTML; "" where none is; None where it has no buttons here."""
    found = _find(html, article_id)
    return None if found is None else found["words"] or ""


def is_longer(html: str, article_id: int) -> bool:
    """Whether the longer summary of this article is shown."""
    found = _find(html, article_id)
    return found is not None and _data(Shorter(article_id=article_id)) in found["buttons"]


def with_words(html: str, article_id: int, words: str, *, say: Say, longer: bool, note: str = "") -> str | None:
    """The message with this summary of the article, in HTML, and the button that takes back what was done.

    `note`: plain text on the summary. It is a paragraph of its own: its language may run the other way. A fold that
    holds the story is open then: somebody reads it. None where Telegram would not take that much.
    """
    found = _find(html, article_id)
    if found is None:
        return None
    before, fold = html[: found.start()], html.rfind("<details>", 0, found.start())
    if fold > html.rfind("</details>", 0, found.start()):
        before = f"{before[:fold]}<details open>{before[fold + len('<details>') :]}"
    paragraph = f"<p>{words}</p>" if words else ""
    paragraph += f"<p><i>{escape(note)}</i></p>" if words and note else ""
    buttons = story_buttons(article_id, say, longer=longer)
    changed = f"{before}{paragraph}{found['source']}{buttons}{html[found.end() :]}"
    return changed if RichBudget().holds(changed) else None


def marked(html: str, summary: Summary) -> str | None:
    """The summary as HTML, with the mark of quotations where the message marks each of them.

    None where the message says of all its summaries that they are quotations, and a model wrote this one.
    """
    text, is_quoted = escape(summary.text.strip()), summary.kind is EngineKind.EXTRACTIVE
    if any(QUOTED_MARK in (story["words"] or "") for story in _STORY.finditer(html)):
        return f"{text} {QUOTED_MARK}" if is_quoted else text
    return None if QUOTED_MARK in html and not is_quoted else text


def _find(html: str, article_id: int) -> re.Match[str] | None:
    """The story that has the buttons of this article."""
    presses = (_data(Longer(article_id=article_id)), _data(Shorter(article_id=article_id)))
    return next(
        (story for story in _STORY.finditer(html) if any(data in story["buttons"] for data in presses)),
        None,
    )


def _data(press: Longer | Shorter) -> str:
    return f'data="{encode(press)}"'
