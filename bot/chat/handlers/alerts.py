"""Handles /alert, which previews an alert before it is saved, and /alerts, which lists them; and their buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.handlers.filtering import (
    NAMED_STORIES,
    PREVIEW_ARTICLES,
    PREVIEW_PERIOD,
    TITLE_UNITS,
    story_line,
    unknown_sources,
)
from bot.chat.own_messages import coded
from bot.chat.turn import Turn
from bot.digest.alert_plan import MESSAGES_AN_HOUR
from bot.digest.filtering import Filtering
from bot.digest.pick import Story, rank
from bot.filters.alerts import alert_ruleset, alert_words, parse_alert, with_hidden
from bot.filters.folding import fold
from bot.filters.grammar import RuleProblem
from bot.filters.matching import Ruleset
from bot.models.alerts import Alert
from bot.models.buttons.alert_presses import CancelAlert, RemoveAlert, RestoreAlert, SaveAlert, SetAlert, ShowAlerts
from bot.models.messages import Keyboard
from bot.render.alert_keyboards import (
    alert_preview_keyboard,
    alert_switch,
    alerts_button,
    alerts_keyboard,
    restore_button,
)
from bot.render.markup_keyboard import switched
from bot.store.alerts import MAX_ALERTS
from bot.text.markup import escape, shorten
from bot.text_keys import TextKey

# Not of literals: `get` of so many keeps mypy for minutes.
_OWN_TEXTS: dict[str, TextKey] = {"filter-usage": "alert-usage", "filter-contradiction": "alert-contradiction"}


async def alert(turn: Turn) -> None:
    """Handle `/alert WORDS`: preview the alert, with a button that saves it."""
    if not await turn.may_change():
        return
    saved = await turn.services.store.alerts.of(turn.chat.key)
    found = _new_alert(turn.words, saved)
    if isinstance(found, RuleProblem):
        await turn.reply(_problem(turn, found), keyboard=alerts_button(turn.say) if saved else ())
        return
    turn.in_background(_send_preview(turn, found))


async def alerts(turn: Turn) -> None:
    """Handle `/alerts`: list the alerts, each with a button that removes it."""
    text, keyboard = await _list(turn)
    await turn.reply(text, keyboard=keyboard)


# --- presses ----------------------------------------------------------------------------------


async def on_save_alert(turn: Turn, press: SaveAlert) -> None:
    """Save the alert that stands in the message."""
    store, now = turn.services.store, turn.services.clock.now()
    found = _new_alert("".join(coded(turn.message)[:1]), await store.alerts.of(turn.chat.key))
    if not isinstance(found, RuleProblem) and await store.alerts.add(turn.chat.key, found, now=now) is None:
        found = RuleProblem(key="alert-too-many")
    if isinstance(found, RuleProblem):
        await turn.toast()
        await turn.redraw(_problem(turn, found), keyboard=alerts_button(turn.say))
        return
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(turn.say("alert-saved", alert=_code(found)), keyboard=alerts_button(turn.say))


async def on_cancel_alert(turn: Turn, press: CancelAlert) -> None:
    """Save nothing, and take the buttons away."""
    await turn.toast()
    await turn.redraw(turn.say("alert-cancelled"))


async def on_show_alerts(turn: Turn, press: ShowAlerts) -> None:
    """Show the alerts in place of the message."""
    await turn.toast()
    text, keyboard = await _list(turn)
    await turn.redraw(text, keyboard=keyboard)


async def on_remove_alert(turn: Turn, press: RemoveAlert) -> None:
    """Remove an alert, and show the list again."""
    now = turn.services.clock.now()
    removed = await turn.services.store.alerts.end(turn.chat.key, press.alert_id, now=now)
    await turn.toast(turn.say("alert-removed", alert=_name(removed)) if removed else turn.say("alert-gone"))
    text, keyboard = await _list(turn)
    await turn.redraw(text, keyboard=(*keyboard, *(restore_button(removed, turn.say) if removed else ())))


async def on_restore_alert(turn: Turn, press: RestoreAlert) -> None:
    """Bring a removed alert back, and show the list again."""
    restored = await _restored(turn, press.alert_id)
    if restored is not None:
        await turn.toast(turn.say("alert-back", alert=_name(restored)))
    text, keyboard = await _list(turn)
    await turn.redraw(text, keyboard=keyboard)


async def on_set_alert(turn: Turn, press: SetAlert) -> None:
    """End an alert at its message, or bring it back; the button then does the opposite."""
    if press.on:
        changed = await _restored(turn, press.alert_id)
    else:
        now = turn.services.clock.now()
        changed = await turn.services.store.alerts.end(turn.chat.key, press.alert_id, now=now)
    if changed is None:
        await turn.toast(
            turn.say("alert-gone"), alert=True
        )  # unless the reason was said already: a press is answered once
        return
    await turn.toast(turn.say("alert-back" if press.on else "alert-stopped", alert=_name(changed)))
    button = alert_switch(changed, turn.say, on=not press.on)
    await turn.redraw_buttons(switched(turn.keyboard, {press: button}))


async def _restored(turn: Turn, alert_id: int) -> Alert | None:
    """The alert, brought back; None where it cannot be, which the person is told."""
    store = turn.services.store.alerts
    changed = await store.restore(turn.chat.key, alert_id, now=turn.services.clock.now())
    if changed is None:
        is_full = len(await store.of(turn.chat.key)) >= MAX_ALERTS
        await turn.toast(
            turn.say("alert-too-many", count=MAX_ALERTS) if is_full else turn.say("alert-gone"), alert=True
        )
    return changed


# --- the preview ------------------------------------------------------------------------------


def _new_alert(typed: str, saved: Sequence[Alert]) -> str | RuleProblem:
    """The words of the alert, or why it cannot be saved."""
    rules = parse_alert(typed)
    if isinstance(rules, RuleProblem):
        return rules
    words = alert_words(rules)
    if any(entry.story_id is None and fold(entry.words) == fold(words) for entry in saved):
        return RuleProblem(key="alert-have-already")
    return words if len(saved) < MAX_ALERTS else RuleProblem(key="alert-too-many")


async def _send_preview(turn: Turn, words: str) -> None:
    found = await _matching(turn, words)
    rules = alert_ruleset(words)
    lines = [turn.say("alert-preview"), _code(words)]
    lines += [turn.say("alert-preview-any")] if len(rules.shown_words) > 1 else []
    lines += [*await unknown_sources(turn, sorted(rules.shown_sources | rules.hidden_sources)), ""]
    lines.append(turn.say("alert-preview-effect", count=len(found)))
    lines += [story_line(turn, article) for article, _ in found[:NAMED_STORIES]]
    if len(found) > NAMED_STORIES:
        lines.append(turn.say("filter-preview-more", count=len(found) - NAMED_STORIES))
    await turn.reply("\n".join(lines), keyboard=alert_preview_keyboard(turn.say))


async def _matching(turn: Turn, words: str) -> tuple[Story, ...]:
    """The stories of the last week that the alert would have brought."""
    store, chat = turn.services.store, turn.chat
    since = turn.services.clock.now() - PREVIEW_PERIOD
    filtering = Filtering(store, turn.services.summaries)
    hidden = (await filtering.rules_of([chat.key])).get(chat.key, Ruleset())
    articles = await store.articles.recent(None, since=since, limit=PREVIEW_ARTICLES)
    rules = with_hidden(alert_ruleset(words), hidden)
    return rank(await filtering.visible(articles, rules, language=chat.summary_language))


def _code(words: str) -> str:
    """The alert for a message; nothing else in a preview is code, so that it can be read back from it."""
    return f"<code>{escape(words)}</code>"


def _name(entry: Alert) -> str:
    return shorten(entry.words, TITLE_UNITS)


def _problem(turn: Turn, problem: RuleProblem) -> str:
    key = _OWN_TEXTS.get(problem.key) or problem.key
    count = MESSAGES_AN_HOUR if key == "alert-usage" else MAX_ALERTS
    return turn.say(key, part=escape(shorten(problem.part, TITLE_UNITS)), count=count)


async def _list(turn: Turn) -> tuple[str, Keyboard]:
    """The alerts: the text and the remove buttons."""
    saved = await turn.services.store.alerts.of(turn.chat.key)
    if not saved:
        return turn.say("alerts-empty"), ()
    return turn.say("alerts-list", count=len(saved)), alerts_keyboard(saved)
