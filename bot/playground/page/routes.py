"""The HTTP protocol between the page and the playground, in JSON.

Every `html` and `caption_html` is safe to insert as it is.
- `GET /ui/state`: {now, speed, next_digest, chats, me, bot, messages}. `chats[].unread` counts the messages
  since the person last opened the chat, wrote or pressed a button there.
- `GET /ui/events`: server-sent events by `type`:
  `message` {chat_id, message, unread}, the person's own messages as well; `edit` {chat_id, message};
  `chat` {chat}: a role in it changed; `delete` {chat_id, message_id}; `typing` {chat_id, action};
  `answer` {chat_id, message_id, data, text, show_alert, url}: the bot answered a button, `text` may be "";
  `clock` {now, next_digest, next_digest_chat}, also every few seconds; `news` {title};
  `commands` {commands, language_code}.
  When the stream ends, the page lagged too far behind or the server stopped: read the state again.
- `GET /ui/file/<file_id>`: a picture, or a document to download.
- `POST /ui/send` {chat_id, text, reply_to?, topic?}; `POST /ui/press` {chat_id, message_id, data};
  `POST /ui/open` {chat_id}: clears `unread`, and tells the bot of the chat the first time;
  `POST /ui/clock` {to: "next_digest" | ISO time} or {advance: seconds} -> {now, next_digest};
  `POST /ui/role` {chat_id, status}: makes the bot administrator, member or left; `POST /ui/my_role`: the person;
  `POST /ui/sample_link` {} -> {url};
  `POST /ui/news` {} -> {title: str | null}; `POST /ui/language` {code}. Refused: 400 {"error": text}.
A message has `message_id` and `message_ids`: an album is one message with the ids of all its pictures. Kind
"document" has `document: {name, url}`. In `html`, spoilers are `span.spoiler`, folded quotes
`blockquote.expandable`, commands `a.command[data-command]`, times `time[data-unix][data-format]`,
collages `div.collage`, slideshows `div.slideshow`, mentions `span.mention`, hashtags `span.hashtag`.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground.messages.errors import BotApiError
from bot.playground.messages.json_input import json_object
from bot.playground.page.actions import BadInput, PageActions
from bot.playground.page.controls import Controls, clock_view
from bot.playground.page.event_streams import EventStreams
from bot.playground.page.page_json import state_json
from bot.playground.world.state import World

_MAX_BODY_BYTES = 64 * 1024


def page_routes(world: World, controls: Controls, streams: EventStreams) -> list[Route]:
    """Everything below `/ui/`."""
    page = PageActions(world, controls, streams)
    actions: dict[str, Callable[[Mapping[str, Any]], Awaitable[dict[str, Any]]]] = {
        "send": page.send,
        "share": page.share,
        "press": page.press,
        "stop": page.stop,
        "open": page.open,
        "clock": page.clock,
        "news": page.news,
        "sample_link": page.sample_link,
        "role": page.role,
        "my_role": page.my_role,
        "language": page.language,
    }

    async def act(request: Request) -> Response:
        action = actions.get(request.path_params["action"])
        if action is None:
            return JSONResponse({"error": "no such action"}, status_code=404)
        try:
            answer = await action(await _json_body(request))
        except BadInput as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except BotApiError as error:
            return JSONResponse({"error": error.description}, status_code=400)
        return JSONResponse(answer)

    async def state(_request: Request) -> Response:
        return JSONResponse({"speed": 1, **await clock_view(controls), **state_json(world)})

    async def events(_request: Request) -> Response:
        return StreamingResponse(_event_lines(streams, controls), media_type="text/event-stream")

    async def file(request: Request) -> Response:
        return _file(world, request.path_params["file_id"])

    return [
        Route("/ui/state", state, methods=["GET"]),
        Route("/ui/events", events, methods=["GET"]),
        Route("/ui/file/{file_id}", file, methods=["GET"]),
        Route("/ui/{action}", act, methods=["POST"]),
    ]


async def _json_body(request: Request) -> Mapping[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise BadInput("the body must be application/json")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY_BYTES:
            raise BadInput("the body is too long")
    found = json_object(body)
    if found is None:
        raise BadInput("the body must be a JSON object")
    return found


async def _event_lines(streams: EventStreams, controls: Controls) -> AsyncIterator[str]:
    with streams.subscribe() as events:
        yield "retry: 1000\n\n"
        yield _event_line({"type": "clock", **await clock_view(controls)})
        async for event in events:
            yield _event_line(event)


def _event_line(event: Mapping[str, Any]) -> str:
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n"


def _file(world: World, file_id: str) -> Response:
    photo = world.files.find_photo(file_id)
    if photo is not None:
        headers = {"cache-control": "private, max-age=86400, immutable"}
        return Response(photo.data, media_type=photo.media_type, headers=headers)
    document = world.files.find_document(file_id)
    if document is not None:
        headers = {"content-disposition": "attachment"}
        return Response(document.data, media_type="application/octet-stream", headers=headers)
    return PlainTextResponse("Not found", status_code=404)
