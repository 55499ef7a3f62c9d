"""The handler of every command, button and message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any

from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.ext import (
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.chat.access import Access
from bot.chat.application import TelegramBot, new_application, on_error
from bot.chat.drafts import STOPPED, Drafts
from bot.chat.later import modules_later
from bot.chat.links import LinkReader
from bot.chat.opening import open_turn
from bot.chat.quotas import Admission, Quotas
from bot.chat.services import Services
from bot.chat.state import AppState, BotApplication
from bot.chat.targets import aim_at_named
from bot.chat.turn import Turn
from bot.chat.whispers import Whispers
from bot.models.chats import ChatKey
from bot.text.characters import COLONS, COMMAS
from bot.texts import match_language

if TYPE_CHECKING:
    from bot.chat.finding import inline, searching, why
    from bot.chat.handlers import (
        adding_sources,
        admin,
        alerts,
        announcing,
        filtering,
        headlines,
        link_summary,
        membership,
        muting,
        own_data,
        owned_sources,
        owners,
        places,
        preferences,
        pressing,
        publishing,
        recap,
        settings,
        start,
        subscribe,
        time_zone,
        unknown,
    )
else:
    # Each is loaded when the first of its handlers is called: a start needs none.
    (
        adding_sources, admin, alerts, announcing, filtering, headlines, link_summary, membership, muting, own_data,
        owned_sources, owners, places, preferences, pressing, publishing, recap, settings, start, subscribe,
        time_zone, unknown,
    ) = modules_later(
        "adding_sources admin alerts announcing filtering headlines link_summary membership muting own_data "
        "owned_sources owners places preferences pressing publishing recap settings start subscribe "
        "time_zone unknown"
    )  # fmt: skip
    inline, searching, why = modules_later("inline searching why", package="bot.chat.finding")


TurnHandler = Callable[[Turn], Awaitable[None]]


async def _start(turn: Turn) -> None:
    """Greet; an owner whom the bot could not reach before gets the owner's commands."""
    await start.start(turn)
    if turn.is_owner and turn.is_private:
        turn.in_background(register_owner_commands(turn.state.bot, turn.services, owner_ids=[turn.user_id]))


COMMANDS: dict[str, TurnHandler] = {
    "start": _start,
    "today": headlines.today,
    "digest": headlines.digest,
    "recap": recap.recap,
    "search": searching.search,
    "categories": subscribe.categories,
    "subscribe": subscribe.subscribe,
    "unsubscribe": subscribe.unsubscribe,
    "subscriptions": subscribe.subscriptions,
    "filter": filtering.filter_,
    "filters": filtering.filters,
    "mute": muting.mute,
    "alert": alerts.alert,
    "alerts": alerts.alerts,
    "why": why.why,
    "summary": link_summary.summary,
    "schedule": settings.schedule,
    "quiet": settings.quiet,
    "timezone": time_zone.timezone,
    "language": settings.language,
    "settings": preferences.settings,
    "export": own_data.export,
    "forget": own_data.forget,
    "help": start.help_,
}
# For those who know of them: only where the owner allows it.
QUIET_COMMANDS: dict[str, TurnHandler] = {"publish": publishing.publish}
# Those that are about news or the bot. All others are about what a chat gets, and may name another chat first.
OF_NEWS = frozenset({"start", "help", "today", "summary", "search", "why"})
# Answered aloud in groups, though about what the chat gets: it is for all.
FOR_ALL = frozenset({"digest", "recap"})
# For owners only, so Telegram lists them for owners alone.
OWNER_COMMANDS: dict[str, TurnHandler] = {
    "sources": owned_sources.sources,
    "addsource": adding_sources.addsource,
    "removesource": owned_sources.removesource,
    "stats": admin.stats,
    "announce": announcing.announce,
}

# Messages of people and posts of channels, without edits and without messages sent via another bot.
_FRESH = (
    (filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST) & ~filters.VIA_BOT & ~filters.IS_AUTOMATIC_FORWARD
)
_PRIVATE_PLACES = _FRESH & filters.ChatType.PRIVATE & filters.LOCATION
_PRIVATE_FORWARDS = _FRESH & filters.ChatType.PRIVATE & filters.FORWARDED & ~filters.TEXT & ~filters.CAPTION
_PRIVATE_WORDS = _FRESH & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION)


def build_application(bot: TelegramBot, services: Services) -> BotApplication:
    """The application of this bot with every handler, not initialised."""
    application = new_application(bot)
    state = AppState(
        application=application,
        services=services,
        access=Access(bot),
        links=LinkReader(services.clock),
        quotas=Quotas(),
        drafts=Drafts(bot, services.clock),
        whispers=Whispers(bot),
    )
    _add_handlers(application, state)
    return application


def _add_handlers(application: BotApplication, state: AppState) -> None:
    def with_turn(handler: TurnHandler) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            admission = state.quotas.admit(*_who(update), now=state.services.clock.monotonic())
            if admission is Admission.REFUSED:  # and told so a moment ago
                return
            turn = await open_turn(state, update, words=_words(update, context))
            if turn is None:
                return
            if admission is Admission.NOTICE:
                await turn.reply(turn.say("chat-too-many-commands"), quote=True)
            else:
                await handler(turn)

        return handle

    def with_state(
        handler: Callable[[AppState, Update], Awaitable[None]],
    ) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            await handler(state, update)

        return handle

    # Presses first: the other handlers look at the message, and PTB warns where it is no longer accessible.
    application.add_handler(CallbackQueryHandler(with_state(pressing.on_press)))
    of_chats = COMMANDS | QUIET_COMMANDS
    settings_commands = {name: _of_settings(name, of_chats[name]) for name in of_chats if name not in OF_NEWS}
    for name, handler in (COMMANDS | OWNER_COMMANDS | settings_commands).items():
        application.add_handler(CommandHandler(name, with_turn(handler), filters=_FRESH))
    application.add_handler(InlineQueryHandler(with_state(inline.on_inline_query)))
    application.add_handler(
        ChatMemberHandler(with_state(membership.on_my_membership), ChatMemberHandler.MY_CHAT_MEMBER)
    )
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, with_state(membership.on_migration)))
    reopened = filters.StatusUpdate.FORUM_TOPIC_REOPENED
    application.add_handler(MessageHandler(reopened, with_state(membership.on_topic_reopened)))
    chosen = filters.ChatType.PRIVATE & filters.StatusUpdate.CHAT_SHARED
    application.add_handler(MessageHandler(chosen, with_turn(places.chosen)))
    application.add_handler(MessageHandler(_PRIVATE_WORDS & ~filters.COMMAND, with_turn(link_summary.bare_message)))
    application.add_handler(MessageHandler(_PRIVATE_WORDS & filters.COMMAND, with_turn(unknown.unknown_command)))
    application.add_handler(MessageHandler(_PRIVATE_FORWARDS, with_turn(adding_sources.forwarded)))
    application.add_handler(MessageHandler(_PRIVATE_PLACES, with_turn(time_zone.location)))
    application.add_handler(TypeHandler(Update, with_state(_on_stopped)), group=1)  # beside every other handler
    application.add_error_handler(on_error)


def _of_settings(name: str, handler: TurnHandler) -> TurnHandler:
    """The handler of a command about what a chat gets: another chat may stand first, and the answer is discreet."""

    async def handle(turn: Turn) -> None:
        turn.is_discreet = name not in FOR_ALL
        if await aim_at_named(turn):
            await handler(turn)

    return handle


async def _on_stopped(state: AppState, update: Update) -> None:
    """End the work on an answer whose draft a person stopped."""
    if stopped := update.api_kwargs.get(STOPPED):
        state.drafts.stop(stopped)


def _who(update: Update) -> tuple[int, int, bool]:
    """The chat, the person (the chat itself where Telegram names none), and whether it is a private chat."""
    chat, user = update.effective_chat, update.effective_user
    chat_id = chat.id if chat is not None else 0
    return chat_id, user.id if user is not None else chat_id, chat is not None and chat.type == ChatType.PRIVATE


def _words(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> str:
    """The text after the command, as it was typed; no space need be between: "/filter-football", "/search：橋"."""
    message = update.effective_message
    if message is None or message.text is None or context.args is None:  # no command
        return ""
    return message.text[message.entities[0].length :].lstrip(f" {COLONS}{COMMAS}").strip()


async def register_owner_commands(bot: Bot, services: Services, *, owner_ids: Iterable[int] | None = None) -> None:
    """List the owner's commands, too, in the private chats of owners; all of them unless told which."""
    for owner_id in services.settings.telegram_admin_ids if owner_ids is None else owner_ids:
        chat = await services.store.chats.get(ChatKey(chat_id=owner_id))
        spoken = chat.ui_language if chat else match_language(services.settings.default_language)
        await owners.list_owner_commands(
            bot, owner_id, commands=COMMANDS, owner_commands=OWNER_COMMANDS, language=spoken
        )
