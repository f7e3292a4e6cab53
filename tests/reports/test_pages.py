"""Pages as pictures and text: one thread for all documents, bands that join without a seam."""

import gc
import io
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.pages import PageRenderer, bands, pixel_size
from nscl_desktop.reports.pdf import write_pdf
from tests.reports import builders


@pytest.fixture(scope="module")
def paper() -> bytes:
    stream = io.BytesIO()
    write_pdf(builders.binh_duong(), stream, fonts=embedded_fonts())
    return stream.getvalue()


def test_sizes_are_those_of_upright_a4(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    sizes = renderer.page_sizes().result()
    renderer.close()
    assert {(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in sizes} == {(210, 297)}


def test_bands_of_a_page_join_to_the_whole_picture(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    whole = renderer.render(0, 1.5).result()
    strips = bands(whole.width, whole.height, most_bytes=300_000)
    parts = [renderer.render(0, 1.5, strip).result() for strip in strips]
    renderer.close()
    assert len(parts) > 5
    joined = b"".join(part.pixels for part in parts)
    assert len(joined) == len(whole.pixels)
    # Smoothed edges are rounded a shade differently when a letter is cut by the edge of a band
    assert max(abs(one - other) for one, other in zip(joined, whole.pixels, strict=True)) < 16
    assert (whole.width, whole.height) == pixel_size((595.2756, 841.8898), 1.5)


def test_the_paper_is_white_with_black_words(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    image = renderer.render(0, 1.0).result()
    renderer.close()
    assert image.pixels[:3] == b"\xff\xff\xff"
    assert min(image.pixels[0::4]) < 30


def test_documents_used_from_many_threads_all_work_on_one(paper: bytes) -> None:
    renderers = [PageRenderer(paper) for _ in range(4)]
    seen: list[str] = []

    def look(renderer: PageRenderer) -> None:
        for page in range(2):
            renderer.render(page, 0.5).result()
            seen.append(renderer.submit(lambda _: threading.current_thread().name).result())

    threads = [threading.Thread(target=look, args=(renderer,)) for renderer in renderers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for renderer in renderers:
        renderer.close()
    assert len(seen) == 8
    assert len(set(seen)) == 1


def test_text_can_be_read_from_a_page(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    text = renderer.text(0).result()
    renderer.close()
    assert "Độc lập - Tự do - Hạnh phúc" in text


def test_a_file_that_is_no_pdf_is_refused_with_a_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "hong.pdf"
    damaged.write_bytes(b"not a pdf")
    with pytest.raises(UnreadableFileError, match=r"Không mở được tệp PDF .*hong\.pdf"):
        PageRenderer(damaged).page_sizes().result()
    with pytest.raises(UnreadableFileError):
        PageRenderer(tmp_path / "khong-co.pdf").page_sizes().result()


def test_a_closed_document_answers_no_more(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    renderer.close()
    with pytest.raises(ValueError, match="closed"):
        renderer.page_sizes().result()


def test_a_forgotten_document_is_closed_on_the_library_thread(paper: bytes) -> None:
    renderer = PageRenderer(paper)
    document = renderer.submit(lambda opened: opened).result()
    del renderer
    gc.collect()
    last = PageRenderer(paper)
    assert last.page_sizes().result()
    last.close()
    assert document.raw is None


def test_a_document_kept_to_the_end_of_the_program_is_closed_in_silence(paper: bytes, tmp_path: Path) -> None:
    path = tmp_path / "phu-luc.pdf"
    path.write_bytes(paper)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from nscl_desktop.reports.pages import PageRenderer\n"
        "kept = PageRenderer(Path(sys.argv[1]))\n"
        "print(len(kept.page_sizes().result()))\n"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert (int(run.stdout) > 0, run.stderr) == (True, "")
