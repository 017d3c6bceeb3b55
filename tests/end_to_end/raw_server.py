"""A server on this machine that sends bytes as they are given, HTTP or not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PAGE = b"<!doctype html><title>Ear pain</title><p>The ear hurts , a lot.</p>"
Send = Callable[[Callable[[bytes], None]], None]
"""Is given what sends bytes."""


def answer(status: bytes = b"200 OK", *headers: bytes, body: bytes = PAGE) -> bytes:
    given = (b"Content-Type: text/html", *headers) if body else headers
    length = b"Content-Length: %d" % len(body)
    return b"\r\n".join((b"HTTP/1.1 " + status, *given, length, b"Connection: close", b"", body))


@dataclass
class RawSite:
    """What is sent, by path; a path that is not among them is 404.

    Attributes:
        asked: the paths of all requests, in order.
    """

    answers: dict[str, bytes | Send] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(10)
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(65_536)
                if not part:
                    return
                head += part
            path = head.split()[1].decode("latin-1")
            self.asked.append(path)
            sent = self.answers.get(path, answer(b"404 Not Found", body=b""))
            if callable(sent):
                sent(connection.sendall)
            else:
                connection.sendall(sent)


@contextmanager
def raw_site() -> Iterator[RawSite]:
    site = RawSite()
    listening = socket.create_server(("127.0.0.1", 0), backlog=64)
    site.address = f"http://127.0.0.1:{listening.getsockname()[1]}"

    def one(connection: socket.socket) -> None:
        try:
            site.serve(connection)
        except OSError:
            return  # the reader has had enough

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield site
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
