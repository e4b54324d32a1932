"""`rashomon serve`: it says where it is, answers there, and refuses what it can not do."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from rashomon.cli import main


def test_serve_answers_on_this_machine_until_it_is_stopped(example_record: Path, tmp_path: Path) -> None:
    run = "from rashomon.cli import main; main()"
    command = [sys.executable, "-c", run, "serve", str(example_record), "--port", "0"]
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "NO_COLOR": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        try:
            said = process.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert address, said
            with urllib.request.urlopen(f"{address[0]}api/record", timeout=20) as answer:
                assert json.load(answer)["articles"] == 6
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)


def test_a_taken_port_is_named(example_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as left:
            main(["serve", str(example_record), "--port", str(port)])
    assert left.value.code == 2
    assert f"port {port}" in capsys.readouterr().err


def test_no_record_no_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["serve", str(tmp_path / "none.record")])
    assert left.value.code == 2
    assert "no such record" in capsys.readouterr().err
