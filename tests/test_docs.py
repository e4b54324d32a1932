"""The docs can not fall behind: every command, option, setting, error, format, rule, act and public name is in them."""

import re
import runpy
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import rashomon
from rashomon import Settings, errors, exports, record
from rashomon.cli import app
from rashomon.events import RULES
from rashomon.exports import FORMATS
from rashomon.record.vocabulary import MODES
from rashomon.run import Pipeline

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def read(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def commands() -> dict[str, set[str]]:
    """Options by command; those of a command's own commands count as its options, and so do their names."""

    def options(command: Any) -> Iterator[str]:
        for parameter in command.params:
            yield from (option for option in parameter.opts if option.startswith("--"))
        for name, below in getattr(command, "commands", {}).items():
            yield name
            yield from options(below)

    return {name: set(options(command)) for name, command in get_command(app).commands.items()}  # type: ignore[attr-defined]


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


@pytest.mark.parametrize("format", [format.name for format in FORMATS])
def test_format_is_described(format: str) -> None:
    assert f"`{format}`" in read("formats.md") or f"--format {format}`" in read("formats.md")
    assert f"`{format}`" in read("stages/exports.md")
    assert f"`{format}`" in read("commands.md")


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_described(rule: str) -> None:
    assert f"| `{rule}`" in read("stages/events.md")
    assert all(f"`{rule.partition(' ')[0]}`" in read(page) for page in ("commands.md", "table.md"))


@pytest.mark.parametrize("act", sorted(MODES))
def test_act_and_its_modes_are_in_the_codebook(act: str) -> None:
    _, heading, rest = read("codebook.md").partition(f"\n## {act}\n")
    assert heading
    rows = rest.partition("\n## ")[0]
    assert {mode for mode in MODES[act] if f"| `{mode}` |" not in rows} == set()


@pytest.mark.parametrize("name", [*rashomon.__all__, *exports.__all__, *record.__all__])
def test_public_name_is_described(name: str) -> None:
    assert re.search(rf"^### (rashomon\.)?{name}$|`(rashomon\.)?{name}(\.PAGES)?`", read("python.md"), re.MULTILINE)


@pytest.mark.parametrize("name", ["codebook.md", "python.md", "examples.md"])
def test_page_made_from_the_package_is_fresh(name: str, pipeline: Pipeline, example_record: Path) -> None:
    made = runpy.run_path(str(DOCS / "generate.py"))["WRITTEN"]
    assert set(made) == {"codebook.md", "python.md", "examples.md"}
    assert made[name](pipeline, example_record) == read(name), "make it anew with: make pages"


def test_site_leads_to_every_page() -> None:
    def pages(nav: Any) -> Iterator[str]:
        if isinstance(nav, str):
            yield nav
        for below in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
            yield from pages(below)

    nav = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]
    assert sorted(pages(nav)) == [str(path.relative_to(DOCS)) for path in sorted(PAGES)]


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
