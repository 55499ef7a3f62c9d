"""Fetching a model from a hub: what comes, what never does, and what its owner reads when it fails."""

from __future__ import annotations

import errno
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer.base import EngineFailed, EngineUnavailable
from summarizer.model import files as model_files
from summarizer.model.files import (
    check_weights,
    download_model,
    explain,
    find_model,
    is_local,
    missing_libraries,
    model_name,
    model_problem,
)
from tests.summarizer.model.fake_hub import COMMIT, OLDER_COMMIT, WEIGHTS, FakeHub, a_hub

pytestmark = pytest.mark.model
MODEL = "owner/model"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeHub]:
    """A hub in place of the real one, an empty cache, and no waiting between tries."""
    from huggingface_hub import constants, file_download
    from huggingface_hub.utils import _http

    with a_hub() as served:
        monkeypatch.setattr(constants, "ENDPOINT", served.endpoint)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(
            constants, "HUGGINGFACE_CO_URL_TEMPLATE", served.endpoint + "/{repo_id}/resolve/{revision}/{filename}"
        )
        for module in (file_download, _http):
            monkeypatch.setattr(module, "time", SimpleNamespace(sleep=lambda seconds: None, time=lambda: 0.0))
        _http.close_session()
        yield served
        _http.close_session()


def test_a_model_comes_with_its_tokenizer_and_without_pickles_code_and_subfolders(hub: FakeHub) -> None:
    assert not is_local(MODEL)
    folder = download_model(MODEL)
    wanted = {
        *("config.json", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja", "spiece.model"),
        "model.safetensors",
    }
    assert {path.name for path in folder.iterdir()} == wanted
    assert hub.fetched() == wanted
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    assert is_local(MODEL)
    assert find_model(MODEL) == folder
    assert model_name(MODEL, folder) == "owner/model@1a2b3c4d"


def test_the_progress_ends_with_all_bytes_and_never_runs_backwards(hub: FakeHub) -> None:
    told: list[tuple[int, int]] = []
    folder = download_model(MODEL, on_progress=lambda done, total: told.append((done, total)))
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert told[-1] == (size, size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert all(done <= total for done, total in told)


def test_a_model_that_is_here_is_found_without_a_request(hub: FakeHub) -> None:
    folder = download_model(MODEL, COMMIT)
    hub.requests.clear()
    assert find_model(MODEL, COMMIT) == folder
    assert download_model(MODEL, COMMIT) == folder
    assert hub.requests == []


def test_a_pinned_revision_is_fetched_and_the_newest_is_another_model(hub: FakeHub) -> None:
    folder = download_model(MODEL, OLDER_COMMIT)
    assert folder.name == OLDER_COMMIT
    assert all(OLDER_COMMIT in line for line in hub.requests)
    assert find_model(MODEL, OLDER_COMMIT) == folder
    assert find_model(MODEL) is None


def test_a_connection_that_breaks_goes_on_from_the_byte_where_it_broke(
    hub: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 10_000)  # what has come of a chunk is lost
    hub.breaks_after = 60_000
    folder = download_model(MODEL)
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    asked = [line.split()[2:] for line in hub.requests if line.startswith("GET") and ".safetensors" in line]
    assert asked == [[], ["bytes=60000-"]]


def test_a_download_that_failed_is_not_a_model_and_its_whole_files_are_not_fetched_again(hub: FakeHub) -> None:
    hub.refused = "model.safetensors"
    with pytest.raises(EngineFailed, match="see whether the hub can be reached"):
        download_model(MODEL)
    assert find_model(MODEL) is None
    hub.refused = ""
    had = hub.fetched() - {"model.safetensors"}
    hub.requests.clear()
    assert find_model(MODEL) is None
    folder = download_model(MODEL)
    assert (folder / "model.safetensors").read_bytes() == WEIGHTS
    assert not hub.fetched() & had


def test_what_a_killed_download_left_is_removed_once_nobody_writes_it(hub: FakeHub) -> None:
    blobs = download_model(MODEL).parent.parent / "blobs"
    old, fresh = blobs / "a.1.incomplete", blobs / "a.2.incomplete"
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    download_model(MODEL)
    assert not old.exists()
    assert fresh.exists()


def test_a_missing_or_private_model_is_for_its_owner_to_name_otherwise(hub: FakeHub) -> None:
    with pytest.raises(EngineUnavailable, match=r"^there is no model owner/none \(or it is private.*\): check"):
        download_model("owner/none")


def test_a_missing_model_that_the_hub_calls_by_name_is_explained_alike(hub: FakeHub) -> None:
    hub.error_code = "RepoNotFound"
    with pytest.raises(EngineUnavailable, match=r"^there is no model owner/none \(or it is private\): check SUMMARY"):
        download_model("owner/none")


def test_a_missing_revision_is_told_from_a_missing_model(hub: FakeHub) -> None:
    for revision in ("v9", "f" * 40):
        with pytest.raises(EngineUnavailable, match=r"^owner/model has no such revision"):
            download_model(MODEL, revision)


def test_a_gated_model_says_where_to_accept_its_terms(hub: FakeHub) -> None:
    hub.gated.add(MODEL)
    with pytest.raises(EngineUnavailable, match=r"terms.*https://huggingface.co/owner/model, then set HF_TOKEN$"):
        download_model(MODEL)


def test_a_model_of_pickles_only_is_refused(hub: FakeHub) -> None:
    del hub.repos[MODEL]["model.safetensors"]
    with pytest.raises(EngineUnavailable, match=r"^owner/model has no weights as safetensors"):
        download_model(MODEL)
    assert "pytorch_model.bin" not in hub.fetched()
    assert find_model(MODEL) is None


def test_a_hub_in_trouble_is_tried_again_later(hub: FakeHub) -> None:
    hub.failing = True
    with pytest.raises(EngineFailed) as raised:
        download_model(MODEL)
    assert str(raised.value) == (
        "owner/model could not be downloaded (Server error '500 Internal Server Error'): "
        "see whether the hub can be reached"
    )


def test_no_network_is_said_in_a_few_words(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")  # nobody listens
    with pytest.raises(EngineFailed) as raised:
        download_model(MODEL)
    assert (
        str(raised.value) == "owner/model could not be downloaded (Connection refused): "
        "see whether the hub can be reached"
    )


def test_a_hub_that_the_owner_switched_off_is_not_tried_again(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(EngineUnavailable, match="unset HF_HUB_OFFLINE"):
        download_model(MODEL)


def test_a_disk_that_fills_up_says_where_room_is_needed(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import file_download

    def fill(*args: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file_download, "http_get", fill)
    with pytest.raises(EngineUnavailable, match=r"the disk is full: owner/model needs room in .*cache.*HF_HOME"):
        download_model(MODEL)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("Data processing error: I/O error: No space left on device (os error 28)"), "the disk is full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "may not be written"),
        (OSError(errno.EROFS, "Read-only file system"), "may not be written"),
        (EngineUnavailable("as it was"), "as it was"),
    ],
)
def test_what_only_the_owner_can_change_is_not_tried_again(error: Exception, said: str) -> None:
    explained = explain(error, MODEL)
    assert isinstance(explained, EngineUnavailable)
    assert said in str(explained)


def test_a_failure_without_words_is_named_by_its_kind() -> None:
    assert "(TimeoutError)" in str(explain(TimeoutError(), MODEL))


@pytest.mark.parametrize("model", ["bad//id", "a/b/c", "-x", "owner/mo del", "owner/.."])
def test_a_name_that_can_be_no_model_is_reported_before_anything_is_fetched(hub: FakeHub, model: str) -> None:
    assert model_problem(model) == f"{model!r} is no model: name a folder, or a hub id such as Qwen/Qwen3-0.6B"
    with pytest.raises(EngineUnavailable, match="is no model: name a folder"):
        download_model(model)
    assert find_model(model) is None
    assert hub.requests == []


def test_a_folder_is_a_model_when_it_holds_a_configuration(tmp_path: Path, hub: FakeHub) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    refused = f"{mine} holds no model: no config.json in it; name another folder or a hub id"
    assert find_model(str(mine)) is None
    assert model_problem(str(mine)) == refused
    assert model_name(str(mine), None) == "mine@missing"
    with pytest.raises(EngineUnavailable) as raised:
        download_model(str(mine))
    assert str(raised.value) == refused
    (mine / "config.json").write_text("{}")
    with pytest.raises(EngineUnavailable, match="safetensors"):
        check_weights(mine, "mine")
    (mine / "model.safetensors").write_bytes(b"1")
    assert download_model(str(mine)) == mine
    assert model_problem(str(mine)) is None
    before = model_name(str(mine), mine)
    (mine / "model.safetensors").write_bytes(b"12")
    assert model_name(str(mine), mine) != before
    assert hub.requests == []


def test_a_model_that_does_not_fit_says_what_it_needs(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    known = "Qwen/Qwen3-0.6B"
    assert "of memory, 0.1 GB may be used" in str(model_problem(known, memory_bytes=100_000_000))
    monkeypatch.setattr(model_files, "total_memory", lambda: 64_000_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=5_000_000))
    assert "5 MB are free: make room" in str(model_problem(known))
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=10**12))
    assert model_problem(known) is None
    assert model_name(known, None) == f"{known}@newest"


def test_without_the_libraries_every_question_has_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "LIBRARIES", ("torch", "no_such_library"))
    assert missing_libraries() == ["no_such_library"]
    assert not is_local(MODEL)
    assert "libraries are missing (no_such_library)" in str(model_problem(MODEL))
    with pytest.raises(EngineUnavailable, match=f"`{re.escape(shlex.quote(sys.executable))} -m pip install"):
        download_model(MODEL)
