"""Does this installed copy work on this machine? Fonts, every form printed, data saved and read again."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.plans import Plan
from nscl_desktop.office.papers import Sample, appendix_of, known_forms, samples, write_appendix
from nscl_desktop.reports.fonts import machine_fonts
from nscl_desktop.reports.pdf import write_pdf
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.storage.opening import open_store


def run_self_test() -> Iterator[str]:
    """Run each check in turn and name it once it has passed; the first fault ends the test with its sentence."""
    fonts = machine_fonts()
    yield f"phông chữ in ({', '.join(sorted({face.name for face in fonts.faces}))})"
    found = samples()
    yield f"{len(found)} kế hoạch mẫu đọc được"
    with tempfile.TemporaryDirectory(prefix="nscl-") as folder:
        for sample in found:
            yield from _printed(sample, Path(folder))
        _saved_and_read(found, Path(folder) / "nscl.db")
    yield "lưu, đóng, mở lại tệp dữ liệu: số liệu không đổi"


def _printed(sample: Sample, folder: Path) -> Iterator[str]:
    budget = _budget(sample)
    for form in known_forms():
        result = write_pdf(appendix_of(budget, form.id), BytesIO())
        yield f"in {sample.code} theo mẫu {form.id}: {result.page_count} trang"
    for kind in ("xlsx", "docx"):
        target = folder / f"{sample.code}.{kind}"
        write_appendix(appendix_of(budget), target)
        if not target.stat().st_size:
            raise Bug(f"Tệp {target.name} in ra bị rỗng.")
        yield f"xuất {sample.code} ra {kind.upper()}"


def _saved_and_read(found: tuple[Sample, ...], path: Path) -> None:
    store = open_store(path)
    for sample in found:
        present = store.load_book().records()
        store.apply(add_plan(sample.book, present, (), words="Tự kiểm tra"), who="self-test", machine="self-test")
    store.close()
    again = open_store(path, create=False)
    try:
        for sample in found:
            plan_id = next(iter(sample.book.table(Plan)))
            if Budget(again.load_book(plan_id), plan_id).total() != _budget(sample).total():
                raise Bug(f"Số liệu {sample.code} đọc lại khác số liệu đã lưu.")
    finally:
        again.close()


def _budget(sample: Sample) -> Budget:
    return Budget(sample.book, next(iter(sample.book.table(Plan))))
