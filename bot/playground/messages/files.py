"""Pictures and documents that were sent: checked as Telegram does, kept in memory, found by their file_id.

Nothing is fetched from the web and nothing is written to disk.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.playground.messages.errors import BotApiError, bad_request

MAX_PHOTO_BYTES = 10 * 1024 * 1024
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_SIDES = 10_000  # width plus height
MAX_RATIO = 20
_MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ATTACHED = "attach://"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Photo:
    """A picture that was sent, with its file_id."""

    file_id: str
    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def page_url(self) -> str:
        return f"/ui/file/{self.file_id}"

    def sizes(self) -> list[dict[str, Any]]:
        """The PhotoSize list of the Bot API, smallest first; every size is the same bytes here."""
        small = max(1, self.width // 4), max(1, self.height // 4)
        return [
            self._size(f"{self.file_id}-s", *small),
            self._size(self.file_id, self.width, self.height),
        ]

    def _size(self, file_id: str, width: int, height: int) -> dict[str, Any]:
        unique = f"Q{self.file_id[-12:]}"
        return {
            "file_id": file_id, "file_unique_id": unique, "width": width, "height": height, "file_size": len(self.data)
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file part of a multipart request."""

    data: bytes
    filename: str = "file"


def wrong_file() -> BotApiError:
    """The refusal of a file_id or address that Telegram cannot use."""
    return bad_request("wrong file identifier/HTTP URL specified")


class Files:
    """Every picture and document sent so far."""

    def __init__(self) -> None:
        self._photos: dict[str, Photo] = {}
        self._documents: dict[str, Upload] = {}

    def photo(self, media: str | None, uploads: Mapping[str, Upload], *, part: str) -> Photo:
        """The picture that a parameter names: an upload (`part` or attach://…) or a file_id; raises BotApiError."""
        if not media and part in uploads:
            return self.add_photo(uploads[part].data)
        if not media:
            raise bad_request("there is no photo in the request")
        if media.startswith(_ATTACHED):
            upload = uploads.get(media.removeprefix(_ATTACHED))
            if upload is None:
                raise wrong_file()
            return self.add_photo(upload.data)
        if media.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        photo = self.find_photo(media)
        if photo is None:
            raise wrong_file()
        return photo

    def add_photo(self, data: bytes) -> Photo:
        """A new picture; the same bytes get a new file_id, as on Telegram."""
        width, height, media_type = checked(data)
        digest = hashlib.sha256(data).hexdigest()[:16]
        file_id = f"AgACAgQAAx{len(self._photos) + 1:06d}{digest}"
        photo = Photo(file_id=file_id, data=data, media_type=media_type, width=width, height=height)
        self._photos[file_id] = photo
        return photo

    def find_photo(self, file_id: str) -> Photo | None:
        return self._photos.get(file_id.removesuffix("-s"))

    def add_document(self, upload: Upload) -> str:
        """Keeps a document; returns its file_id."""
        file_id = f"BQACAgQAAx{len(self._documents) + 1:06d}"
        self._documents[file_id] = upload
        return file_id

    def find_document(self, file_id: str) -> Upload | None:
        return self._documents.get(file_id)


def checked(data: bytes) -> tuple[int, int, str]:
    """Width, height and media type of picture bytes; raises BotApiError for what Telegram refuses."""
    if not data:
        raise bad_request("file must be non-empty")
    if len(data) > MAX_PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO_BYTES} bytes"
        )
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_MEDIA_TYPES)) as image:
            width, height, media_type = *image.size, _MEDIA_TYPES[image.format or ""]
            fits = width + height <= MAX_SIDES and max(width, height) <= MAX_RATIO * min(width, height)
            if fits:
                image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    if not fits:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height, media_type
