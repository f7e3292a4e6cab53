"""The report of a run says how well names are told apart: a figure to read, beside the bound that the test holds."""

import pytest

NAME_REPORT = "names told apart"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write what tests recorded by `record_property`; their reports come from the workers of xdist too."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, line in getattr(report, "user_properties", ()):
                if name == NAME_REPORT:
                    terminalreporter.write_line(f"{name}: {line}")
