"""Where the shipped files lie: fonts, icons, forms, samples, help. Every layer but the domain may ask."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# An installed wheel carries resources/ inside the package; a checkout has it beside the package.
_ROOT = next((folder for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources") if folder.is_dir()), None)


def resource_path(*parts: str) -> Path:
    """Give the path of a shipped file or folder, e.g. `resource_path("icons", "add.svg")`.

    Raises:
        FileNotFoundError: the installation is damaged. No fault of the user, so no InputError.
    """
    if _ROOT is None:
        raise FileNotFoundError(f"no resources folder in or beside {_PACKAGE}")
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
