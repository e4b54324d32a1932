"""The shape of the code: who may import whom, and how long a module may grow. The rules stand in pyproject.toml."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
LINES_AT_MOST = 400
"""Past this a module most likely holds a second noun."""


def test_import_rules_hold(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("folder", ["src", "benchmarks", "tests"])
def test_no_module_holds_too_much(folder: str) -> None:
    lengths = {p.relative_to(ROOT): len(p.read_text("utf-8").splitlines()) for p in (ROOT / folder).rglob("*.py")}
    assert lengths
    assert {path: n for path, n in lengths.items() if n > LINES_AT_MOST} == {}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-formats.txt"])
def test_locked_versions_name_no_index(name: str) -> None:
    """Any mirror serves; a lock that names one would fail for everybody else."""
    locked = (ROOT / name).read_text("utf-8")
    assert "--hash=sha256:" in locked
    assert [line for line in locked.splitlines() if "://" in line or line.startswith(("-i", "-f", "--"))] == []
