"""The entrance: a command goes to the command line, anything else opens the window."""

import sys


def main() -> int:
    """Run a command, or the window when none is named; the exit code."""
    arguments = sys.argv[1:]
    # Each side is imported only when it is wanted: commands never load the window, the window no command.
    if _opens_window(arguments):
        from nscl_desktop.app import main as open_window

        return open_window(arguments)
    from nscl_desktop.cli import main as run_command

    return run_command(arguments)


def _opens_window(arguments: list[str]) -> bool:
    """No arguments, or only ``--data FILE``."""
    return not arguments or arguments[0] == "--data" or arguments[0].startswith("--data=")


if __name__ == "__main__":
    sys.exit(main())
