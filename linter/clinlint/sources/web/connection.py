"""Network connections that reach public addresses alone and end when the time is up."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore

from clinlint.errors import SourceError
from clinlint.sources.web.addresses import is_allowed, is_of_machine
from clinlint.sources.web.failures import NoConnectionError, UnreachableError


class Deadline:
    """A moment by which everything must be done.

    Attributes:
        name: the address that messages name.
    """

    def __init__(self, seconds: float, name: str) -> None:
        self.name = name
        self._end = time.monotonic() + seconds
        self._message = f"{name}: no complete answer within {seconds:g} seconds; try again, or save the page to a file"

    def left(self) -> float:
        """How many seconds are left.

        Raises:
            SourceError: when none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise UnreachableError(self._message)
        return left


_deadline: ContextVar[Deadline] = ContextVar("deadline")
"""That of the request under way in this thread: a connection outlives the request that it was made for."""


@contextmanager
def within(deadline: Deadline) -> Iterator[None]:
    """Whatever connections do in this context ends at the deadline."""
    token = _deadline.set(deadline)
    try:
        yield
    finally:
        _deadline.reset(token)


def addresses_of(host: str, port: int, deadline: Deadline) -> list[str]:
    """All IP addresses of a host.

    Raises:
        SourceError: when the name cannot be resolved, or not in time.
    """
    answer: list[list[str] | OSError | UnicodeError] = []

    def resolve() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    # The system's resolver knows no time limit, so it runs where it can be left behind.
    worker = threading.Thread(target=resolve, daemon=True)
    worker.start()
    worker.join(deadline.left())
    deadline.left()
    if not answer or not isinstance(answer[0], list) or not answer[0]:
        raise SourceError(f"{deadline.name}: the host {host!r} cannot be found; check the address and the connection")
    return answer[0]


def private_address(name: str, host: str, address: str) -> SourceError:
    """Why ``name`` is not read."""
    advice = "no option reads that" if is_of_machine(address) else "--allow-private reads it all the same"
    return SourceError(f"{name}: {host!r} is at the private address {address}; {advice}")


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to addresses that have been checked, and to no other.

    The host is resolved once and the connection goes to one of the addresses found then, so a second,
    different answer of the name server changes nothing.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a checked address of ``host``.

        Raises:
            SourceError: when an address is not public, or none can be reached.
        """
        deadline = _deadline.get()
        addresses = addresses_of(host, port, deadline)
        for address in addresses:
            if not is_allowed(address, private=self._allow_private):
                raise private_address(deadline.name, host, address)
        reason: Exception | None = None
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(address, port, deadline.left(), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                reason = error
                continue
            return _GuardedStream(stream)
        deadline.left()
        told = _reason(reason)
        raise NoConnectionError(f"{deadline.name}: no connection to {host!r}, port {port}{told}; check the address")


def _reason(error: Exception | None) -> str:
    cause = error.__cause__ if error is not None else None
    if isinstance(cause, OSError) and cause.strerror:
        return f" ({cause.strerror.lower()})"
    return ""


class _GuardedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline of the request under way."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, _deadline.get().left())
        except httpcore.ReadTimeout:
            _deadline.get().left()
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._stream.write(buffer, _deadline.get().left())
        except httpcore.WriteTimeout:
            _deadline.get().left()
            raise

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            secure = self._stream.start_tls(ssl_context, server_hostname, _deadline.get().left())
        except (httpcore.ConnectError, httpcore.ConnectTimeout, ssl.SSLError) as error:
            _deadline.get().left()
            cause = error if isinstance(error, ssl.SSLError) else error.__cause__
            if isinstance(cause, ssl.SSLCertVerificationError):
                why = f"its certificate is not valid: {cause.verify_message.rstrip('.')}"
            else:
                why = "it does not speak TLS as expected"
            raise SourceError(f"{_deadline.get().name}: no secure connection to {server_hostname!r} ({why})") from error
        return _GuardedStream(secure)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
