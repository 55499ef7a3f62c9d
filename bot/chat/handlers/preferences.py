"""Handles /settings, and settings that have no command: the language of summaries, pictures, the format."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.handlers.looks import chosen_look
from bot.chat.handlers.reading_languages import READING_LANGUAGES, reading_line
from bot.chat.handlers.recap import recap_lines
from bot.chat.handlers.settings import quiet_line
from bot.chat.handlers.topics import topics_settings
from bot.chat.turn import Turn
from bot.chat.wording import schedule_words, zone_name
from bot.digest.draw import usual_layout
from bot.models.buttons.digest_presses import OpenSettings
from bot.models.buttons.presses import SetFormat, SetPictures, SetSummaryLanguage, ShowSettings, ShowSummaryLanguages
from bot.models.chats import ORIGINAL, DigestFormat
from bot.models.messages import Keyboard
from bot.render.keyboards import settings_keyboard, summary_languages_keyboard
from bot.render.phrases import language_name
from bot.render.place_keyboards import places_button
from bot.text.markup import escape
from bot.texts import say as say_in
from bot.texts import text_key


async def settings(turn: Turn) -> None:
    """Handle `/settings`: show all settings with a button for each."""
    text, keyboard = await _page(turn)
    await turn.reply(text, keyboard=keyboard)


async def on_show_settings(turn: Turn, press: ShowSettings) -> None:
    """Show all settings in place of a choice."""
    await _redraw(turn)


async def on_open_settings(turn: Turn, press: OpenSettings) -> None:
    """Send all settings as a new message, so that the digest stays."""
    await turn.toast()
    await settings(turn)


async def on_show_summary_languages(turn: Turn, press: ShowSummaryLanguages) -> None:
    """Show the languages of summaries in place of the settings."""
    await turn.redraw(_languages_text(turn), keyboard=_languages_buttons(turn))


async def on_set_summary_language(turn: Turn, press: SetSummaryLanguage) -> None:
    """Set the language of summaries."""
    if press.language not in (ORIGINAL, *_offered(turn)):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(summary_language=press.language)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_languages_text(turn), keyboard=_languages_buttons(turn))


async def on_set_pictures(turn: Turn, press: SetPictures) -> None:
    """Show pictures, or none."""
    await turn.change(pictures=press.on)
    await turn.toast(turn.say("chat-saved"))
    await _redraw(turn)


async def on_set_format(turn: Turn, press: SetFormat) -> None:
    """Set the format of digests."""
    if press.name not in set(DigestFormat):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(format=DigestFormat(press.name))
    await turn.toast(turn.say("chat-saved"))
    await _redraw(turn)


async def _redraw(turn: Turn) -> None:
    text, keyboard = await _page(turn)
    await turn.redraw(text, keyboard=keyboard)


async def _page(turn: Turn) -> tuple[str, Keyboard]:
    """All settings: the text and a button for each."""
    lines, buttons = await topics_settings(turn)
    places = places_button(turn.say) if turn.is_private else ()
    text = _text(turn, recaps=await recap_lines(turn), topics=lines)
    return text, (*settings_keyboard(turn.chat, say=turn.say), *buttons, *places)


def _text(turn: Turn, *, recaps: Sequence[str], topics: Sequence[str]) -> str:
    chat, say = turn.chat, turn.say
    lines = [
        say("chat-schedule-now", schedule=schedule_words(chat.schedule, language=turn.language, say=say)),
        *recaps,
        say("chat-schedule-zone", zone=zone_name(chat.zone, turn.language)),
        quiet_line(turn),
        say("chat-settings-ui", language=say_in(chat.ui_language, "chat-language-name")),
        reading_line(turn),
        _summaries_line(turn),
        say("chat-settings-pictures", state="on" if chat.pictures else "off"),
        say("chat-settings-look", look=say(text_key(f"chat-look-{chosen_look(turn)}"))),
        say("chat-settings-layout", layout=say(text_key(f"chat-layout-{usual_layout(chat)}"))),
        *topics,
    ]
    return "\n".join([say("chat-settings"), *map(escape, lines), *_warning(turn)])


def _languages_text(turn: Turn) -> str:
    return "\n".join([turn.say("chat-summary-language"), *_warning(turn)])


def _warning(turn: Turn) -> list[str]:
    """The lines that warn where a language is chosen and the engine cannot translate."""
    if turn.chat.summary_language == ORIGINAL or turn.services.summaries.translates:
        return []
    return ["", escape(turn.say("chat-summary-language-cannot"))]


def _summaries_line(turn: Turn) -> str:
    if turn.chat.summary_language == ORIGINAL:
        return turn.say("chat-settings-summaries-original")
    name = language_name(turn.chat.summary_language, turn.language)
    return turn.say("chat-settings-summaries", language=name)


def _languages_buttons(turn: Turn) -> Keyboard:
    offers = [(language_name(tag, tag), tag) for tag in _offered(turn)]
    return summary_languages_keyboard(offers, current=turn.chat.summary_language, say=turn.say)


def _offered(turn: Turn) -> tuple[str, ...]:
    """The languages to choose from, the reader's own first."""
    return tuple(dict.fromkeys((turn.chat.ui_language, *READING_LANGUAGES)))
