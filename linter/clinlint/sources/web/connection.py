"""Network connections that reach public addresses alone and end when the time is up."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from clinlint.errors import SourceError
from clinlint.sources.web.addresses import is_public
from clinlint.sources.web.failures import UnreachableError


class Deadline:
    """A moment by which everything must be done."""

    def __init__(self, seconds: float, name: str) -> None:
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


def addresses_of(host: str, port: int, deadline: Deadline, name: str) -> list[str]:
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
        raise SourceError(f"{name}: the host {host!r} cannot be found; check the address and the connection")
    return answer[0]


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to addresses that have been checked, and to no other.

    The host is resolved once and the connection goes to one of the addresses found then, so a second,
    different answer of the name server changes nothing.
    """

    def __init__(self, name: str, deadline: Deadline, allow_private: bool) -> None:
        self._name = name
        self._deadline = deadline
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
        addresses = addresses_of(host, port, self._deadline, self._name)
        for address in addresses:
            if not self._allow_private and not is_public(address):
                raise SourceError(
                    f"{self._name}: {host!r} is at the private address {address}; --allow-private reads it all the same"
                )
        reason: Exception | None = None
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                reason = error
                continue
            return _GuardedStream(stream, self._name, self._deadline)
        self._deadline.left()
        told = _reason(reason)
        raise UnreachableError(f"{self._name}: no connection to {host!r}, port {port}{told}; check the address")


def _reason(error: Exception | None) -> str:
    cause = error.__cause__ if error is not None else None
    if isinstance(cause, OSError) and cause.strerror:
        return f" ({cause.strerror.lower()})"
    return ""


class _GuardedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, name: str, deadline: Deadline) -> None:
        self._stream = stream
        self._name = name
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._deadline.left())
        except httpcore.ReadTimeout:
            self._deadline.left()
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._stream.write(buffer, self._deadline.left())
        except httpcore.WriteTimeout:
            self._deadline.left()
            raise

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except (httpcore.ConnectError, httpcore.ConnectTimeout, ssl.SSLError) as error:
            self._deadline.left()
            cause = error if isinstance(error, ssl.SSLError) else error.__cause__
            if isinstance(cause, ssl.SSLCertVerificationError):
                why = f"its certificate is not valid: {cause.verify_message.rstrip('.')}"
            else:
                why = "it does not speak TLS as expected"
            raise SourceError(f"{self._name}: no secure connection to {server_hostname!r} ({why})") from error
        return _GuardedStream(secure, self._name, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
