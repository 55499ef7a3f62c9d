"""The Bot API over HTTP: reads the parameters and files of a request, answers `{"ok": …}` as Telegram does.

Methods: `/bot<token>/<method>` with a query, a form, a multipart form or a JSON body. Files: `/file/bot<token>/<path>`.
"""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.api.bot_api import BotApi
from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.messages.files import MAX_UPLOAD_BYTES, Upload
from bot.playground.messages.json_input import json_object

_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_MAX_FIELD_BYTES = 4 * 1024 * 1024


def bot_routes(bot_api: BotApi) -> list[Route]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def call(request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        try:
            result = await bot_api.call(token, method, await read_params(request))
        except BotApiError as error:
            return JSONResponse(error.body(), status_code=error.code)
        return JSONResponse({"ok": True, "result": result})

    async def download(request: Request) -> Response:
        file_id = request.path_params["path"].rpartition("/")[2]
        files = bot_api.world.files
        found = files.find_photo(file_id) or files.find_document(file_id)
        if request.path_params["token"] != bot_api.token or found is None:
            return JSONResponse(BotApiError(404, "Not Found").body(), status_code=404)
        return Response(found.data, media_type="application/octet-stream")

    return [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
    ]


async def read_params(request: Request) -> Params:
    """Parameters of the query, of a form or of a JSON body, and the files beside them; raises BotApiError."""
    if int(request.headers.get("content-length") or 0) > MAX_UPLOAD_BYTES:
        raise BotApiError(413, "Request Entity Too Large")
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in _FORMS:
        try:
            async with request.form(max_part_size=_MAX_FIELD_BYTES) as form:
                for name, value in form.items():
                    if isinstance(value, UploadFile):
                        uploads[name] = Upload(data=await value.read(), filename=value.filename or "file")
                    else:
                        values[name] = value
        except HTTPException as error:
            raise bad_request(f"can't parse the request: {error.detail}") from error
    elif kind == "application/json":
        found = json_object(await request.body() or b"{}")
        if found is None:
            raise bad_request("can't parse JSON object")
        values |= found
    return Params(values=values, uploads=uploads)
