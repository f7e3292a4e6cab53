"""The entrance: a command goes to the command line, anything else opens the window."""

import gc
import sys
from types import ModuleType


def main() -> int:
    """Run a command, or the window when none is named; the exit code."""
    arguments = sys.argv[1:]
    # Each side is imported only when it is wanted: commands never load the window, the window no command.
    if _opens_window(arguments):
        return int(load_window().main(arguments))
    from nscl_desktop.cli import main as run_command

    return run_command(arguments)


def load_window() -> ModuleType:
    """The window's module; what is imported stays for good, so the garbage collector rests until all is in place."""
    gc.disable()
    from nscl_desktop import app  # see main

    return app


def _opens_window(arguments: list[str]) -> bool:
    """No arguments, or only ``--data FILE``."""
    return not arguments or arguments[0] == "--data" or arguments[0].startswith("--data=")


if __name__ == "__main__":
    sys.exit(main())
