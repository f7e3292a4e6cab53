"""The directions of imports (pyproject.toml, [tool.importlinter]) hold."""

import json
import tomllib
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
LINTER: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """All modules of the program and the packages from outside that it imports."""
    return grimp.build_graph(LINTER["root_package"], include_external_packages=True, cache_dir=None).modules


@pytest.mark.parametrize("contract", LINTER["contracts"], ids=lambda contract: contract["name"].replace(" ", "_"))
def test_imports_keep_the_contract(
    contract: dict[str, Any], modules: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # What nobody imports needs no protection (and the linter stumbles over names it has never seen).
    present = {
        key: [name for name in value if name in modules] if key in {"protected_modules", "allowed_importers"} else value
        for key, value in contract.items()
    }
    if present.get("protected_modules") == []:
        return
    config = tmp_path / "importlinter.toml"
    config.write_text(
        "[tool.importlinter]\n"
        f"root_package = {json.dumps(LINTER['root_package'])}\n"
        "include_external_packages = true\n"
        "[[tool.importlinter.contracts]]\n"
        # JSON's strings, lists and true/false are TOML's too
        + "".join(f"{key} = {json.dumps(value)}\n" for key, value in present.items()),
        "utf-8",
    )
    status = lint_imports(config_filename=str(config), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out
