"""Compressed answers, unpacked no further than a limit."""

from __future__ import annotations

import zlib


class TooLargeError(Exception):
    """What is being read is larger than the limit."""


class Inflater:
    """Unpacks one answer piece by piece, so that a small one cannot fill the memory."""

    def __init__(self, coding: str, largest: int) -> None:
        """Starts to unpack.

        Args:
            coding: the ``Content-Encoding``: ``gzip``, ``deflate`` or ``identity``.
            largest: the most unpacked bytes.
        """
        self._largest = largest
        self._coding = coding
        self._parts: list[bytes] = []
        self._length = 0
        self._started = False
        self._unpack = None if coding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)

    def add(self, data: bytes) -> None:
        """Takes the next bytes as they came.

        Raises:
            TooLargeError: when more than the limit came out.
            zlib.error: when they are broken.
        """
        if self._unpack is None:
            self._keep(data)
            return
        self._started = self._started or bool(data)
        while data:
            if self._unpack.eof:
                # A gzip file may have several members; servers also send padding, which is none.
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
            self._keep(self._inflate(self._unpack, data))
            data = self._unpack.unused_data if self._unpack.eof else self._unpack.unconsumed_tail

    def _inflate(self, unpack: zlib._Decompress, data: bytes) -> bytes:
        room = self._largest - self._length + 1
        try:
            return unpack.decompress(data, room)
        except zlib.error:
            if self._coding != "deflate" or self._length:
                raise
            # "deflate" means a zlib wrapper, but some servers send the bare stream.
            self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._unpack.decompress(data, room)

    def _keep(self, data: bytes) -> None:
        self._length += len(data)
        if self._length > self._largest:
            raise TooLargeError
        self._parts.append(data)

    def so_far(self) -> bytes:
        """What was unpacked before the limit."""
        return b"".join(self._parts)

    def finish(self) -> bytes:
        """All that was unpacked.

        Raises:
            EOFError: when the end is missing.
        """
        if self._unpack is not None and self._started and not self._unpack.eof:
            raise EOFError
        return b"".join(self._parts)
