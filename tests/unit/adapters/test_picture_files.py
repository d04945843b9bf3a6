from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from sample_pictures import drawn, hostile

from enablekit.adapters import picture_files
from enablekit.adapters.picture_files import PictureFiles

ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def put(root: Path, path: str, data: bytes = b"") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data or drawn())
    return file


def why(pictures: PictureFiles) -> list[str]:
    return [said for _, said in pictures.faults]


@pytest.mark.parametrize(
    ("file", "address", "lies_at"),
    [
        ("talks/a.md", "chart.png", "talks/chart.png"),
        ("talks/a.md", "./img/my%20chart.png", "talks/img/my chart.png"),
        ("talks/a.md", "../img/chart.png?v=2#x", "img/chart.png"),
        ("content/talk/index.md", "chart.png", "content/talk/chart.png"),
        ("content/talk.md", "chart.png", "content/talk/chart.png"),
        ("content/talk.md", "/img/chart.png", "static/img/chart.png"),
        ("_posts/talk.md", "/assets/chart.png", "assets/chart.png"),
        ("_posts/talk.md", "%7B%7Bsite.baseurl%7D%7D/assets/chart.png", "assets/chart.png"),
        ("src/content/talk.md", "/chart.png", "public/chart.png"),
        ("docs/talk.md", "@site/static/chart.png", "static/chart.png"),
        ("docs/talk.md", "img/chart.png", "static/img/chart.png"),
    ],
)
def test_a_picture_is_found_where_site_generators_look(
    tmp_path: Path, file: str, address: str, lies_at: str
) -> None:
    put(tmp_path, lies_at)
    pictures = PictureFiles(tmp_path, [])
    found = pictures(file, address)
    assert found is not None
    assert (found.width, found.height) == (60, 40)
    assert not pictures.faults


@pytest.mark.parametrize(
    "address",
    ["../out.png", "/../out.png", "../../../../out.png", "%2e%2e/out.png", "..%2Fout.png",
     "a/../../out.png", ".hidden/a.png", "node_modules/a.png", "file:///etc/a.png", "C:/a.png",
     "~/a.png", "#a.png", "", "\0.png", "a" * 5000 + ".png"],
)  # fmt: skip
def test_nothing_outside_the_project_is_ever_found(tmp_path: Path, address: str) -> None:
    root = tmp_path / "project"
    for path in ("out.png", "project/.hidden/a.png", "project/node_modules/a.png"):
        put(tmp_path, path)
    pictures = PictureFiles(root, [])
    assert pictures("talk.md", address) is None
    assert pictures("talk.md", str(tmp_path / "out.png")) is None
    assert all("there is no such file in the project" in one for one in why(pictures))
    assert why(pictures)


@ON_UNIX
@pytest.mark.timeout(20)
def test_a_link_out_a_pipe_and_a_folder_are_named_and_not_opened(tmp_path: Path) -> None:
    root = tmp_path / "project"
    secret = put(tmp_path, "secret.png")
    put(root, "kept/a.png")
    (root / "out.png").symlink_to(secret)
    (root / "around").symlink_to(tmp_path)
    (root / "device.png").symlink_to("/dev/zero")
    (root / "inside.png").symlink_to(root / "kept/a.png")
    (root / "folder.png").mkdir()
    os.mkfifo(root / "pipe.png")
    pictures = PictureFiles(root, [])
    names = ("out.png", "around/secret.png", "device.png", "folder.png", "pipe.png")
    assert [pictures("talk.md", one) for one in names] == [None] * 5
    assert pictures("talk.md", "inside.png") is not None
    said = why(pictures)
    assert "out.png is not shown: it is a link that leads out of the project" in said[0]
    assert "there is no such file" in said[1]
    assert "leads out of the project" in said[2]
    assert "it is a folder" in said[3]
    assert "it is a pipe" in said[4]


@ON_UNIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_picture_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.png").chmod(0)
    pictures = PictureFiles(tmp_path, [])
    assert pictures("talk.md", "a.png") is None
    assert why(pictures) == ["the picture a.png is not shown: permission is denied"]


def test_a_picture_on_the_web_is_not_fetched(tmp_path: Path) -> None:
    pictures = PictureFiles(tmp_path, [])
    for address in ("https://example.org/a.png", "HTTP://example.org/a.png", "//example.org/a.png"):
        assert pictures("talk.md", address) is None
    assert len(why(pictures)) == 3
    assert all("nothing is fetched" in one for one in why(pictures))


@pytest.mark.parametrize("name", hostile())
def test_each_fault_is_said_once_with_its_file(tmp_path: Path, name: str) -> None:
    data, said = hostile()[name]
    (tmp_path / name).write_bytes(data)
    pictures = PictureFiles(tmp_path, [])
    assert [pictures("talk.md", name) for _ in range(2)] == [None, None]
    ((file, sentence),) = pictures.faults
    assert file == "talk.md"
    assert sentence.startswith(f"the picture {name} is not shown: ")
    assert said in sentence


def test_one_picture_and_all_of_a_piece_have_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = len(drawn())
    for name in ("a.png", "b.png", "c.png"):
        put(tmp_path, name, drawn())
    put(tmp_path, "large.png", drawn(size=(400, 400), compress_level=0))
    monkeypatch.setattr(picture_files, "LARGEST", 5000)
    monkeypatch.setattr(picture_files, "MOST", 2 * size)
    pictures = PictureFiles(tmp_path, [])
    assert pictures("talk.md", "large.png") is None
    assert [pictures("talk.md", f"{one}.png") is not None for one in "aababc"] == [True] * 5 + [
        False
    ]
    assert pictures("other.md", "c.png") is not None  # another piece has room of its own
    assert "large.png is not shown: it is larger than 5,000 bytes" in why(pictures)[0]
    assert "c.png is not shown: the pictures of this piece have more than" in why(pictures)[1]


def test_a_picture_that_is_a_piece_of_its_own_is_for_its_readers(tmp_path: Path) -> None:
    put(tmp_path, "chart.png")
    put(tmp_path, "chart.enable.yaml", b"audience: internal\n")
    put(tmp_path, "two.png")
    put(tmp_path, "two.gif", drawn("GIF"))
    put(tmp_path, "two.enable.yaml", b"audience: internal\n")
    put(tmp_path, "talk.png")
    put(tmp_path, "talk.md", b"# Talk\n")
    put(tmp_path, "talk.enable.yaml", b"audience: customer\n")
    outside = PictureFiles(tmp_path, ["talk.md"])
    names = ("chart.png", "two.png", "two.gif")
    assert [outside("talk.md", one) for one in names] == [None] * 3
    assert all("a piece of its own" in one for one in why(outside))
    assert outside("talk.md", "talk.png") is not None
    inside = PictureFiles(tmp_path, ["talk.md", "chart.png", "two.enable.yaml"])
    assert all(inside("talk.md", one) is not None for one in names)


@ON_UNIX
def test_another_name_for_such_a_picture_does_not_show_it(tmp_path: Path) -> None:
    put(tmp_path, "chart.png")
    put(tmp_path, "chart.enable.yaml", b"audience: internal\n")
    (tmp_path / "other.png").symlink_to(tmp_path / "chart.png")
    pictures = PictureFiles(tmp_path, ["talk.md"])
    assert pictures("talk.md", "other.png") is None
    assert "a piece of its own" in why(pictures)[0]
