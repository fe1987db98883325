"""Pictures and PDFs on their way into the file: small, upright, without a place, and refused in words."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from builders import refused
from buurtapp.features.activities.money import attachments
from buurtapp.features.activities.money.attachments import prepare, prepare_file
from buurtapp.features.activities.money.records import JPEG, PDF

_GPS = 0x8825
_TURNED = 0x0112


def picture(size: tuple[int, int] = (2400, 1200), kind: str = "JPEG", *, turned: int = 1, mode: str = "RGB") -> bytes:
    """A picture whose left half is dark, with where it was taken and which way is up."""
    made = Image.new(mode, size, 255 if mode in {"L", "P", "1"} else "white")
    made.paste(0 if mode in {"L", "P", "1"} else "black", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[_TURNED] = turned
    exif[0x010F] = "Voorbeeldtelefoon"
    exif.get_ifd(_GPS)[1] = "N"
    target = io.BytesIO()
    more = {"exif": exif.tobytes()} if kind in {"JPEG", "WEBP"} else {}
    made.save(target, kind, **more)
    return target.getvalue()


def pdf(pages: int = 1, *, password: str = "", size: tuple[float, float] = (300, 400)) -> bytes:
    target = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(target, pagesize=size, encrypt=encrypt)
    for page in range(pages):
        canvas.drawString(20, 20, f"bon {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    made = Image.open(io.BytesIO(content))
    made.load()
    return made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_made_small(kind: str) -> None:
    made = prepare(picture(kind=kind), "bon")
    assert (made.media, made.pages) == (JPEG, 1)
    assert opened(made.content).size == (1600, 800)
    assert opened(made.content).format == "JPEG"


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    assert opened(prepare(picture((300, 200)), "bon.jpg").content).size == (300, 200)


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA", "CMYK"])
def test_every_kind_of_colours_becomes_plain(mode: str) -> None:
    kind = {"CMYK": "JPEG"}.get(mode, "PNG")
    source = picture((60, 40), kind, mode="RGB" if mode in {"RGBA", "LA", "CMYK"} else mode)
    target = io.BytesIO()
    opened(source).convert(mode).save(target, kind)
    assert opened(prepare(target.getvalue(), "bon").content).mode in {"L", "RGB"}


def test_what_is_seen_through_becomes_white() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(target, "PNG")
    assert min(opened(prepare(target.getvalue(), "x.png").content).getpixel((20, 20))) > 250  # type: ignore[arg-type]


def test_a_picture_stands_upright_and_tells_no_place() -> None:
    made = opened(prepare(picture((800, 400), turned=6), "bon.jpg").content)
    assert made.size == (400, 800)
    # Turned a quarter to the right, the dark left half is on top.
    assert made.convert("L").getpixel((200, 100)) < 60  # type: ignore[operator]
    assert made.convert("L").getpixel((200, 700)) > 200  # type: ignore[operator]
    assert dict(made.getexif()) == {}
    assert b"Voorbeeldtelefoon" not in prepare(picture(turned=6), "x").content


def test_the_same_file_has_the_same_mark() -> None:
    assert prepare(picture(), "a.jpg").sha256 == prepare(picture(), "b.jpg").sha256
    assert prepare(picture(), "a.jpg").sha256 != prepare(picture((800, 400)), "a.jpg").sha256


def test_a_heic_of_a_phone_is_known_and_a_broken_one_refused() -> None:
    broken = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 200
    with refused("broken_picture"):
        prepare(broken, "foto.heic")
    # pi-heif reads and does not write: that Pillow has its reader under the name we allow is what can be seen here.
    assert Image.registered_extensions()[".heic"] in attachments._FORMATS
    assert Image.registered_extensions()[".heic"] in Image.OPEN


def test_a_pdf_stays_as_it_is() -> None:
    given = pdf(3)
    made = prepare(given, "factuur.pdf")
    assert (made.media, made.pages, made.content) == (PDF, 3, given)


def test_a_file_of_80_mb_is_refused_from_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "groot.jpg"
    with file.open("wb") as stream:
        stream.truncate(80_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args: pytest.fail("it was opened"))
    with refused("too_large"):
        prepare_file(file)


def test_a_large_pdf_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"0" * attachments.MOST_PDF_BYTES)
    with refused("too_large"):
        prepare_file(file)
    with refused("too_large"):
        prepare(file.read_bytes(), "groot.pdf")


def _bomb() -> bytes:
    """A PNG that says it is 20,000 by 10,000 points, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 20_000, 10_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("empty_file", b""),
        ("broken_picture", b"Boodschappen: 45 euro"),
        ("broken_picture", picture()[:-3000]),
        ("broken_picture", b"\xff\xd8\xff\xe0" + b"0" * 50),
        ("broken_picture", b"GIF89a" + b"\0" * 50),
        ("too_many_pixels", _bomb()),
        ("broken_picture", b"%PDF-1.7 en dan niets"),
        ("too_many_pages", pdf(attachments.MOST_PAGES + 1)),
        ("locked_pdf", pdf(password="geheim")),
        ("broken_picture", pdf(size=(14_000, 14_000))),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(kind: str, data: bytes) -> None:
    with refused(kind):
        prepare(data, "bon.jpg")


def test_a_photo_is_no_pdf() -> None:
    with refused("not_a_picture"):
        prepare(pdf(), "foto.pdf", pictures_only=True)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with refused("no_such_file"):
        prepare_file(tmp_path / "weg.jpg")
    with refused("is_a_folder"):
        prepare_file(tmp_path)


def test_a_long_page_is_drawn_no_longer_than_wanted() -> None:
    assert attachments.page_width_px((210, 297), 1754) == 1240
    assert attachments.page_width_px((297, 210), 1754) == 1754
    assert attachments.page_width_px((10, 1200), 1754) == 15
