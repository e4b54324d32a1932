"""The site's first page, followed step by step as somebody would who has read nothing else."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "index.md").read_text("utf-8")
STEPS = re.findall(r"```bash\n(.*?)```", PAGE, flags=re.DOTALL)
TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("| side_a |")[2].partition("\n\n")[0].splitlines()[2:]
]
COLUMNS = [cell.strip() for cell in re.findall(r"^\| side_a .*$", PAGE, re.MULTILINE)[0].strip("|").split("|")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder after all steps, and all that was printed."""
    folder = tmp_path_factory.mktemp("start")
    command = tmp_path_factory.mktemp("bin") / "rashomon"
    command.write_text(f"#!{sys.executable}\nimport sys\nfrom rashomon.cli import main\nsys.exit(main())\n")
    command.chmod(0o755)
    told = subprocess.run(
        ["bash", "-euc", "\n".join(STEPS)], cwd=folder, check=True, text=True, timeout=300,
        env=os.environ | {"PATH": f"{command.parent}:{os.environ['PATH']}", "COLUMNS": "200"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return folder, told.stdout


def test_the_table_is_the_one_on_the_page(folder: tuple[Path, str]) -> None:
    with (folder[0] / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows[0]) == 49
    assert [[row[column] for column in COLUMNS] for row in rows] == TABLE


def test_what_is_printed_is_what_the_page_says(folder: tuple[Path, str]) -> None:
    printed = " ".join(folder[1].split())
    told = re.findall(r"\n\n((?:    .*\n)+)", PAGE)
    assert len(told) == 3
    for block in told:
        words = " ".join(block.split()).partition("; 4.3 s")[0]
        assert words in printed


def test_links_and_card_lie_beside(folder: tuple[Path, str]) -> None:
    assert "Left out of the rows" in (folder[0] / "events.csv.card.md").read_text("utf-8")
    left = (folder[0] / "events.csv.left-out.csv").read_text("utf-8").splitlines()
    assert len(left) == 3
    assert (folder[0] / "events.csv.links.csv").read_text("utf-8").startswith("row,column,article,file,start,end,")
