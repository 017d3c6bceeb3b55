"""The office that other tests drive opens documents, and two of them at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from office import Office, pictures


def test_a_text_becomes_a_pdf_and_a_picture(office: Office, tmp_path: Path) -> None:
    text = tmp_path / "kidney.txt"
    text.write_text("A kidney stone.\n", encoding="utf-8")
    pdf = office.convert(text, "pdf", tmp_path / "made")
    assert pdf.read_bytes().startswith(b"%PDF")
    (picture,) = pictures(pdf, tmp_path / "made")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_two_offices_do_not_get_in_each_others_way(office: Office, tmp_path: Path) -> None:
    text = tmp_path / "kidney.txt"
    text.write_text("A kidney stone.\n", encoding="utf-8")
    other = Office(office.soffice, tmp_path / "profile")
    with ThreadPoolExecutor(2) as pool:
        made = list(
            pool.map(
                lambda one: one[0].convert(text, "pdf", one[1]), [(office, tmp_path / "a"), (other, tmp_path / "b")]
            )
        )
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in made)
