"""A model hub on 127.0.0.1 that speaks as much of the real one's HTTP as a download needs, and can be in trouble."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "1a2b3c4d" + "0" * 32
OLDER_COMMIT = "5e6f7a8b" + "0" * 32
WEIGHTS = bytes(range(256)) * 400


def model_files() -> dict[str, bytes]:
    """The files of a usual repository: also some that must never be fetched."""
    return {
        "config.json": b'{"model_type": "mt5"}',
        "tokenizer.json": b'{"version": "1.0"}',
        "tokenizer_config.json": b"{}",
        "chat_template.jinja": b"{{ messages }}",
        "spiece.model": b"\x0a\x05spiece",
        "model.safetensors": WEIGHTS,
        "pytorch_model.bin": b"a pickle",
        "modeling_own.py": b"raise SystemExit",
        "onnx/model.safetensors": b"another precision",
    }


@dataclass(slots=True)
class FakeHub:
    """`requests` are "METHOD path" lines, with the range asked for; `breaks_after`: the weights stop at that byte,
    once; `refused`: a file that is not to be had; `error_code`: of a missing model."""

    endpoint: str = ""
    repos: dict[str, dict[str, bytes]] = field(default_factory=lambda: {"owner/model": model_files()})
    gated: set[str] = field(default_factory=set)
    failing: bool = False
    breaks_after: int | None = None
    refused: str = ""
    error_code: str = ""
    requests: list[str] = field(default_factory=list)

    def fetched(self) -> set[str]:
        """The names of the files whose contents were asked for."""
        return {
            line.split()[1].split("/", 5)[5] for line in self.requests if line.startswith("GET") and "/resolve/" in line
        }


@contextmanager
def a_hub() -> Iterator[FakeHub]:
    """Serve until the block ends."""
    hub = FakeHub()

    class Handler(_Handler):
        pass

    Handler.hub = hub
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        hub.endpoint = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield hub
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    hub: FakeHub

    def do_HEAD(self) -> None:
        self._respond()

    def do_GET(self) -> None:
        self._respond()

    def _respond(self) -> None:
        self.hub.requests.append(f"{self.command} {self.path} {self.headers.get('Range', '')}".strip())
        if self.hub.failing:
            self._say(500)
            return
        match self.path.split("?")[0].strip("/").split("/", 6):
            case ["api", "models", owner, name, kind, revision]:
                self._tell(f"{owner}/{name}", kind, revision)
            case [owner, name, "resolve", revision, *path]:
                self._send(f"{owner}/{name}", revision, "/".join(path))
            case _:
                self._say(404)

    def _tell(self, repo: str, kind: str, revision: str) -> None:
        if repo not in self.hub.repos:
            self._say(
                401, {"X-Error-Code": self.hub.error_code}
            )  # as the real one, which does not say what is missing and what is private
        elif revision not in ("main", COMMIT, OLDER_COMMIT):
            self._say(404, {"X-Error-Code": "RevisionNotFound"})
        elif kind == "revision":
            self._say(200, {}, json.dumps({"id": repo, "sha": COMMIT, "siblings": []}).encode())
        else:
            tree = [
                {"type": "file", "path": path, "size": len(content), "oid": _digest(content)}
                for path, content in self.hub.repos[repo].items()
            ]
            self._say(200, {}, json.dumps(tree).encode())

    def _send(self, repo: str, revision: str, path: str) -> None:
        if repo in self.hub.gated:
            self._say(403, {"X-Error-Code": "GatedRepo"})
            return
        if path == self.hub.refused and self.command == "GET":
            self._say(503)
            return
        content = self.hub.repos[repo][path]
        marks = {"X-Repo-Commit": revision, "ETag": f'"{_digest(content)}"', "Accept-Ranges": "bytes"}
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        if start:
            marks["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        breaks = self.hub.breaks_after if path.endswith(".safetensors") and self.command == "GET" else None
        if breaks is not None:
            self.hub.breaks_after = None
        self._say(206 if start else 200, marks, content[start:], sent=breaks)

    def _say(
        self, status: int, headers: dict[str, str] | None = None, body: bytes = b"", *, sent: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body[:sent])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""


def _digest(content: bytes) -> str:
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
