"""Writes an archive again with some members exchanged or added; every byte of the others is copied as it is, packed.

The standard library can only unpack and pack again, which takes seconds for the pictures of a document.
See PKWARE's APPNOTE.TXT, 4.3.7 (local headers), 4.3.12 (central directory) and 4.3.16 (end).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ZIP64 = 1
_LARGEST = 0xFFFF_FFFF
_SIZES_BEHIND = 0x08
_NAMES_ARE_UNICODE = 0x800
_VERSION = 20
_FIRST_DAY = 0x21
"""1 January 1980."""

NOTHING: Mapping[str, bytes] = MappingProxyType({})


class ArchiveError(ValueError):
    """An archive of a kind that cannot be written again; the text is a clause."""


def exchanged(data: bytes, members: Mapping[str, bytes], added: Mapping[str, bytes] = NOTHING) -> bytes:
    """The archive with new content for some of its members, packed as before, and with new members behind them.

    Order, dates, attributes and comments stay; new members have the earliest date that an archive can name.

    Raises:
        ArchiveError: when the archive is of several parts, or larger than the old format allows.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        start_of_directory, comment = archive.start_dir, archive.comment
    if any(info.header_offset >= _LARGEST for info in infos):
        raise ArchiveError("the archive is of a kind that is read but not written")
    records: dict[str, tuple[int, int, int, int]] = {}
    out = bytearray()
    ordered = sorted(infos, key=lambda info: info.header_offset)
    if ordered:
        out += data[: ordered[0].header_offset]
    ends = [info.header_offset for info in ordered[1:]] + [start_of_directory]
    for info, end in zip(ordered, ends, strict=True):
        at = len(out)
        if info.filename in members:
            record, crc, packed, size = _record(data, info, members[info.filename])
            out += record
            records[info.filename] = (at, crc, packed, size)
        else:
            out += data[info.header_offset : end]
            records[info.filename] = (at, info.CRC, info.compress_size, info.file_size)
    directory = b"".join(_directory(data, start_of_directory, infos, records, members))
    for path, content in added.items():
        local, central = _new_record(path, content, len(out))
        out += local
        directory += central
    at = len(out)
    count = len(infos) + len(added)
    end_record = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, len(comment))
    return bytes(out) + directory + end_record + comment


def _record(data: bytes, info: zipfile.ZipInfo, content: bytes) -> tuple[bytes, int, int, int]:
    """A member with new content: header and packed bytes; checksum, packed and unpacked size."""
    fields = list(_LOCAL.unpack_from(data, info.header_offset))
    name_start = info.header_offset + _LOCAL.size
    name = data[name_start : name_start + fields[9]]
    extra = _without_sizes(data[name_start + fields[9] : name_start + fields[9] + fields[10]])
    if info.compress_type == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
    elif info.compress_type == zipfile.ZIP_STORED:
        packed = content
    else:
        raise ArchiveError("the archive is packed in a way that is read but not written")
    crc = zlib.crc32(content)
    # The sizes stand in front of the content from now on.
    fields[2] &= ~_SIZES_BEHIND
    fields[6:11] = [crc, len(packed), len(content), len(name), len(extra)]
    return _LOCAL.pack(*fields) + name + extra + packed, crc, len(packed), len(content)


def _new_record(path: str, content: bytes, at: int) -> tuple[bytes, bytes]:
    """A new member that begins at ``at``: its header with the packed bytes, and its entry in the directory."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    name = path.encode()
    about = (_NAMES_ARE_UNICODE, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY)
    sizes = (zlib.crc32(content), len(packed), len(content), len(name), 0)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about, *sizes)
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, *sizes, 0, 0, 0, 0, at)
    return local + name + packed, central + name


def _directory(
    data: bytes,
    at: int,
    infos: list[zipfile.ZipInfo],
    records: Mapping[str, tuple[int, int, int, int]],
    members: Mapping[str, bytes],
) -> Iterator[bytes]:
    for info in infos:
        fields = list(_CENTRAL.unpack_from(data, at))
        if fields[0] != b"PK\x01\x02":
            raise ArchiveError("the archive's directory is damaged")
        name_length, extra_length, comment_length = fields[10:13]
        at += _CENTRAL.size
        name = data[at : at + name_length]
        extra = data[at + name_length : at + name_length + extra_length]
        comment = data[at + name_length + extra_length : at + name_length + extra_length + comment_length]
        at += name_length + extra_length + comment_length
        offset, crc, packed, size = records[info.filename]
        if info.filename in members:
            fields[3] &= ~_SIZES_BEHIND
            extra = _without_sizes(extra)
            fields[7:10] = [crc, packed, size]
            fields[11] = len(extra)
        fields[16] = offset
        yield _CENTRAL.pack(*fields) + name + extra + comment


def _without_sizes(extra: bytes) -> bytes:
    """Additional fields without that of sizes above four gigabytes, which would contradict the header."""
    kept = bytearray()
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return bytes(kept + extra[at:])
