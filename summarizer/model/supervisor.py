"""Supervises one model's process: starts it, tracks its progress, sends it requests, restarts it when it ends.

Backs off between starts that fail in a row. Knows nothing of documents: requests and answers are messages.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from summarizer.base import EngineFailed, EngineState, EngineUnavailable
from summarizer.model.files import INSTALL, missing_libraries
from summarizer.model.process import Message, ModelProcess, ProcessEnded

logger = logging.getLogger(__name__)

LOAD_SECONDS = 900.0  # of silence while it loads or downloads: it hangs
MAX_CRASHES = 3  # in a row without an answer; then `ready` raises
MAX_RESTART_SECONDS = 300.0
FIRST_RETRY_SECONDS = 60.0  # after a failed download; doubled up to ...
MAX_RETRY_SECONDS = 3600.0
LOGGED_STEP_PERCENT = 10
RESTARTING = "restarting: "


@dataclass(slots=True)
class _Request:
    number: int
    answer: asyncio.Future[Message]


class ModelSupervisor:
    """Runs one process at a time with the model that `load` names, and one request at a time.

    `on_change` is called whenever the model begins to load or is ready. `load_seconds` is how long the process may
    be silent before it is ready.
    """

    def __init__(
        self,
        load: Message,
        *,
        command: tuple[str, ...],
        on_change: Callable[[Message], object],
        load_seconds: float = LOAD_SECONDS,
    ) -> None:
        self.state, self.detail = EngineState.LOADING, "not started"
        self.process: ModelProcess | None = None
        self._load = load
        self._command = command
        self._on_change = on_change
        self._load_seconds = load_seconds
        self._logged_percent = 0
        self._task: asyncio.Task[None] | None = None
        self._request: _Request | None = None
        self._numbers = count(1)
        self._decided = asyncio.Event()  # ready, or not for now
        self._final = False
        self._closed = False

    def start(self) -> None:
        """Start the process in the background, and restart it whenever it ends."""
        if self._task is None and not self._closed:
            self._task = asyncio.create_task(self._keep_running())

    async def ready(self) -> None:
        """Wait until the model is loaded. Raises EngineUnavailable if that failed, for now or for good."""
        self.start()
        await self._decided.wait()
        if self.state is not EngineState.READY:
            raise EngineUnavailable(self.detail)

    async def aclose(self) -> None:
        """Stop the process within seconds, whatever it does."""
        self._closed = True
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._become(EngineState.FAILED, "closed")

    async def ask(self, message: Message, seconds: float) -> Message:
        """Send a request and return its answer; kill the process after `seconds`. Calls must not overlap.

        Raises EngineFailed if the process is not ready, ends, or answers too late.
        """
        process = self.process
        if self.state is not EngineState.READY or process is None:
            raise EngineFailed(f"the model is not ready ({self.state}{f': {self.detail}' if self.detail else ''})")
        request = self._request = _Request(next(self._numbers), asyncio.get_running_loop().create_future())
        process.send({"id": request.number, **message})
        try:
            async with asyncio.timeout(seconds):
                return await request.answer
        except TimeoutError:
            why = f"it gave no answer within {seconds:.0f} s, so Tidings ended it"
            self._become(EngineState.LOADING, f"{RESTARTING}{why}")
            await process.end(at_once=True, why=why)
            raise EngineFailed(f"the model gave no answer within {seconds:.0f} s") from None
        except asyncio.CancelledError:
            process.send({"cancel": request.number})
            raise
        finally:
            self._request = None

    async def _keep_running(self) -> None:
        """Restart the process whenever it ends, until it reports a final failure."""
        if lacking := missing_libraries():
            self._give_up(f"the model's libraries are missing ({', '.join(lacking)}): {INSTALL}")
            return
        crashes, downloads = 0, 0
        while True:
            answered = await self._run_once()
            if self._has_given_up():
                return
            if self.state is EngineState.FAILED:
                wait = min(FIRST_RETRY_SECONDS * 2**downloads, MAX_RETRY_SECONDS)
                downloads += 1
            else:
                crashes = 0 if answered else crashes + 1
                wait = restart_wait(crashes)
                if crashes >= MAX_CRASHES:
                    why = self.detail.removeprefix(RESTARTING)
                    self._become(EngineState.FAILED, f"its process ended {crashes} times in a row: {why}")
            await asyncio.sleep(wait)

    async def _run_once(self) -> bool:
        """Run one process until it ends; return whether it answered any request."""
        self._become(EngineState.LOADING, "")
        answered = False
        try:
            self.process = await ModelProcess.begin(self._command)
            self.process.send({"load": self._load})
            while True:
                message = await self._next_message(self.process)
                answered = answered or "id" in message
                self._handle(message)
        except (ProcessEnded, OSError) as error:  # an OSError: the machine has no room for one more process
            if self.state is not EngineState.FAILED:
                self._become(EngineState.LOADING, f"{RESTARTING}{error}")
                logger.warning("model process ended model=%s error=%r", self._load["model"], str(error))
            self._fail_request(f"the model's process ended: {error}")
        finally:
            self._fail_request("the engine was closed")
            process, self.process = self.process, None
            if process is not None:
                await asyncio.shield(process.end(at_once=True))
        return answered

    async def _next_message(self, process: ModelProcess) -> Message:
        try:
            async with asyncio.timeout(None if self.state is EngineState.READY else self._load_seconds):
                return await process.receive()
        except TimeoutError:
            raise ProcessEnded(f"it did not load: no word within {self._load_seconds:.0f} s") from None

    def _handle(self, message: Message) -> None:
        """Handle one message of the process: its progress, or an answer."""
        match message:
            case {"state": "ready", "device": str(device), "precision": str(precision)}:
                self._on_change(message)
                self._become(EngineState.READY, "")
                logger.info("model ready model=%s device=%s precision=%s", self._load["model"], device, precision)
            case {"state": "loading"}:
                self._on_change(message)
                self._become(EngineState.LOADING, "")
            case {"state": "downloading", "done": int(done), "total": int(total)}:
                self._handle_progress(done, total)
            case {"state": "failed", "detail": str(why), "final": True}:
                self._give_up(why)
            case {"state": "failed", "detail": str(why)}:
                self._become(EngineState.FAILED, why)
                logger.warning("model not loaded model=%s error=%r", self._load["model"], why)
            case {"id": int(number)}:
                request = self._request
                if request is not None and request.number == number and not request.answer.done():
                    request.answer.set_result(message)
            case _:
                raise ProcessEnded("it said something that is no message")

    def _handle_progress(self, done: int, total: int) -> None:
        detail = f"{done // 1_000_000:,} of {total // 1_000_000:,} MB" if total else "asking the hub"
        self._become(EngineState.DOWNLOADING, detail)
        percent = 100 * done // total if total else 0
        if percent >= self._logged_percent + LOGGED_STEP_PERCENT:
            self._logged_percent = percent - percent % LOGGED_STEP_PERCENT
            logger.info("model downloading model=%s done=%r", self._load["model"], detail)

    def _give_up(self, why: str) -> None:
        self._final = True
        self._become(EngineState.FAILED, why)
        logger.warning("model unavailable model=%s error=%r", self._load["model"], why)

    def _has_given_up(self) -> bool:
        return self._final

    def _become(self, state: EngineState, detail: str) -> None:
        self.state, self.detail = state, detail
        if state in (EngineState.READY, EngineState.FAILED):
            self._decided.set()
        else:
            self._decided.clear()

    def _fail_request(self, why: str) -> None:
        if self._request is not None and not self._request.answer.done():
            self._request.answer.set_exception(EngineFailed(why))


def restart_wait(crashes: int) -> float:
    """Return the backoff in seconds after so many crashes in a row without an answer: 0, 0, 1, 2, 4, ... 300."""
    return 0.0 if crashes <= 1 else min(2.0 ** (crashes - 2), MAX_RESTART_SECONDS)
