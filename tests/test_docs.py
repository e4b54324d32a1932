"""The docs can not fall behind: every command, option, setting, error, act and export field is named in them."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from rashomon import Settings, errors
from rashomon.cli import app
from rashomon.record.vocabulary import MODES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def read(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def commands() -> dict[str, set[str]]:
    group = get_command(app)
    return {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        for name, command in getattr(group, "commands").items()  # noqa: B009
    }


@pytest.mark.parametrize("name", sorted(commands()))
def test_command_and_its_options_are_described(name: str) -> None:
    parts = read("commands.md").split("\n## ")
    own = next((part for part in parts if part.startswith(f"rashomon {name}")), "")
    assert own, f"docs/commands.md has no section 'rashomon {name}'"
    assert {option for option in commands()[name] if f"`{option}" not in own and option != "--help"} == set()


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_setting_is_described(field: str) -> None:
    assert f"| `{field}` |" in read("settings.md")


@pytest.mark.parametrize("name", sorted(name for name in vars(errors) if name.endswith("Error")))
def test_error_is_described(name: str) -> None:
    assert f"`{name}`" in read("errors.md")


@pytest.mark.parametrize("act", sorted(MODES))
def test_act_and_its_modes_are_described(act: str) -> None:
    rows = [row for row in read("words.md").splitlines() if re.match(rf"\| .*\b{act}\b", row)]
    assert rows
    assert {mode for mode in MODES[act] if mode not in " ".join(rows)} == set()


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [link for link in LINK.findall(text) if not (path.parent / link).exists()] == []


def test_what_a_model_tells_and_is_left_out_is_described() -> None:
    code = (ROOT / "src/rashomon/readers/openai/check.py").read_text("utf-8").replace("{SENTENCES}", "3")
    reasons = {
        each.replace("{what}", who) for each in re.findall(r'refused\[f?"(.+?)"\]', code) for who in ("actor", "target")
    }
    assert len(reasons) > 10
    assert {reason for reason in reasons if f"`{reason}`" not in read("readers.md")} == set()


def test_index_leads_to_every_page() -> None:
    index = read("index.md")
    assert [path.name for path in PAGES if path.name != "index.md" and path.name not in index] == []


def test_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block is run as it stands, one after the other, in an empty folder."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), flags=re.DOTALL)
    assert blocks
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
