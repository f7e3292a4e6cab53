"""The command for a whole plan as one Word file: its text and its appendix.

Imported by the command line only when it is asked for; exit codes are those of ``cli``.
"""

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.cli_packages import Command
from nscl_desktop.paths import attachments_of

if TYPE_CHECKING:
    from nscl_desktop.domain.budget import Budget
    from nscl_desktop.storage.store import Store

Opened = Callable[[argparse.Namespace], "AbstractContextManager[Store]"]


def add_commands(command: Command, opened: Opened, budget_of: "Callable[[Store, str], Budget]") -> None:
    """Add this command to the command line."""

    def run(options: argparse.Namespace) -> int:
        from nscl_desktop.office.papers import lacking_pictures, plan_paper_of, write_plan_paper  # heavy, wanted here

        folder = attachments_of(options.data)
        with opened(options) as store:
            budget = budget_of(store, options.plan)
        papers = plan_paper_of(budget, options.form, folder, electronic=options.electronic)
        write_plan_paper(papers, options.output)
        for sentence in lacking_pictures(budget, folder):
            print(f"Lưu ý: {sentence}", file=sys.stderr)
        print(f"Đã xuất cả kế hoạch {options.plan} vào {options.output}")
        return 0

    made = command("plan-docx", run, "xuất cả kế hoạch (văn bản và phụ lục) ra một tệp Word")
    made.add_argument("plan", metavar="KẾ_HOẠCH")
    made.add_argument("--form", metavar="MẪU", help="mã mẫu phụ lục; mặc định là mẫu của kế hoạch")
    made.add_argument("--electronic", action="store_true", help="bản điện tử: để trống dòng (Kèm theo …)")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
