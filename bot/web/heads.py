"""Mends the head of an answer as browsers read it, where a strict parser would refuse the whole answer. Pure.

What is wrong with one line costs that line alone; what would leave open where the body ends is not touched, so that the
parser refuses it. A head that needs nothing comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_HEAD_BYTES = 65_536  # of a longer one nothing is mended
_STATUS = re.compile(
    rb"(?:HTTP/([0-9])(?:\.([0-9]))?|ICY)[ \t]+0*([1-9][0-9]{2})(?![^ \t\r\n])(?:[ \t].*)?", re.IGNORECASE
)
_PLAIN_STATUS = re.compile(rb"HTTP/1\.[01] [1-9][0-9]{2}(?: [\x20-\x7e]*)?")
_PLAIN_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:")
_NAME = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:")
_LENGTH = re.compile(rb"[ \t]*(?:content|transfer)[ _-]?(?:length|encoding)", re.IGNORECASE)  # or what it may mean
_LENGTH_FIELD = re.compile(rb"(?:content-length|transfer-encoding|content-encoding)[ \t]*:[^\0\r]*", re.IGNORECASE)
_BEGINS = re.compile(rb"\s*(?:HTTP/|ICY[ \t])", re.IGNORECASE)
_END = re.compile(rb"\n\r?\n")
_Field = tuple[bytes, bytes]  # name and value, which may be folded


def is_head(start: bytes | bytearray) -> bool:
    """Whether an answer that begins so has a head; True while too few bytes came to tell."""
    return len(start.lstrip()) < len(b"HTTP/") or _BEGINS.match(start) is not None


def end_of_head(answer: bytes) -> int | None:
    """Where the body begins; None while the head is not whole. Empty lines before the head are part of it."""
    blank = len(answer) - len(answer.lstrip(b"\r\n"))
    found = _END.search(answer, blank)
    return found.end() if found else None


def may_end(tail: bytes | bytearray) -> bool:
    """Whether a head may be whole that ends so."""
    return _END.search(tail) is not None


def status_of(head: bytes) -> int:
    """The status that a head names; 0 if it names none."""
    found = _STATUS.match(head.lstrip().split(b"\n")[0].rstrip(b"\r"))
    return int(found[3]) if found else 0


def names_body(head: bytes) -> bool:
    """Whether the head says how long the body is, though its status may have none."""
    return re.search(rb"\n(?:content-length|transfer-encoding)[ \t]*:", head, re.IGNORECASE) is not None


def mended_head(head: bytes) -> bytes:
    """The head as a strict parser takes it; unchanged if it does so already, or if nobody could say what is meant."""
    first, *lines = (line.rstrip(b"\r") for line in head.strip(b"\r\n").split(b"\n"))
    status = _STATUS.fullmatch(first)
    if status is None:
        return head
    fields = list(_fields(lines))
    if any(_LENGTH.match(line) and not _LENGTH_FIELD.fullmatch(line) for line in lines):
        return head
    kept = list(_one_length([field for field in fields if b"\0" not in field[1] and b"\r" not in field[1]]))
    is_plain = _PLAIN_STATUS.fullmatch(first) is not None
    if is_plain and kept == fields and not _is_odd(lines):
        return head
    version = b"HTTP/1.1" if (status[1], status[2]) == (b"1", b"1") else b"HTTP/1.0"
    # Nothing else is read from a connection whose server miscounts, or speaks oddly.
    kept = [(name, value) for name, value in kept if name.lower() != b"connection"] + [(b"Connection", b"close")]
    return b"\r\n".join([version + b" " + status[3] + b" ", *(name + b": " + value for name, value in kept), b"", b""])


def _is_odd(lines: list[bytes]) -> bool:
    """Whether a line is neither a field nor the folded rest of one."""
    return any(line[:1] not in (b" ", b"\t") and not _PLAIN_NAME.match(line) for line in lines)


def _fields(lines: list[bytes]) -> Iterator[_Field]:
    """The fields of a head, each with the lines that are folded below it; what has no name is left out."""
    name, value = b"", b""
    for line in lines:
        if line[:1] in (b" ", b"\t"):
            value += b" " + line.strip()
            continue
        if name:
            yield name, value
        named = _NAME.match(line)
        name, value = (named[1], line[named.end() :].strip()) if named else (b"", b"")
    if name:
        yield name, value


def _one_length(fields: list[_Field]) -> Iterator[_Field]:
    """The fields with one length of the body: that of the chunks where it comes in such, else the one that all name.

    RFC 9112, section 6.3: chunks count more than a length, and a length that is said several times is one.
    """
    codings = [value.strip().lower() for name, value in fields if name.lower() == b"transfer-encoding"]
    is_chunked = any(coding.split(b",")[-1].strip() == b"chunked" for coding in codings)
    lengths = {
        part.strip() for name, value in fields if name.lower() == b"content-length" for part in value.split(b",")
    }
    was_said = False
    for name, value in fields:
        if name.lower() == b"transfer-encoding" and value.lower() == b"identity":
            continue
        if name.lower() != b"content-length" or len(lengths) > 1:
            yield name, value
        elif not is_chunked and not was_said and value:
            was_said = True
            yield name, next(iter(lengths))
