"""A chat server on this machine: it answers as it is told to, well or badly, and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request: its body, its headers in lower case, and the piece of a report that it holds."""

    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def piece(self) -> str:
        return str(json.loads(self.body["messages"][-1]["content"])["report"])


Answer = Callable[["Handler", Asked], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
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
        self.send_response(status)
        told = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        for name, value in (told | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def write(self, content: str, tokens: Any = 100, finish: str = "stop") -> None:
        """What the model writes, as a server of this kind sends it."""
        choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
        told = {"id": "x", "object": "chat.completion", "choices": [choice], "usage": {"total_tokens": tokens}}
        self.say(200, json.dumps(told).encode())

    def log_message(self, *args: object) -> None:
        pass


class Model(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.asked: list[Asked] = []
        self.now = self.most = 0
        self.lock = threading.Lock()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked went away: that is what is tested."""


@contextmanager
def a_model(answer: Answer) -> Iterator[Model]:
    with Model(answer) as model:
        thread = threading.Thread(target=model.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield model
        finally:
            model.shutdown()
            thread.join()


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
