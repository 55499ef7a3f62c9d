"""Builds the buttons at alerts, quiet hours and followed stories. `alert_presses` says what each does."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.alerts import Alert
from bot.models.buttons.alert_presses import (
    CancelAlert,
    HideWord,
    RemoveAlert,
    RestoreAlert,
    SaveAlert,
    SetAlert,
    SetFollow,
    SetQuiet,
    SetSourceMute,
    SetStoryMute,
    ShowAlerts,
)
from bot.models.messages import Button, Keyboard
from bot.models.quiet import QuietHours
from bot.render.keyboards import BACK_TO_SETTINGS, LABEL_UNITS, button, choice, packed
from bot.text.markup import shorten
from bot.text.quiet import format_quiet, parse_quiet
from bot.texts import Say

FOLLOWED = "📌"
QUIET_PRESETS = ("21:00-07:00", "22:00-07:00", "23:00-08:00", "00:00-08:00")
STOPS = 10  # buttons below a message


def alert_preview_keyboard(say: Say) -> Keyboard:
    """The buttons below the preview of an alert."""
    return ((button(say("chat-button-save"), SaveAlert()), button(say("chat-button-cancel"), CancelAlert())),)


def alerts_button(say: Say) -> Keyboard:
    """The button that shows all alerts."""
    return ((button(say("alert-button-all"), ShowAlerts()),),)


def alerts_keyboard(alerts: Sequence[Alert]) -> Keyboard:
    """A remove button for each alert, named by it."""
    return packed(button(f"❌ {alert_label(alert)}", RemoveAlert(alert_id=alert.id)) for alert in alerts)


def alert_label(alert: Alert) -> str:
    """The alert on a button, plain text."""
    return shorten(f"{FOLLOWED} {alert.words}" if alert.story_id else alert.words, LABEL_UNITS)


def stop_keyboard(alerts: Sequence[Alert], *, say: Say) -> Keyboard:
    """The buttons that end the alerts of a message."""
    return tuple((alert_switch(alert, say, on=False),) for alert in alerts[:STOPS])


def alert_switch(alert: Alert, say: Say, *, on: bool) -> Button:
    """The button that ends an alert, or brings it back (`on`)."""
    name = shorten(alert.words, LABEL_UNITS)
    return button(
        say("alert-button-again", alert=name) if on else say("alert-button-stop", alert=name),
        SetAlert(alert_id=alert.id, on=on),
    )


def restore_button(alert: Alert, say: Say) -> Keyboard:
    """The button that brings back an alert that was just removed."""
    name = shorten(alert.words, LABEL_UNITS)
    return ((button(say("alert-button-again", alert=name), RestoreAlert(alert_id=alert.id)),),)


def quiet_keyboard(current: QuietHours | None, *, say: Say) -> Keyboard:
    """The usual hours with the current ones marked, whether alerts come, and how to switch them off."""
    presets = [parse_quiet(text) for text in QUIET_PRESETS]
    lets_alerts = current is not None and current.except_alerts
    hours = [
        button(choice(_hours(preset), chosen=_same_hours(preset, current)), _set(preset, lets_alerts))
        for preset in presets
        if preset is not None
    ]
    rows = [tuple(hours[start : start + 2]) for start in range(0, len(hours), 2)]
    if current is not None:
        text = say("quiet-button-alerts")
        rows.append((button(choice(text, chosen=lets_alerts), _set(current, not lets_alerts)),))
    off = button(choice(say("quiet-button-off"), chosen=current is None), SetQuiet(text="off"))
    return (*rows, (off,), BACK_TO_SETTINGS)


def follow_switch(article_id: int, say: Say, *, on: bool) -> Button:
    """The button that follows a story (`on`), or ends that."""
    label = say("story-button-follow" if on else "story-button-unfollow")
    return button(label, SetFollow(article_id=article_id, on=on))


def story_mute_switch(article_id: int, say: Say, *, on: bool) -> Button:
    """The button that mutes a story (`on`), or ends that."""
    return button(say("story-button-mute" if on else "story-button-unmute"), SetStoryMute(article_id=article_id, on=on))


def source_mute_switch(article_id: int, source: str, say: Say, *, on: bool) -> Button:
    """The button that mutes a source (`on`), or ends that."""
    name = shorten(source, LABEL_UNITS)
    label = say("story-button-mute-source", source=name) if on else say("story-button-unmute-source", source=name)
    return button(label, SetSourceMute(article_id=article_id, on=on))


def words_keyboard(words: Sequence[tuple[str, int, int]]) -> Keyboard:
    """A button for each word that can be hidden: (word, article, number among the words of its title)."""
    return packed(
        button(f"🙈 {shorten(word, LABEL_UNITS)}", HideWord(article_id=article_id, number=number))
        for word, article_id, number in words
    )


def _hours(quiet: QuietHours) -> str:
    return f"{quiet.start:%H:%M} – {quiet.end:%H:%M}"


def _same_hours(one: QuietHours, other: QuietHours | None) -> bool:
    return other is not None and (one.start, one.end) == (other.start, other.end)


def _set(quiet: QuietHours, lets_alerts: bool) -> SetQuiet:
    hours = QuietHours(start=quiet.start, end=quiet.end, except_alerts=lets_alerts)
    return SetQuiet(text=format_quiet(hours))
