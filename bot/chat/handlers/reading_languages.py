"""Handles the page of the languages that are read in a chat, and what becomes of stories in others."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.digest.languages import language_of
from bot.models.buttons.reader_presses import ANY_LANGUAGE, SetOtherLanguages, SetReading, ShowReading
from bot.models.chats import OtherLanguages
from bot.models.messages import Keyboard
from bot.render.phrases import language_name
from bot.render.reader_keyboards import reading_keyboard
from bot.text.cldr import listed
from bot.text.markup import escape, sentences
from bot.texts import text_key

# Languages with many readers, which multilingual models write well. The person's own is shown before them.
READING_LANGUAGES = (
    "en", "zh-Hant", "zh-Hans", "es", "hi", "ar", "pt", "ru", "ja", "de", "fr", "id", "ko", "it", "tr", "vi", "th",
    "fa", "pl", "uk", "nl",
)  # fmt: skip


async def on_show_reading(turn: Turn, press: ShowReading) -> None:
    """Show the languages: in place of the settings, else as a new message, so that the tree with the button stays."""
    if press.apart:
        await turn.toast()
        await turn.reply(_text(turn), keyboard=_buttons(turn))
    else:
        await _redraw(turn)


async def on_set_reading(turn: Turn, press: SetReading) -> None:
    """Add a language, take one away, or read them all."""
    if press.language not in (ANY_LANGUAGE, *_offered(turn)):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    others = tuple(tag for tag in turn.chat.reads if tag != press.language)
    if press.language == ANY_LANGUAGE:
        reads: tuple[str, ...] = ()
    else:
        reads = (*others, press.language) if press.on else others
    await turn.change(reads=reads)
    await turn.toast(turn.say("chat-saved"))
    await _redraw(turn)


async def on_set_other_languages(turn: Turn, press: SetOtherLanguages) -> None:
    """Say what becomes of stories in other languages."""
    if press.name not in set(OtherLanguages):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(other_languages=OtherLanguages(press.name))
    await turn.toast(turn.say("chat-saved"))
    await _redraw(turn)


def reading_line(turn: Turn) -> str:
    """What is read here, as a line of the settings. Plain text."""
    if not turn.chat.reads:
        return turn.say("chat-reads-any")
    what = turn.say(text_key(f"chat-others-{turn.chat.other_languages}"))
    return sentences(turn.say("chat-reads", languages=languages_read(turn)), what)


def languages_read(turn: Turn) -> str:
    """The languages that are read here, in words. Plain text."""
    names = [language_name(tag, turn.language) for tag in turn.chat.reads]
    return listed(names, turn.language)


async def _redraw(turn: Turn) -> None:
    await turn.redraw(_text(turn), keyboard=_buttons(turn))


def _text(turn: Turn) -> str:
    lines = [turn.say("chat-reading"), "", escape(reading_line(turn))]
    cannot = turn.chat.other_languages is OtherLanguages.TRANSLATED and not turn.services.summaries.translates
    if turn.chat.reads and cannot:
        lines.append(escape(turn.say("chat-others-cannot")))
    return "\n".join(lines)


def _buttons(turn: Turn) -> Keyboard:
    offers = [(language_name(tag, tag), tag) for tag in _offered(turn)]
    return reading_keyboard(turn.chat, offers, say=turn.say)


def _offered(turn: Turn) -> tuple[str, ...]:
    """The languages to choose from, in an order that no press changes."""
    own = turn.user.language_code if turn.user is not None else None
    first = (language_of(own),) if own else ()
    return tuple(dict.fromkeys((*first, turn.chat.ui_language, *READING_LANGUAGES, *turn.chat.reads)))
