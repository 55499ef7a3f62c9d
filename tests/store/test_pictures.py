"""The records of pictures, and a data folder that is moved."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlite_utils import Database

from bot.models.digests import PictureRef, StoredPicture
from bot.store import Store
from bot.store.database.migrations import migrations

KEY = "ab" * 16
PLACE = f"pictures/ab/{KEY}.jpg"


def a_picture(path: Path) -> StoredPicture:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"a picture")
    return StoredPicture(ref=PictureRef(key=KEY, width=1, height=1), path=str(path))


async def test_pictures_move_with_the_data_folder(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    async with Store.open(old / "tidings.db") as store:
        await store.pictures.put(a_picture(old / PLACE), source_url="https://a.example/1.jpg")
    shutil.move(old, new)
    async with Store.open(new / "tidings.db") as store:
        for found in (
            (await store.pictures.get([KEY])).values(),
            (await store.pictures.by_url(["https://a.example/1.jpg"])).values(),
        ):
            assert [Path(picture.path).read_bytes() for picture in found] == [b"a picture"]


async def test_a_picture_outside_the_data_folder_stays_where_it_is(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.jpg"
    async with Store.open(tmp_path / "data" / "tidings.db") as store:
        await store.pictures.put(a_picture(elsewhere), source_url="https://a.example/1.jpg")
        assert (await store.pictures.get([KEY]))[KEY].path == str(elsewhere)


async def test_pictures_of_an_older_database_are_found_though_its_folder_was_moved_before(tmp_path: Path) -> None:
    database = tmp_path / "tidings.db"
    db = Database(database)
    migrations.apply(db, stop_before="m012_paths_below_the_data_folder")
    paths = {
        "aa1": "/mnt/gone/pictures/aa/aa1.jpg",
        "bb_": "data/pictures/bb/bb_.jpg",
        "cc2": "/elsewhere/cc2.jpg",
        "dd%": "/mnt/gone/pictures/dd/ddx.jpg",
        "ee3": "/mnt/my_pictures/ee/ee3.jpg",
    }
    db.table("pictures").insert_all({"key": key, "width": 1, "height": 1, "path": path} for key, path in paths.items())
    db.close()
    async with Store.open(database) as store:
        found = {key: picture.path for key, picture in (await store.pictures.get(list(paths))).items()}
    below = {key: str(tmp_path / "pictures" / key[:2] / f"{key}.jpg") for key in ("aa1", "bb_")}
    assert found == {**paths, **below}
