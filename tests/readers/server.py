"""A chat server on this machine: it answers as it is told to, well or badly, and remembers what it was asked."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from tests.serving import Answering, Serving, at_work


@dataclass(frozen=True)
class Asked:
    """One request: its body, its headers in lower case, and the piece of a report that it holds."""

    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def piece(self) -> str:
        return str(json.loads(self.body["messages"][-1]["content"])["report"])


Answer = Callable[["Handler", Asked], None]


class Handler(Answering):
    server: "Model"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = Asked(body, {name.lower(): value for name, value in self.headers.items()})
        with self.server.lock:
            self.server.asked.append(asked)
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        try:
            self.server.answer(self, asked)
        finally:
            with self.server.lock:
                self.server.now -= 1

    def say(self, status: int, body: bytes, **headers: str) -> None:
        self.send(status, body, "application/json", **headers)

    def write(self, content: str, tokens: Any = 100, finish: str = "stop") -> None:
        """What the model writes, as a server of this kind sends it."""
        choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
        told = {"id": "x", "object": "chat.completion", "choices": [choice], "usage": {"total_tokens": tokens}}
        self.say(200, json.dumps(told).encode())


class Model(Serving):
    def __init__(self, answer: Answer) -> None:
        super().__init__(Handler)
        self.answer = answer
        self.asked: list[Asked] = []
        self.now = self.most = 0

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


def a_model(answer: Answer) -> AbstractContextManager[Model]:
    return at_work(Model(answer))


def writes(content: str, **more: Any) -> Answer:
    return lambda handler, asked: handler.write(content, **more)


def tells(*statements: Any) -> Answer:
    """A reply of these statements."""
    return writes(json.dumps({"statements": statements}))


def says(status: int, body: bytes = b"", **headers: str) -> Answer:
    return lambda handler, asked: handler.say(status, body, **headers)


def first_then(first: Answer, then: Answer, times: int = 1) -> Answer:
    """`first` so many times, then `then`."""
    left = [times]

    def answer(handler: Handler, asked: Asked) -> None:
        left[0] -= 1
        (first if left[0] >= 0 else then)(handler, asked)

    return answer


def drips(handler: Handler, asked: Asked) -> None:
    """A byte now and then, for longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: Handler, asked: Asked) -> None:
    """A body without end, in chunks."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"10000\r\n" + b"[" * 0x10000 + b"\r\n")
