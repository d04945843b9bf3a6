from __future__ import annotations

import contextlib
import io
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from sample_pictures import MARKER, chunk, drawn, hostile, png, turned

from enablekit.encoding.picture import read_picture
from enablekit.encoding.picture_size import PictureFault
from enablekit.model.picture import Picture
from enablekit.packing.deck_picture import accepted

HOSTILE = hostile()


def pixels(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture.convert("RGBA")


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}), ("PNG", {"compress_level": 0}), ("JPEG", {}), ("JPEG", {"progressive": True}),
        ("JPEG", {"quality": 100, "subsampling": 0, "optimize": True}), ("GIF", {}),
        ("GIF", {"interlace": False}),
    ],
)  # fmt: skip
def test_a_sound_picture_keeps_every_pixel(kind: str, options: dict[str, int]) -> None:
    data = drawn(kind, (61, 43), **options)
    picture = read_picture(data)
    assert (picture.kind, picture.width, picture.height) == (kind.lower(), 61, 43)
    assert pixels(picture.data).tobytes() == pixels(data).tobytes()
    assert read_picture(picture.data) == picture


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_colours_keeps_every_pixel(mode: str) -> None:
    saved = io.BytesIO()
    Image.frombytes("L", (37, 29), bytes(range(29)) * 37).convert(mode).save(saved, "PNG")
    picture = read_picture(saved.getvalue())
    assert pixels(picture.data).tobytes() == pixels(saved.getvalue()).tobytes()


def test_clear_colours_stay_clear() -> None:
    saved = io.BytesIO()
    Image.new("RGB", (4, 4), (1, 2, 3)).save(saved, "PNG", transparency=(1, 2, 3))
    assert pixels(read_picture(saved.getvalue()).data).getpixel((0, 0)) == (1, 2, 3, 0)


def test_an_interlaced_png_is_read_to_its_end() -> None:
    # 8 × 8 pixels of one byte in seven passes: 15 rows, each with a byte for its filter.
    body = zlib.compress(bytes(64 + 15))
    head = chunk(b"IHDR", b"\0\0\0\x08\0\0\0\x08\x08\0\0\0\x01")
    whole = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    assert read_picture(whole).width == 8
    short = whole.replace(chunk(b"IDAT", body), chunk(b"IDAT", zlib.compress(bytes(64 + 14))))
    with pytest.raises(PictureFault, match="cut off"):
        read_picture(short)


@pytest.mark.parametrize("way", range(10))
def test_a_photograph_stands_upright(way: int) -> None:
    data = turned(way)
    picture = read_picture(data)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert (picture.width, picture.height) == expected.size
    ours = pixels(picture.data).convert("RGB")
    if picture.mirrored:
        ours = ours.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    ours = ours.rotate(-picture.turned, expand=True)
    assert ours.tobytes() == expected.tobytes()


def test_what_tells_who_and_where_is_left_out() -> None:
    note = chunk(b"tEXt", b"Author\0" + MARKER)
    zipped = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(MARKER))
    tagged = [
        png(2, 2, bytes(14), note, zipped, chunk(b"eXIf", MARKER)) + MARKER,
        turned(6) + MARKER,
        drawn("JPEG", comment=MARKER),
        drawn("GIF", comment=MARKER) + MARKER,
    ]
    for data in tagged:
        assert MARKER in data
        assert MARKER not in read_picture(data).data


def test_a_profile_of_colours_is_kept_and_a_bomb_in_its_place_is_not() -> None:
    sound = chunk(b"iCCP", b"P3\0\0" + zlib.compress(bytes(600)))
    bomb = chunk(b"iCCP", b"P3\0\0" + zlib.compress(bytes(30_000_000)))
    assert sound in read_picture(png(2, 2, bytes(14), sound)).data
    assert b"iCCP" not in read_picture(png(2, 2, bytes(14), bomb)).data


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_or_hostile_picture_is_refused_in_words(name: str) -> None:
    data, said = HOSTILE[name]
    with pytest.raises(PictureFault) as fault:
        read_picture(data)
    assert said in str(fault.value)


@pytest.mark.parametrize("colours", [2, 4, 16, 256])
def test_the_codes_of_a_gif_are_followed_to_its_last_pixel(colours: int) -> None:
    noise = Random(7).randbytes(211 * 97)  # noqa: S311 - nothing is kept secret with it
    picture = Image.frombytes("L", (211, 97), noise).quantize(colours)
    saved = io.BytesIO()
    picture.save(saved, "GIF")
    found = read_picture(saved.getvalue())
    assert pixels(found.data).tobytes() == picture.convert("RGBA").tobytes()


def test_a_moving_picture_without_end_is_refused() -> None:
    saved = io.BytesIO()
    frames = [Image.new("P", (9000, 5000), one) for one in range(3)]
    frames[0].save(saved, "GIF", save_all=True, append_images=frames[1:])
    still = saved.getvalue()
    at = still.index(b"\x21\xf9")
    with pytest.raises(PictureFault, match="moves for too long"):
        read_picture(still[:at] + still[at:-1] * 6 + b";")


SOUND = [drawn(), drawn("JPEG"), drawn("JPEG", progressive=True), drawn("GIF"), turned(6)]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SOUND), st.data())
def test_any_damage_is_refused_or_harmless(sound: bytes, data: st.DataObject) -> None:
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))
    picture: Picture | None = None
    with contextlib.suppress(PictureFault):
        picture = read_picture(bytes(damaged[:end]))
    assert accepted(picture) in {picture, None}
