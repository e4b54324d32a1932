"""The site, as `make site` builds it: nothing in it is fetched from elsewhere when it is read."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("zensical")

ROOT = Path(__file__).parents[1]
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|data)=["']?(?:https?:)?//[^>]*>"""
    r"""|<link\b[^>]*\bhref=["']?(?:https?:)?//[^>]*>"""
)
FETCHED_BY_STYLE = re.compile(r"""(?:@import\s*|url\()["']?(?:https?:)?//[^)"']*""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "zensical.toml", folder)
    told = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"], cwd=folder, env=os.environ | {"NO_COLOR": "1"},
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    return folder / "build" / "site"


def test_there_is_a_page_for_each(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert built == pages | {Path("404.html")}


def test_programs_and_tables_are_left_out(site: Path) -> None:
    assert [path.name for path in site.rglob("*") if path.suffix in (".py", ".tsv")] == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".css"):
            text = path.read_text("utf-8")
            assert FETCHED.findall(text) + FETCHED_BY_STYLE.findall(text) == [], path.name
            assert "fonts.g" not in text, path.name


def test_what_would_be_fetched_is_seen() -> None:
    for text in (
        '<script src="https://cdn.example/a.js"></script>', "<link rel=stylesheet href=//fonts.example/a.css>",
        '<img alt="a" src="http://b.example/c.png">',
    ):  # fmt: skip
        assert FETCHED.search(text), text
    assert FETCHED_BY_STYLE.search("@import 'https://a.example/b.css'")
    assert not FETCHED.search('<a href="https://keepachangelog.example/">')


def test_search_works_from_a_folder(site: Path) -> None:
    """A browser that reads files fetches no JSON and starts no worker: the index is a script, a frame the worker."""
    assert "acled-lowest" in (site / "search.js").read_text("utf-8")
    for page in ("index.html", "stages/events.html"):
        (script,) = re.findall(r'src="([^"]*iframe-worker[^"]*)"', (site / page).read_text("utf-8"))
        assert ((site / page).parent / script).resolve().is_file()
