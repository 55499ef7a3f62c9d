"""The methods of the Bot API by which the bot gets updates and files: getUpdates, the webhook's, getFile."""

from __future__ import annotations

from typing import Any

from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.world.state import World

_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, params: Params) -> list[dict[str, Any]]:
    """getUpdates: long polling."""
    if world.webhook:
        raise BotApiError(409, _WEBHOOK_ACTIVE)
    allowed = params.json("allowed_updates")
    world.updates.allow(allowed if isinstance(allowed, list) else None)
    return await world.updates.poll(
        offset=params.integer("offset"), limit=params.integer("limit", 100), timeout=params.integer("timeout")
    )


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook: stored, so that getUpdates is refused. No update is sent to the webhook."""
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.webhook = {"url": url, "allowed_updates": params.json("allowed_updates")} if url else {}
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook."""
    world.webhook = {}
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _params: Params) -> dict[str, Any]:
    """getWebhookInfo."""
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def get_file(world: World, params: Params) -> dict[str, Any]:
    """getFile. The file itself is served at /file/bot<token>/<file_path>."""
    file_id = params.text("file_id")
    if photo := world.files.find_photo(file_id):
        size, path = len(photo.data), f"photos/{photo.file_id}"
    elif document := world.files.find_document(file_id):
        size, path = len(document.data), f"documents/{file_id}"
    else:
        raise bad_request("invalid file_id")
    return {"file_id": file_id, "file_unique_id": file_id[-12:], "file_size": size, "file_path": path}
