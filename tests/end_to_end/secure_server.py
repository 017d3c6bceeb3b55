"""Servers on this machine that speak TLS, and a proxy that tunnels to them."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import trustme

from end_to_end.clinic_site import article

NAME = "clinic.example"


@dataclass
class Server:
    """Answers every page with the same article, over TLS.

    Attributes:
        port: where it listens.
        spoken: the protocol of every connection.
        paths: those that were asked for.
        closes: whether every answer ends its connection.
        moved: where every page is redirected to.
    """

    port: int = 0
    spoken: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    closes: bool = False
    moved: str = ""


def answer_http1(server: Server, stream: ssl.SSLSocket) -> None:
    while True:
        head = b""
        while b"\r\n\r\n" not in head:
            more = stream.recv(4096)
            if not more:
                return
            head += more
        server.paths.append(head.split()[1].decode())
        if server.moved:
            stream.sendall(f"HTTP/1.1 301 Moved\r\nLocation: {server.moved}\r\nContent-Length: 0\r\n\r\n".encode())
            continue
        body = article(0)
        stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        if server.closes:
            return


def answer_http2(server: Server, stream: ssl.SSLSocket) -> None:
    import h2.config
    import h2.connection
    import h2.events

    state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
    state.initiate_connection()
    stream.sendall(state.data_to_send())
    while data := stream.recv(65_535):
        for event in state.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                server.paths.append(dict(event.headers)[":path"])
                state.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html; charset=utf-8")])
                state.send_data(event.stream_id, article(0), end_stream=True)
        stream.sendall(state.data_to_send())


@contextmanager
def secure(
    authority: trustme.CA, *, protocols: tuple[str, ...] = ("http/1.1",), names: tuple[str, ...] = (NAME, "127.0.0.1")
) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    context.set_alpn_protocols(list(protocols))
    server = Server()
    listener = socket.create_server(("127.0.0.1", 0))
    server.port = listener.getsockname()[1]

    def serve(raw: socket.socket) -> None:
        try:
            with context.wrap_socket(raw, server_side=True) as stream:
                server.spoken.append(stream.selected_alpn_protocol() or "none")
                (answer_http2 if server.spoken[-1] == "h2" else answer_http1)(server, stream)
        except OSError:
            raw.close()

    def accept() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(raw,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield server
    finally:
        listener.close()


@contextmanager
def tunnel(onward: int, *, refuse: bool = False) -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that connects every tunnel to one port of this machine; its address, and the heads it was sent."""
    heads: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def copy(here: socket.socket, there: socket.socket) -> None:
        try:
            while data := here.recv(65_536):
                there.sendall(data)
        except OSError:
            pass
        finally:
            there.close()

    def serve(raw: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += raw.recv(4096)
        heads.append(head)
        if refuse:
            raw.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            raw.close()
            return
        raw.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        far = socket.create_connection(("127.0.0.1", onward))
        threading.Thread(target=copy, args=(far, raw), daemon=True).start()
        copy(raw, far)

    def accept() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(raw,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}", heads
    finally:
        listener.close()
