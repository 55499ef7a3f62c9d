"""Finds a model's files on this machine or fetches them from the hub; every failure says what to do.

Fetches safetensors and tokenizer files only: no pickled weights, no code. Imports neither torch nor transformers.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from summarizer.base import EngineFailed, EngineUnavailable
from summarizer.model.catalog import known_model

FILES = ["*.safetensors", "*.safetensors.index.json", "*.json", "*.model", "*.txt", "*.jinja", "*.spm"]
LIBRARIES = ("torch", "transformers", "huggingface_hub", "safetensors")
# A bare `pip` may be another Python's.
_PIP = f"{shlex.quote(sys.executable)} -m pip"
INSTALL = f"install them with `{_PIP} install 'tidings[model]'`, or set SUMMARY_ENGINE=extractive"

LEFTOVER_SECONDS = 3600.0  # a partial file that nobody has written to for so long is nobody's

OnProgress = Callable[[int, int], None]
"""Is told (bytes here, bytes in all) while files arrive, from any thread."""


def find_model(model: str, revision: str | None = None) -> Path | None:
    """Return the folder with the model's files, without any network; None if it is not on this machine."""
    if is_folder(model):
        return Path(model).expanduser() if (Path(model).expanduser() / "config.json").is_file() else None
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        found = Path(
            snapshot_download(
                model, revision=revision, allow_patterns=FILES, ignore_patterns=_UNWANTED, local_files_only=True
            )
        )
    except (LocalEntryNotFoundError, HFValidationError, OSError):
        return None
    return found if (found / "config.json").is_file() and any(found.glob("*.safetensors")) else None


def is_local(model: str, revision: str | None = None) -> bool:
    """Whether the model's files are on this machine; False without the libraries."""
    return not missing_libraries() and find_model(model, revision) is not None


def is_folder(model: str) -> bool:
    """Whether a model is named by its folder: "models/mine", "~/mine", "/srv/mine"; a hub id is "owner/name"."""
    return model.startswith((".", "/", "~")) or Path(model).is_dir()


def split_revision(name: str) -> tuple[str, str | None]:
    """Divide "owner/name@revision" (a commit, tag or branch) into both; a folder and a bare id have no revision."""
    if is_folder(name):
        return name, None
    model, _, revision = name.partition("@")
    return model, revision or None


def no_model_in(folder: str) -> str:
    """Say that a folder holds no model, and what to do."""
    return f"{folder} holds no model: no config.json in it; name another folder or a hub id"


def missing_libraries() -> list[str]:
    """Name the libraries that a model needs and this installation lacks."""
    return [name for name in LIBRARIES if importlib.util.find_spec(name) is None]


def download_model(model: str, revision: str | None = None, on_progress: OnProgress = lambda done, total: None) -> Path:
    """Fetch what is missing of a model, and give its folder. Blocks; after an interruption, whole files stay.

    Raises EngineUnavailable for what its owner must change (no such model, not accepted terms, no safetensors, a full
    disk), EngineFailed for what may pass (no network, the hub in trouble).
    """
    if lacking := missing_libraries():
        raise EngineUnavailable(f"the model's libraries are missing ({', '.join(lacking)}): {INSTALL}")
    if is_folder(model):
        found = find_model(model)
        if found is None:
            raise EngineUnavailable(no_model_in(model))
        return found
    from huggingface_hub import snapshot_download

    _remove_leftovers(model)
    try:
        folder = Path(
            snapshot_download(
                model,
                revision=revision,
                allow_patterns=FILES,
                ignore_patterns=_UNWANTED,
                tqdm_class=_progress_bar(on_progress),
            )
        )
    except Exception as error:
        raise explain(error, model) from error
    check_weights(folder, model)
    return folder


def explain(error: Exception, model: str) -> EngineUnavailable | EngineFailed:
    """Turn what the hub's library raised into a sentence for the owner: unavailable for good, or failed for now."""
    from huggingface_hub import errors

    match error:
        case EngineUnavailable() | EngineFailed():
            return error
        case errors.GatedRepoError():
            return EngineUnavailable(
                f"{model} asks for its terms to be accepted: do so on https://huggingface.co/{model}, then set HF_TOKEN"
            )
        case errors.HFValidationError():
            return EngineUnavailable(_no_model_id(model))
        case errors.RepositoryNotFoundError():
            return EngineUnavailable(f"there is no model {model} (or it is private): check SUMMARY_MODEL")
        case errors.RevisionNotFoundError():
            return EngineUnavailable(f"{model} has no such revision: check it, or leave it out")
        case errors.HfHubHTTPError() if error.response.status_code == 401:  # what a hub says of a model that is missing
            return EngineUnavailable(f"there is no model {model} (or it is private, or HF_TOKEN is wrong): check both")
    cause = _innermost(error)
    text = " ".join(str(cause).split())
    if isinstance(cause, errors.OfflineModeIsEnabled):
        return EngineUnavailable(f"{model} is not on this machine, and downloads are forbidden: unset HF_HUB_OFFLINE")
    number = cause.errno if isinstance(cause, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT) or "os error 28" in text:
        return EngineUnavailable(f"the disk is full: {model} needs room in {cache_folder()} (set HF_HOME to move it)")
    if number in (errno.EACCES, errno.EROFS):
        return EngineUnavailable(f"{cache_folder()} may not be written: change its owner, or set HF_HOME to move it")
    reason = re.sub(r"^\[Errno -?\d+\] | for url .*", "", text)[:100] or type(cause).__name__
    return EngineFailed(f"{model} could not be downloaded ({reason}): see whether the hub can be reached")


def _innermost(error: BaseException) -> BaseException:
    """Find what everything else was raised from: the library wraps a refused connection three times."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def check_weights(folder: Path, model: str) -> None:
    """Refuse a model that has no safetensors; EngineUnavailable says so."""
    if not _has_weights(folder):
        raise EngineUnavailable(_no_weights(model))


def cache_folder() -> Path:
    """Return the folder in which downloaded models are kept."""
    from huggingface_hub import constants

    return Path(constants.HF_HUB_CACHE)


def model_name(model: str, folder: Path | None, *, revision: str | None = None) -> str:
    """Name a model with its revision: "Qwen/Qwen3-0.6B@1a2b3c4d", "mine@5e6f7a8b".

    The revision is the commit of a model from the hub, and for a folder a hash of its configuration and of the sizes
    and times of its weights.
    """
    if is_folder(model):
        return f"{Path(model).expanduser().resolve().name}@{_fingerprint(folder) if folder else 'missing'}"
    commit = folder.name if folder else revision or ""
    return f"{model}@{commit[:8] or 'newest'}"


def model_problem(model: str, revision: str | None = None, *, memory_bytes: int | None = None) -> str | None:
    """Say why a model cannot run here, with the remedy; None if nothing stands against it. Loads nothing."""
    if lacking := missing_libraries():
        return f"the model's libraries are missing ({', '.join(lacking)}): {INSTALL}"
    known, folder = known_model(model), find_model(model, revision)
    if is_folder(model) and folder is None:
        return no_model_in(model)
    if folder is not None and not _has_weights(folder):
        return _no_weights(model)
    if not is_folder(model) and not _may_be_on_the_hub(model):
        return _no_model_id(model)
    need = int(known.memory_gb * 1e9) if known else 2 * _weights_bytes(folder)
    have = min(memory_bytes or total_memory(), total_memory())
    if have < need:
        return f"{model} needs {need / 1e9:.1f} GB of memory, {have / 1e9:.1f} GB may be used: choose a smaller model"
    if known and folder is None and (free := _free_disk() // 1_000_000) < known.download_mb:
        return f"{model} needs {known.download_mb:,} MB of disk in {cache_folder()}, {free:,} MB are free: make room"
    return None


def total_memory() -> int:
    """Return the machine's memory in bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


_UNWANTED = ["*/*", "*.bin", "*.h5", "*.msgpack", "*.onnx", "*.pt", "*.pth", "*.gguf"]


def _remove_leftovers(model: str) -> None:
    """Free the disk of what killed downloads left: the library starts a file anew, under another name."""
    for path in cache_folder().glob(f"models--{model.replace('/', '--')}/blobs/*.incomplete"):
        with suppress(OSError):  # another process may be as quick
            if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:  # else somebody may be writing it
                path.unlink()


def _may_be_on_the_hub(model: str) -> bool:
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils._validators import validate_repo_id

    try:
        validate_repo_id(model)
    except HFValidationError:
        return False
    return True


def _has_weights(folder: Path) -> bool:
    return any(folder.glob("*.safetensors"))


def _no_weights(model: str) -> str:
    return f"{model} has no weights as safetensors: choose a model or a revision that has them"


def _no_model_id(model: str) -> str:
    return f"{model!r} is no model: name a folder, or a hub id such as Qwen/Qwen3-0.6B"


def _weights_bytes(folder: Path | None) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.safetensors")) if folder else 0


def _free_disk() -> int:
    folder = cache_folder()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.json"), *folder.glob("*.jinja")]):
        digest.update(path.name.encode() + path.read_bytes())
    for path in sorted(folder.glob("*.safetensors")):
        stat = path.stat()
        digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:8]


def _progress_bar(on_progress: OnProgress) -> type[Any]:
    """Make a progress bar class of the hub's kind that draws nothing and tells how many bytes are here."""
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[type-arg, misc, unused-ignore]
        def __init__(self, *args: Any, **options: Any) -> None:
            self._counts_bytes = str(options.get("desc", "")).startswith("Reconstructing")
            self._here = 0
            options["disable"] = True
            super().__init__(*args, **options)

        def update(self, n: float | None = 1) -> None:
            self._here += int(n or 0)
            if self._counts_bytes and self.total:
                on_progress(min(self._here, int(self.total)), int(self.total))

    return Bar
