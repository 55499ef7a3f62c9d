"""Renders why the stories of a digest were chosen, and what was left out and how to get it (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.filters.grammar import rule_text
from bot.filters.tastes import move
from bot.models.articles import Article, CategoryPath
from bot.models.filters import Rule, RuleKind, Taste
from bot.models.reasons import LeftOut, Reasons, ToldWhy
from bot.render.filter_keyboards import LESS, MORE, taste_name
from bot.render.phrases import SEPARATOR, Reader, article_url, category_name, title_text
from bot.text.cldr import decimal, series
from bot.text.markup import escape, link, sentences, shorten
from bot.texts import text_key

MAX_STORIES = 30  # that are explained
MAX_REASONS = 8  # that are named, each with the newest of its stories
MAX_NAMED = 3
TITLE_UNITS = 70


def render_why(reasons: Reasons, reader: Reader) -> list[str]:
    """The blocks of the message, as HTML: by category why each story is there, then what was left out."""
    by_category: dict[CategoryPath | None, list[str]] = {}
    for story in reasons.told[:MAX_STORIES]:
        by_category.setdefault(story.category, []).append(_why(story, reader))
    first = [reader.say("digest-why"), *([reader.say("why-languages-first")] if reasons.languages_first else ())]
    blocks = [sentences(*first)]
    for category, lines in by_category.items():
        blocks.append("\n".join((f"<b>{escape(category_name(category, reader))}</b>", *lines)))
    if len(reasons.told) > MAX_STORIES:
        blocks.append(escape(reader.say("digest-unlisted", count=len(reasons.told) - MAX_STORIES)))
    if any(story.tastes for story in reasons.told[:MAX_STORIES]):
        blocks.append(reader.say("taste-why"))
    return [*blocks, _left_out(reasons.left_out, reader)]


def _why(story: ToldWhy, reader: Reader) -> str:
    sources = reader.say("digest-why-sources", source=story.article.source_name, others=story.publishers - 1)
    line = f"• {_title(story.article, reader)} — {escape(sources)}"
    kept = ", ".join(map(_rule, story.rules))
    line = f"{line}{SEPARATOR}{reader.say('why-kept', rules=kept)}" if kept else line
    return f"{line}{SEPARATOR}{escape(_moved(story.tastes, reader))}" if story.tastes else line


def _moved(tastes: Sequence[Taste], reader: Reader) -> str:
    """What moves a story, and by how many sources: "👎 −1 (Sport −1, “final” −2)". Plain text."""
    sources = round(move(tastes), 1) or 0.0
    number = decimal(abs(sources), reader.language)
    mark = f"{MORE} +" if sources > 0 else f"{LESS} −" if sources < 0 else f"{MORE}{LESS} "
    return f"{mark}{number} ({', '.join(taste_name(taste, say=reader.say) for taste in tastes)})"


def _left_out(left: Sequence[LeftOut], reader: Reader) -> str:
    if not left:
        return escape(reader.say("why-nothing-left-out"))
    lines = [reader.say("why-left-out", count=sum(len(entry.articles) for entry in left))]
    lines += [_left(entry, reader) for entry in left[:MAX_REASONS]]
    if beyond := sum(len(entry.articles) for entry in left[MAX_REASONS:]):
        lines.append(f"• {escape(reader.say('digest-unlisted', count=beyond))}")
    return "\n".join((*lines, reader.say("why-get")))


def _left(entry: LeftOut, reader: Reader) -> str:
    """The reason, and the newest of the stories."""
    if isinstance(entry.reason, Rule):
        reason = reader.say("why-left-rule", rule=_rule(entry.reason))
    else:
        reason = reader.say(text_key(f"why-left-{entry.reason}"))
    named = series((_title(article, reader) for article in entry.articles[:MAX_NAMED]), reader.language)
    more = len(entry.articles) - MAX_NAMED
    beyond = f" {escape(reader.say('digest-unlisted', count=more))}" if more > 0 else ""
    return reader.say("why-left", reason=reason, stories=f"{named}{beyond}")


def _rule(rule: Rule) -> str:
    mark = "🔇 " if rule.kind is RuleKind.MUTE else ""
    return f"<code>{mark}{escape(rule_text(rule))}</code>"


def _title(article: Article, reader: Reader) -> str:
    return link(article_url(article, reader.bot_username), shorten(title_text(article), TITLE_UNITS))
