"""The command line: the same services as the window, without one.

Exit codes: 0 done (``check``: clean), 1 and 2 only from ``check`` (warnings, errors), 64 wrong use, 65 an unreadable or
unsound file, 70 a fault of the program. Errors are one Vietnamese sentence on stderr; nothing is written then.
"""

import argparse
import errno
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from nscl_desktop import __version__, cli_handover, cli_ledger, cli_open_places, cli_packages, cli_whole_plan
from nscl_desktop.domain.errors import Bug, EnvironmentProblem, InputError, NsclError, UnreadableFileError
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.paths import attachments_of, backups_of, user_folders

if TYPE_CHECKING:
    from nscl_desktop.domain.book import Book
    from nscl_desktop.domain.budget import Budget
    from nscl_desktop.domain.changes import ChangeSet
    from nscl_desktop.storage.store import Store

# Storage, writers and readers are imported inside the functions that use them: `--help` and errors answer at once.

Run = Callable[[argparse.Namespace], int]
USE, UNREADABLE, FAULT = 64, 65, 70


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        options = _parser().parse_args(arguments)
        run: Run = options.run
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output has seen enough (| head)
        _write_nothing_more()
        return 0
    except OSError as error:
        _write_nothing_more()
        reason = "ổ đĩa đã đầy" if error.errno == errno.ENOSPC else "nơi ghi không dùng được"
        return _refused(EnvironmentProblem(f"Không ghi được kết quả: {reason}; hãy chọn nơi khác rồi làm lại."), USE)
    except UnreadableFileError as error:
        return _refused(error, UNREADABLE)
    except (InputError, EnvironmentProblem) as error:
        return _refused(error, USE)
    except NsclError as error:
        return _refused(error, FAULT)
    except Exception as error:  # noqa: BLE001 - without an exit code of its own it would look like warnings only
        traceback.print_exc()
        return _refused(Bug(f"Chương trình gặp lỗi ngoài dự kiến ({error}); hãy gửi thông báo này khi báo lỗi."), FAULT)
    return code


def _write_nothing_more() -> None:
    """Python writes what is left when it ends, and would fail once more."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - stays open until the end


def _refused(error: NsclError, code: int) -> int:
    print(error.sentence, file=sys.stderr)
    return code


# -- the commands -----------------------------------------------------------------------------------------------------


def _sample(options: argparse.Namespace) -> int:
    from nscl_desktop.office.papers import samples

    found = samples()
    with _store(options, create=True) as store:
        _add(store, [sample.book for sample in found], "Thêm kế hoạch mẫu")
    print(f"Đã ghi {len(found)} kế hoạch mẫu vào {options.data}")
    return 0


def _demo_year(options: argparse.Namespace) -> int:
    from nscl_desktop.office.demo_file import demo_place, write_demo_file

    target = options.data or demo_place(user_folders())
    write_demo_file(target)
    print(f"Đã ghi năm mẫu (số liệu bịa ra để xem thử) vào {target}")
    return 0


def _plans(options: argparse.Namespace) -> int:
    from nscl_desktop.domain.money import format_amount

    with _store(options) as store:
        rows = [_plan_facts(budget) for budget in _budgets(store)]
    if options.json:
        return _print_json(rows)
    for row in rows:
        print(f"{row['code']:<16} {row['period']:<12} {format_amount(int(row['total'])):>16} đồng  {row['title']}")
    return 0


def _plan_facts(budget: "Budget") -> dict[str, str | int]:
    plan = budget.frame.plan
    years = (plan.year_from, plan.year_to)
    period = f"{years[0]}-{years[1]}" if years[0] != years[1] else f"{years[0]}"
    return {
        "code": plan.code, "title": plan.title, "period": period, "total": budget.total() or 0, "status": plan.status,
    }  # fmt: skip


def _totals(options: argparse.Namespace) -> int:
    from nscl_desktop.services.totals import plan_totals

    with _store(options) as store:
        totals = plan_totals(_budget(store, options.plan))
    if options.json:
        return _print_json(asdict(totals))
    from nscl_desktop.domain.money import format_amount

    for label, figures in (("Năm", totals.by_year), ("Giai đoạn", totals.by_period), ("Nguồn", totals.by_source)):
        for key, amount in figures.items():
            print(f"{label} {key}: {format_amount(amount)} đồng")
    print(f"Tổng cộng: {format_amount(totals.total)} đồng\n{totals.words}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from nscl_desktop.domain.checks.checker import check_plan

    with _store(options) as store:
        budgets = [_budget(store, options.plan)] if options.plan else list(_budgets(store))
        found = [(budget.frame.plan.code, each) for budget in budgets for each in check_plan(budget)]
    if options.json:
        _print_json([_finding_facts(code, each) for code, each in found])
    else:
        for code, each in found:
            _print_finding(code, each)
    severities = {each.severity for _, each in found if not each.waived}
    if Severity.ERROR in severities:
        return 2
    return 1 if Severity.WARNING in severities else 0


def _finding_facts(plan: str, finding: Finding) -> dict[str, str | list[str]]:
    return {
        "code": finding.code, "severity": finding.severity.value, "plan": plan, "place": finding.place,
        "expected": finding.expected, "found": finding.found, "message": finding.message,
        "witnesses": list(finding.witnesses), "waived": finding.waived,
    }  # fmt: skip


def _print_finding(plan: str, finding: Finding) -> None:
    severity = {Severity.ERROR: "LỖI", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}[finding.severity]
    print(f"{plan} {finding.code} {severity}: {finding.place}: {finding.message}")
    for witness in finding.witnesses:
        print(f"    - {witness}")
    if finding.waived:
        print(f"    (đã chấp nhận: {finding.waived})")


def _appendix(options: argparse.Namespace) -> int:
    from nscl_desktop.office.papers import appendix_of, lacking_pictures, write_appendix

    folder = attachments_of(options.data)
    with _store(options) as store:
        budget = _budget(store, options.plan)
    remark = write_appendix(appendix_of(budget, options.form, attachments=folder), options.output)
    if remark:
        print(f"Lưu ý: {remark}", file=sys.stderr)
    for sentence in lacking_pictures(budget, folder):
        print(f"Lưu ý: {sentence}", file=sys.stderr)
    print(f"Đã in {options.plan} vào {options.output}")
    return 0


def _forms(options: argparse.Namespace) -> int:
    from nscl_desktop.office.papers import faulty_forms, known_forms

    for sentence in faulty_forms():
        print(sentence, file=sys.stderr)
    forms = [{"id": form.id, "name": form.name, "layout": form.layout} for form in known_forms()]
    if options.json:
        return _print_json(forms)
    for form in forms:
        print(f"{form['id']:<14} {form['name']} — {form['layout']}")
    return 0


def _plan_export(options: argparse.Namespace) -> int:
    from nscl_desktop.exchange.plan_json import write_plan

    with _store(options) as store:
        budget = _budget(store, options.plan)
        text = write_plan(budget.book, budget.frame.plan_id)
    _write_whole(options.output, text.encode())
    print(f"Đã xuất {options.plan} vào {options.output}")
    return 0


def _plan_import(options: argparse.Namespace) -> int:
    from nscl_desktop.office.papers import read_plan_file

    remarks: list[str] = []
    incoming = read_plan_file(options.file, remarks)
    with _store(options, create=True) as store:
        (step,) = _add(store, [incoming], "Nhập kế hoạch")
    print(f"Đã nhập: {step.words}")
    for remark in remarks:
        print(f"Lưu ý: {remark}")
    return 0


def _plan_template(options: argparse.Namespace) -> int:
    from nscl_desktop.office.papers import plan_template

    _write_whole(options.output, plan_template())
    print(f"Đã ghi biểu nhập Excel vào {options.output}")
    return 0


def _self_test(_: argparse.Namespace) -> int:
    from nscl_desktop.self_test import run_self_test

    for step in run_self_test():
        print(f"Đạt: {step}")
    print("Tự kiểm tra: đạt tất cả.")
    return 0


# -- what they share --------------------------------------------------------------------------------------------------


@contextmanager
def _store(options: argparse.Namespace, *, create: bool = False) -> "Iterator[Store]":
    from nscl_desktop.storage.opening import open_store

    store = open_store(options.data, create=create)
    try:
        yield store
    finally:
        store.close()


def _add(store: "Store", incoming: "Sequence[Book]", words: str) -> "list[ChangeSet]":
    """Add all plans or none; what was in the file before is copied first."""
    from nscl_desktop.exchange.shipped_directory import missing_directory
    from nscl_desktop.services.adding_plans import add_plan

    book = store.load_book()
    codes = [row.code for row in store.plan_rows()]
    directory = missing_directory(book)
    book.apply(directory.changes)
    steps = []
    for each in incoming:
        step = add_plan(each, book.records(), codes, words=words)
        book.apply(step.changes)
        steps.append(step)
    if codes:
        _copy_before_import(store)
    who, machine = _signature()
    for step in (directory, *steps):
        store.apply(step, who=who, machine=machine)
    return steps


def _copy_before_import(store: "Store") -> None:
    from nscl_desktop.domain.backup_copies import IMPORT
    from nscl_desktop.storage.backups import make_backup
    from nscl_desktop.storage.store import utc_now

    if store.path:
        make_backup(store.path, backups_of(store.path), IMPORT, utc_now())


def _signature() -> tuple[str, str]:
    import getpass
    import platform

    return getpass.getuser(), platform.node()


def _budgets(store: "Store") -> "Iterator[Budget]":
    from nscl_desktop.domain.budget import Budget

    for row in sorted(store.plan_rows(), key=lambda row: row.code):
        yield Budget(store.load_book(row.id), row.id)


def _budget(store: "Store", code: str) -> "Budget":
    from nscl_desktop.domain.budget import Budget

    rows = {row.code: row for row in store.plan_rows()}
    if code not in rows:
        known = ", ".join(sorted(rows)) or "chưa có kế hoạch nào"
        raise InputError(f"Không có kế hoạch “{code}” trong tệp dữ liệu; các kế hoạch hiện có: {known}.")
    return Budget(store.load_book(rows[code].id), rows[code].id)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    from nscl_desktop.office.papers import write_whole

    write_whole(path, content)


def _print_json(value: object) -> int:
    print(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


class _Parser(argparse.ArgumentParser):
    """Speaks Vietnamese, and reports wrong use as one sentence with exit code 64."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - passed on to argparse as they are
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="cách dùng lệnh này")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Cách dùng:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Cách dùng:")

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{_in_vietnamese(message)}; hãy xem cách dùng bằng: {self.prog} --help.")


_COMPLAINTS = (
    (r"invalid choice: '(.*?)'", "Không có lệnh “{}”"),
    (r"arguments are required: (.*)", "Lệnh còn thiếu {}"),
    (r"unrecognized arguments: (.*)", "Lệnh thừa “{}”"),
    (r"argument (.*?): expected", "Tùy chọn {} còn thiếu giá trị"),
)


def _in_vietnamese(message: str) -> str:
    for pattern, sentence in _COMPLAINTS:
        found = re.search(pattern, message)
        if found:
            return sentence.format(found.group(1))
    return "Lệnh chưa đúng"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="nscl-desktop", description="Kế hoạch năng suất, chất lượng: dòng lệnh")
    parser.add_argument(
        "--version", action="version", version=f"NSCL Desktop {__version__}", help="phiên bản của chương trình"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=_Parser)

    def command(name: str, run: Run, words: str, *, data: bool = True, json: bool = False) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        if data:
            made.add_argument("--data", type=Path, default=user_folders().data_file, metavar="TỆP", help="tệp dữ liệu")
        if json:
            made.add_argument("--json", action="store_true", help="in dạng JSON")
        return made

    command("sample", _sample, "ghi ba kế hoạch mẫu vào tệp dữ liệu")
    demo = command("demo-year", _demo_year, "ghi năm mẫu, bịa ra để xem thử, vào một tệp mới", data=False)
    demo.add_argument("--data", type=Path, metavar="TỆP", help="tệp dữ liệu sẽ ghi; mặc định là thư mục Nam mau")
    command("plans", _plans, "danh sách kế hoạch", json=True)
    command("totals", _totals, "các số tổng của một kế hoạch", json=True).add_argument("plan", metavar="KẾ_HOẠCH")
    command("check", _check, "kiểm tra số liệu", json=True).add_argument("plan", nargs="?", metavar="KẾ_HOẠCH")
    appendix = command("appendix", _appendix, "in phụ lục ra PDF, XLSX hoặc DOCX")
    appendix.add_argument("plan", metavar="KẾ_HOẠCH")
    appendix.add_argument("--form", metavar="MẪU", help="mã mẫu phụ lục; mặc định là mẫu của kế hoạch")
    appendix.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    command("forms", _forms, "các mẫu phụ lục", data=False, json=True)
    export = command("plan-export", _plan_export, "xuất cả kế hoạch ra tệp JSON")
    export.add_argument("plan", metavar="KẾ_HOẠCH")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    incoming = command("plan-import", _plan_import, "nhập kế hoạch từ JSON hoặc Excel")
    incoming.add_argument("file", type=Path, metavar="TỆP")
    template = command("plan-template", _plan_template, "ghi biểu Excel để nhập kế hoạch", data=False)
    template.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    cli_packages.add_commands(command, _signature, _print_json)
    cli_open_places.add_commands(command, _signature, _print_json)
    cli_handover.add_commands(command, _signature, _print_json)
    cli_ledger.add_commands(command, _print_json)
    cli_whole_plan.add_commands(command, _store, _budget)
    command("self-test", _self_test, "tự kiểm tra chương trình đã cài", data=False)
    return parser
