"""What every test stands on: no screen, no home of the user's, no silent warnings, examples that repeat in CI."""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.golden_files"]

# Shared machines are slow at times: neither an example's time nor the drawing of examples is judged.
settings.register_profile("here", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

PATIENCE_MS = 60_000
"""How long a test waits for what must come: a loaded machine takes its time, and is not judged by it."""

HOME_KEY = pytest.StashKey[Path]()
# The folders of the user's own, as Windows, Linux and macOS name them.
HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def pytest_configure(config: pytest.Config) -> None:
    """Give this process (each xdist worker too) an empty home, so that no test reads or writes the user's data."""
    home = Path(tempfile.mkdtemp(prefix="nscl-tests-"))  # readable by its owner only, as XDG_RUNTIME_DIR must be
    config.stash[HOME_KEY] = home
    os.environ.update(dict.fromkeys(HOME_VARIABLES, str(home)))
    if sys.platform != "win32":
        for name in XDG_VARIABLES:
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            os.environ[name] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the home again; what a still closing program holds open may stay behind."""
    shutil.rmtree(config.stash[HOME_KEY], ignore_errors=True)


@pytest.fixture(autouse=True)
def unexpected_log_warnings_fail(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless `@pytest.mark.logs_warning("part of it")` announces it."""
    yield
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("logs_warning")]
    logged = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [text for text in logged if not any(part in text for part in expected)]
    missing = [part for part in expected if not any(part in text for text in logged)]
    assert not unexpected, f"warnings in the log: {unexpected}"
    assert not missing, f"expected in the log but not found: {missing}"


class PatientBot(QtBot):
    """Waits as long as a loaded machine needs; what never comes still fails."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """As the original."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The robot that uses the window; ``qapp`` must be there before it."""
    return PatientBot(request)
