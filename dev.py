#!/usr/bin/env python3
"""One script for every machine: sets up what is missing, then runs.

    python3 dev.py demo            an invented year, every plan's appendix in out/, then the window
    python3 dev.py test            lint, types and all tests, without a display
    python3 dev.py test ARGS...    only pytest, with these arguments (e.g. tests/domain -x)
    python3 dev.py cover           all tests, then the branch coverage that must hold
    python3 dev.py bench           ratios against yardsticks (tests/benchmarks)
    python3 dev.py shots [readme]  pictures for the README, and of every screen in out/shots
    python3 dev.py fmt             format, and fix what lint can fix
    python3 dev.py lock [--upgrade]    renew installer/requirements/*.txt from pyproject.toml

Needs nothing but Python 3.11 to 3.13. The virtual environment is .venv beside this file; packages are installed by
hash from installer/requirements/. On Debian and Ubuntu, missing system libraries are installed too, if the rights are
there.
"""

from __future__ import annotations  # an older Python must get as far as our sentence about it

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

OLDEST, TOO_NEW = (3, 11), (3, 14)  # PySide6 6.9.3 exists for no newer Python
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
LOCKS = ROOT / "installer" / "requirements"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt loads on Linux: library -> Debian package. The second group is for a window on a screen.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests watch the program with and open printed files with: file -> Debian package.
TEST_TOOLS = {
    "/usr/bin/strace": "strace",
    "/usr/bin/xauth": "xauth",
    "/usr/bin/xvfb-run": "xvfb",
    "/usr/bin/pdftoppm": "poppler-utils",
    "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc-nogui",
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer-nogui",
}
# Folder of nscl_desktop -> least branch coverage in per cent.
COVERAGE = {"domain": 100, "services": 100, "": 90}


def main(arguments: Sequence[str]) -> int:
    """Run the named command; its exit status is ours."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        return start_again_with_a_fitting_python(arguments)
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "demo": demo,
        "test": test,
        "cover": cover,
        "bench": bench,
        "shots": shots,
        "fmt": fmt,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 64
    os.chdir(ROOT)
    return commands[arguments[0]](arguments[1:])


# --- commands -----------------------------------------------------------------------------------------------------


def demo(_: Sequence[str]) -> int:
    """Write the sample plans and the demo year, print every appendix, list the plans, open the window."""
    set_up("runtime", missing_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES}))
    OUT.mkdir(exist_ok=True)
    for old in OUT.glob("nscl.db*"):  # with its -wal and -shm
        if old.is_file():
            old.unlink()
    data = ["--data", str(OUT / "nscl.db")]
    program = [str(VENV_PYTHON), "-m", "nscl_desktop"]
    must_run([*program, "demo-year", *data])
    for plan in json.loads(output_of([*program, "plans", *data, "--json"])):
        for kind in ("pdf", "xlsx", "docx"):
            must_run([*program, "appendix", plan["code"], *data, "-o", str(OUT / f"{plan['code']}.{kind}")])
    must_run([*program, "plans", *data])
    if not (WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("There is no display here, so the window was not opened; the printed appendices are in out/.")
        return 0
    return run([*program, *data])


def test(arguments: Sequence[str]) -> int:
    """Run lint, types and tests; with arguments only pytest. pytest's summary comes last."""
    set_up_for_tests()
    if arguments:
        return run([str(VENV_PYTHON), "-m", "pytest", *arguments])
    failed = [
        name
        for name, command in {"ruff": ["ruff", "check", "."], "mypy": ["mypy"]}.items()
        if run([str(VENV_PYTHON), "-m", *command]) != 0
    ]
    if failed:
        print(f"{' and '.join(failed)} found faults (above); the tests run all the same.")
    status = run([str(VENV_PYTHON), "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"])
    return status or (1 if failed else 0)


def cover(_: Sequence[str]) -> int:
    """Run all tests under branch coverage and compare each part with the least it must reach."""
    set_up_for_tests()
    status = run([str(VENV_PYTHON), "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "--cov", "--cov-report="])
    for folder, least in COVERAGE.items():
        include = f"nscl_desktop/{folder}/*" if folder else "nscl_desktop/*"
        report = [str(VENV_PYTHON), "-m", "coverage", "report", f"--include={include}", f"--fail-under={least}"]
        print(f"\n{include}: at least {least} %")
        status = run(report) or status
    return status


def bench(arguments: Sequence[str]) -> int:
    """Measure against the yardsticks, one after another: two at once would disturb each other."""
    set_up_for_tests()
    set_up("bench", [])
    return run([str(VENV_PYTHON), "-m", "pytest", "-q", "-s", "-m", "benchmark", *(arguments or ["tests/benchmarks"])])


def shots(arguments: Sequence[str]) -> int:
    """Draw the pictures of the README, and unless only these are wanted every screen for whoever judges its looks."""
    set_up_for_tests()
    return run([str(VENV_PYTHON), "-m", "tests.screenshots", *arguments])


def fmt(_: Sequence[str]) -> int:
    """Format all files and fix what can be fixed without thought."""
    set_up("dev", [])
    status = run([str(VENV_PYTHON), "-m", "ruff", "format", "."])
    return run([str(VENV_PYTHON), "-m", "ruff", "check", "--fix", "."]) or status


def lock(arguments: Sequence[str]) -> int:
    """Resolve the dependencies for every platform at once and write them down with their hashes.

    pip-tools sees only the machine it runs on and would leave out what Windows needs (colorama); uv sees all.
    """
    import tomllib  # missing before Python 3.11, where this file must still be readable

    make_venv()
    must_run([*pip(), "install", "--quiet", "uv"])
    compile_ = [str(VENV_PYTHON), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    compile_ += ["--python-version", ".".join(map(str, OLDEST)), "--custom-compile-command", "python3 dev.py lock"]
    compile_ += arguments
    must_run([*compile_, "pyproject.toml", "-o", "installer/requirements/runtime.txt"])
    constrained = ["-c", "installer/requirements/runtime.txt"]
    must_run([*compile_, *constrained, "--extra", "dev", "pyproject.toml", "-o", "installer/requirements/dev.txt"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    opponents = "\n".join(project["optional-dependencies"]["bench"])
    must_run([*compile_, "-", "-o", "installer/requirements/bench.txt"], given=opponents)
    return 0


# --- set-up -------------------------------------------------------------------------------------------------------


def start_again_with_a_fitting_python(arguments: Sequence[str]) -> int:
    """Hand over to another Python of this machine, or say which is needed."""
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        other = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        if shutil.which(other[0]) and silent([*other, "-c", ""]) == 0:
            return subprocess.call([*other, __file__, *arguments])
    print(f"NSCL Desktop needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]} and no other was found.")
    return 1


def set_up_for_tests() -> None:
    """Everything that lint, tests, benchmarks and pictures need."""
    tools = [] if shutil.which("apt-get") is None else [p for f, p in TEST_TOOLS.items() if not Path(f).exists()]
    set_up("dev", [*missing_libraries(QT_LIBRARIES), *tools])


def set_up(lock_name: str, debian_packages: Sequence[str]) -> None:
    """Make the virtual environment hold exactly what the lock file names, unless it was done before."""
    install_debian_packages(debian_packages)
    make_venv()
    lock_file = LOCKS / f"{lock_name}.txt"
    stamp = VENV / f"installed-{lock_name}"
    wanted = hashlib.sha256(lock_file.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text("ascii") == wanted:
        return
    print(f"Installing the {lock_name} packages into .venv; this takes a minute the first time.", flush=True)
    must_run([*pip(), "install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(lock_file)])
    stamp.write_text(wanted, "ascii")


def make_venv() -> None:
    """Create .venv if there is none that runs.

    Debian's Python comes without ensurepip: then the machine's own pip serves, else its package python3-venv is needed.
    """
    if VENV_PYTHON.exists() and silent([VENV_PYTHON, "-c", ""]) == 0:
        return
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if not module_exists("ensurepip"):
        if module_exists("pip"):
            command.append("--without-pip")
        else:
            install_debian_packages(["python3-venv"])
    must_run(command)


def pip() -> list[str]:
    """Give the pip of the environment, or the machine's own working on it."""
    quiet = "--disable-pip-version-check"
    if silent([VENV_PYTHON, "-c", "import pip"]) == 0:
        return [str(VENV_PYTHON), "-m", "pip", quiet]
    return [sys.executable, "-m", "pip", "--python", str(VENV_PYTHON), quiet]


def module_exists(name: str) -> bool:
    """Tell whether this Python has the module, without importing it."""
    return importlib.util.find_spec(name) is not None


def missing_libraries(wanted: Mapping[str, str]) -> list[str]:
    """Name the Debian packages of the libraries that cannot be loaded (nothing elsewhere than on Linux)."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install_debian_packages(packages: Sequence[str]) -> None:
    """Install as root or through sudo without a password; where neither goes, name the command and go on."""
    if not packages or not sys.platform.startswith("linux"):
        return
    if shutil.which("apt-get") is None:
        print(f"These may be missing here (names of Debian): {' '.join(packages)}")
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        rights = []
    elif shutil.which("sudo") and silent(["sudo", "-n", "true"]) == 0:
        rights = ["sudo", "-n"]
    else:
        print(f"Please run once, as an administrator:  {' '.join(install)}")
        return
    print(f"Installing {', '.join(packages)}.", flush=True)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    if silent([*apt, *install]) == 0:
        return
    silent([*apt, "apt-get", "update"])  # a fresh machine has no lists of packages yet
    if silent([*apt, *install]) != 0:
        print(f"This did not work; please run it by hand:  {' '.join(install)}")


# --- running ------------------------------------------------------------------------------------------------------


def run(command: Sequence[str]) -> int:
    """Run a program here with text as UTF-8 on every machine, and give its exit status."""
    sys.stdout.flush()
    return subprocess.call(list(command), env=environment())


def silent(command: Sequence[str | Path]) -> int:
    """Run a program whose words interest nobody, and give its exit status."""
    return subprocess.call(list(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def must_run(command: Sequence[str], given: str | None = None) -> None:
    """Run a program that nothing can go on without."""
    sys.stdout.flush()
    done = subprocess.run(list(command), env=environment(), input=given, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        print(f"Stopped: this ended with status {done.returncode}:  {' '.join(command)}")
        sys.exit(done.returncode)


def output_of(command: Sequence[str]) -> str:
    """Run a program and give what it printed."""
    done = subprocess.run(
        list(command), env=environment(), stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        print(f"Stopped: this ended with status {done.returncode}:  {' '.join(command)}")
        sys.exit(done.returncode)
    return done.stdout


def environment() -> dict[str, str]:
    """Our environment, speaking UTF-8."""
    return {**os.environ, "PYTHONUTF8": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
