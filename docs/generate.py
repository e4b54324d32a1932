"""Writes the pages that are made from the package itself, so that they can not fall behind: docs/codebook.md of the
vocabulary, docs/codebook.tsv and those examples of the lexicon that the reader reads so; docs/python.md of signatures
and docstrings; docs/examples.md of the programs in examples/ and what they print of the example pages.
"""

import ast
import inspect
import os
import re
import runpy
from collections.abc import Callable, Collection, Iterator, Set
from contextlib import chdir, redirect_stdout
from dataclasses import is_dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from types import FunctionType
from typing import Any, get_args

import rashomon
from rashomon import exports
from rashomon import record as nouns
from rashomon.record import Article, content_id
from rashomon.record.vocabulary import MODES
from rashomon.run import Pipeline, Report, Scope
from rashomon.store import View
from rashomon.store.standing import Standing

HERE = Path(__file__).parent
PACKAGE = Path(rashomon.__file__).parent
PROGRAMS = HERE.parent / "examples"
ARGUMENTS = {
    "figures": ("basra.record", "Dismissals: Interior"),
    "map": ("basra.record", "map.svg"),
    "network": ("basra.record", "sources.graphml"),
    "rules": ("basra.record", "Dismissals: Interior"),
    "one_side": ("basra.record", "2008-04-05", "Harbour Wire", "wire.csv"),
    "reader": ("basra.record", "truce"),
}
"""What each program is called with, in the order of the page; `basra.record` is the record of the example pages."""

MOST = 3
"""Examples of an act on the page, so that a row can still be taken in at a glance."""

CODEBOOK = """# The codebook

The types of acts and their modes, with sentences of ours that are read as such. A statement has one type and at most
one mode; an act whose words name no mode has the type alone, and its mode stays empty. The types are those of PLOVER;
`clash` and the types from `defect` on are ours. ACLED's sub-event type is what an [export](stages/exports.md) in its
columns calls the act; one in brackets depends on who did it to whom. "Not read yet" stands where the vocabulary has a
mode that the reader gives to no text so far.

How an act is put (`factuality`: asserted, denied, planned, threatened, requested, hypothetical), numbers and times have
their rules in [words](words.md); which wordings are read and which are not stands in [what is read](what-is-read.md).

This page is made by `python docs/generate.py`, and a test fails when it is stale.
"""

PYTHON = """# From Python

```python
import rashomon
```

`rashomon.read` takes one report, `rashomon.build` many into a record, `rashomon.open` gives a record to read. All that
comes out is a frozen dataclass with types; the package is typed throughout (`py.typed`). Six short programs to begin
with are in [examples](examples.md).

This page is made by `python docs/generate.py` from the docstrings, and a test fails when it is stale.
"""


HEAD = """
| mode | what | ACLED | as in |
| --- | --- | --- | --- |
"""

EXAMPLES = """# Example programs

Six short programs, with what they print of the example pages that come with the package. They are in the folder
`examples` of the sources and need nothing but Rashomon. To try one, make the record first:

    rashomon demo --into basra.record

This page is made by `python docs/generate.py`; a test runs each program and compares.
"""


def table(path: Path) -> list[list[str]]:
    """The rows of a tab-separated table without its comments."""
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def codebook(pipeline: Pipeline, record: Path) -> str:
    """The page of types and modes."""
    examples: dict[tuple[str, str], list[str]] = {}
    for act, mode, *_, example in table(PACKAGE / "statements" / "data" / "acts.tsv"):
        known = examples.setdefault((act, mode), [])
        if act in MODES and len(known) < MOST and (act, mode) in acts_of(example, pipeline):
            known.append(example)
    acled = {
        (act, mode): f"({sub})" if kind.startswith("by-") else sub
        for act, mode, kind, sub, *_ in table(PACKAGE / "events" / "data" / "mappings.tsv")
    }
    meanings = {(act, mode): (meaning, own) for act, mode, meaning, own in table(HERE / "codebook.tsv")}
    parts = [CODEBOOK]
    for act, modes in MODES.items():
        parts.append(f"\n## {act}\n\n{meanings[act, '-'][0]}\n{HEAD if modes else ''}")
        for mode in ("-", *sorted(modes)):
            meaning, own = meanings[act, mode]
            told = examples.get((act, mode)) or ([own] if (act, mode) in acts_of(own, pipeline) else [])
            if mode == "-" and not told:
                continue
            if not modes:
                called = "" if acled[act, mode] == "-" else f" ACLED: {acled[act, mode]}."
                parts.append(f"\nAs in {' '.join(f'“{sentence}”' for sentence in told)}{called}\n")
                continue
            sub = acled.get((act, mode), acled.get((act, "-"), "-"))
            cells = (
                f"`{mode}`" if mode != "-" else "none",
                meaning if mode != "-" else "",
                "" if sub == "-" else sub,
                " ".join(f"“{sentence}”" for sentence in told) or "not read yet",
            )
            parts.append(f"| {' | '.join(cells)} |\n")
    return "".join(parts)


def acts_of(sentence: str, pipeline: Pipeline) -> set[tuple[str, str]]:
    """The types and modes that the reader finds in a sentence; "-" for no mode."""
    article = Article(content_id(sentence), "a.txt", None, "0" * 64, None, None, (), None, "en", sentence, None)
    return {(statement.type, statement.mode or "-") for statement in pipeline.reader.read(article).statements}


def programs(pipeline: Pipeline, record: Path) -> str:
    """The page of the example programs."""
    parts = [EXAMPLES]
    for name, arguments in ARGUMENTS.items():
        source = (PROGRAMS / f"{name}.py").read_text("utf-8")
        told, _, rest = source.removeprefix('"""').partition('"""\n')
        title, _, more = told.partition(": ")
        call = " ".join(f'"{word}"' if " " in word else word for word in (f"examples/{name}.py", *arguments))
        text = "\n\n".join(part for part in more.split("\n\n") if not part.startswith("    ")).strip()
        parts.append(f"\n## {title}\n\n{text[0].upper()}{text[1:]}\n\n```python\n{rest.strip()}\n```\n")
        parts.append(f"\n```text\n$ python {call}\n{printed(name, record)}```\n")
    return "".join(parts)


def printed(name: str, record: Path) -> str:
    """What a program prints of the record of the example pages; the files that it writes are thrown away."""
    main: Callable[..., None] = runpy.run_path(str(PROGRAMS / f"{name}.py"))["main"]
    with TemporaryDirectory() as folder, chdir(folder), redirect_stdout(StringIO()) as out:
        os.symlink(record, "basra.record")
        main(*ARGUMENTS[name])
    return out.getvalue()


def python(pipeline: Pipeline, record: Path) -> str:
    """The page of the public names."""
    api = [(name, getattr(rashomon, name)) for name in rashomon.__all__]
    parts = [PYTHON, "\n## Functions\n"]
    parts += [described(name, made, "rashomon.") for name, made in api if isinstance(made, FunctionType)]
    parts.append("\n`rashomon.examples.PAGES` is the folder of example pages that comes with the package.\n")
    parts.append("\n## What they take and give\n")
    given = [(name, made) for name, made in api if is_dataclass(made)]
    parts += [described(name, made) for name, made in (*given, ("Report", Report), ("Scope", Scope), ("View", View))]
    parts.append("\n## Errors\n")
    parts += [described(name, made) for name, made in api if inspect.isclass(made) and issubclass(made, Exception)]
    parts.append("\n## Exports: `rashomon.exports`\n")
    parts.append(
        "\n" + (inspect.getdoc(exports) or "") + "\n\n`FORMATS` lists the formats, in the order of the help.\n"
    )
    parts += [described(name, getattr(exports, name)) for name in exports.__all__ if name != "FORMATS"]
    parts.append("\n## The nouns: `rashomon.record`\n")
    parts += [described(name, getattr(nouns, name)) for name in nouns.__all__]
    return "".join(parts)


def described(name: str, made: Any, within: str = "") -> str:
    """A heading, how it is called or what it holds, and its docstring."""
    if values := get_args(made):
        return f"\n### {name}\n\nOne of {', '.join(f'`{value}`' for value in values)}.\n"
    if isinstance(made, Collection):
        holds = sorted(made) if isinstance(made, Set) else list(made)
        return f"\n### {name}\n\nFor {', '.join(f'`{value}`' for value in holds)}.\n"
    node = ast.parse(dedent(inspect.getsource(made))).body[0]
    told = docstring(made)
    if isinstance(node, ast.FunctionDef):
        return f"\n### {within}{name}\n\n```python\n{call(node)}\n```\n\n{told}"
    assert isinstance(node, ast.ClassDef)
    lines = [ast.unparse(line) for line in node.body if isinstance(line, ast.AnnAssign)]
    fields = "\n```python\n" + "\n".join(lines) + "\n```\n" if lines else ""
    shown = [*public(node), *public(source(Standing))] if made is View else []
    methods = "".join(f"\n- `{call(method)}`: {first(method)}" for method in shown)
    return f"\n### {name}\n{fields}\n{told}" + (f"{methods}\n" if methods else "")


def source(made: type) -> ast.ClassDef:
    """A class as it is written."""
    node = ast.parse(dedent(inspect.getsource(made))).body[0]
    assert isinstance(node, ast.ClassDef)
    return node


def public(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """The methods that are for everybody."""
    for line in node.body:
        if isinstance(line, ast.FunctionDef) and not line.name.startswith("_"):
            yield line


def call(node: ast.FunctionDef) -> str:
    """How a function is called, without `self`."""
    arguments = ast.unparse(node.args).removeprefix("self").removeprefix(", ")
    given = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return re.sub(r"'([A-Z]\w*(?: \| None)?)'", r"\1", f"{node.name}({arguments}){given}")


def first(node: ast.FunctionDef) -> str:
    """The first sentences of a docstring, on one line."""
    return " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())


def docstring(made: Any) -> str:
    """The docstring as Markdown: what is typed into Python stands in a block of its own."""
    blocks = []
    for block in (inspect.getdoc(made) or "").split("\n\n"):
        if block.startswith(">>>"):
            blocks.append("```pycon\n" + block.replace("  # doctest: +SKIP", "") + "\n```")
        else:
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"


WRITTEN = {"codebook.md": codebook, "python.md": python, "examples.md": programs}
"""Every page made here."""


def main() -> None:
    """Write all pages."""
    pipeline = Pipeline(rashomon.Settings())
    with TemporaryDirectory() as folder:
        record = Path(folder) / "basra.record"
        rashomon.build([rashomon.examples.PAGES], into=record)
        for name, page in WRITTEN.items():
            (HERE / name).write_text(page(pipeline, record), "utf-8")


if __name__ == "__main__":
    main()
