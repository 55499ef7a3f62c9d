"""Rows of chats: how a chat is written and read; inside others' transactions."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from bot.models.chats import Chat, ChatKey, ChatKind, DigestFormat, DigestLayout, DigestLook, OtherLanguages, Schedule
from bot.models.quiet import QuietHours
from bot.store.database import Database
from bot.store.database.json_values import Json
from bot.store.database.rows import Row, from_us_or_none, to_us_or_none

SCHEDULE = Json[Schedule](Schedule)
QUIET = Json[QuietHours](QuietHours)


def save_chat(db: Database, chat: Chat) -> None:
    """Insert or replace a chat; its cursor never goes back."""
    db.execute(
        """INSERT INTO chats (chat_id, thread_id, kind, title, ui_language, summary_language, zone, mode, schedule,
                              next_digest_at, cursor, last_digest_at, format, pictures, active, layout, look,
                              zone_chosen, reads, other_languages, simple_look_offered, quiet)
           VALUES (:chat, :thread, :kind, :title, :ui_language, :summary_language, :zone, :mode, :schedule,
                   :next_digest_at, :cursor, :last_digest_at, :format, :pictures, :active, :layout, :look,
                   :zone_chosen, :reads, :other_languages, :simple_look_offered, :quiet)
           ON CONFLICT (chat_id, thread_id) DO UPDATE SET
               kind = :kind, title = :title, ui_language = :ui_language, summary_language = :summary_language,
               zone = :zone, mode = :mode, schedule = :schedule, next_digest_at = :next_digest_at,
               cursor = max(cursor, :cursor), last_digest_at = coalesce(:last_digest_at, last_digest_at),
               format = :format, pictures = :pictures, active = :active, layout = :layout, look = :look,
               zone_chosen = :zone_chosen, reads = :reads, other_languages = :other_languages,
               simple_look_offered = :simple_look_offered, quiet = :quiet,
               strikes = iif(:active > active, 0, strikes), struck_at = iif(:active > active, NULL, struck_at),
               paused_until = iif(:active > active, NULL, paused_until)""",
        {
            "chat": chat.key.chat_id,
            "thread": chat.key.thread_id,
            "kind": chat.kind.value,
            "title": chat.title,
            "ui_language": chat.ui_language,
            "summary_language": chat.summary_language,
            "zone": chat.zone,
            "mode": chat.schedule.mode.value,
            "schedule": SCHEDULE.dump_json(chat.schedule).decode(),
            "next_digest_at": to_us_or_none(chat.next_digest_at),
            "cursor": chat.cursor,
            "last_digest_at": to_us_or_none(chat.last_digest_at),
            "format": chat.format.value,
            "pictures": chat.pictures,
            "active": chat.active,
            "layout": chat.layout.value,
            "look": chat.look.value,
            "zone_chosen": chat.zone_chosen,
            "reads": " ".join(chat.reads),
            "other_languages": chat.other_languages.value,
            "simple_look_offered": chat.simple_look_offered,
            "quiet": chat.quiet and QUIET.dump_json(chat.quiet).decode(),
        },
    )


def chat_of(row: Row | dict[str, Any]) -> Chat:
    """The chat of a row."""
    kind, format_, layout, look, others, reads = _choices(
        row["kind"], row["format"], row["layout"], row["look"], row["other_languages"], row["reads"]
    )
    return Chat(
        key=ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"]),
        kind=kind,
        title=row["title"],
        ui_language=row["ui_language"],
        summary_language=row["summary_language"],
        zone=row["zone"],
        schedule=_schedule(row["schedule"]),
        next_digest_at=from_us_or_none(row["next_digest_at"]),
        cursor=row["cursor"],
        last_digest_at=from_us_or_none(row["last_digest_at"]),
        format=format_,
        pictures=bool(row["pictures"]),
        active=bool(row["active"]),
        layout=layout,
        look=look,
        zone_chosen=bool(row["zone_chosen"]),
        reads=reads,
        other_languages=others,
        simple_look_offered=bool(row["simple_look_offered"]),
        quiet=quiet_hours(row["quiet"]),
        alerts_told=row["alerts_told"],
    )


@lru_cache(maxsize=4096)  # many chats have the same ones
def _choices(
    kind: str, format_: str, layout: str, look: str, others: str, reads: str
) -> tuple[ChatKind, DigestFormat, DigestLayout, DigestLook, OtherLanguages, tuple[str, ...]]:
    return (
        ChatKind(kind),
        DigestFormat(format_),
        DigestLayout(layout),
        DigestLook(look),
        OtherLanguages(others),
        tuple(reads.split()),
    )


@lru_cache(maxsize=4096)  # many chats have the same one
def _schedule(text: str) -> Schedule:
    return SCHEDULE.validate_json(text)


@lru_cache(maxsize=4096)
def quiet_hours(text: str | None) -> QuietHours | None:
    """The quiet hours of a stored chat."""
    return None if text is None else QUIET.validate_json(text)
