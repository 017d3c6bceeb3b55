"""Word and OpenDocument files made of XML, for tests."""

from __future__ import annotations

import io
import zipfile

from clinlint.documents import read_documents
from clinlint.model.document import Document
from clinlint.model.source import Source
from clinlint.sources.encoding import decode

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MORE = (
    f' xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"{more}><w:name w:val="{name}"/>{inner}</w:style>'
    for key, name, more, inner in (
        ("Standard", "Normal", ' w:default="1"', ""),
        ("berschrift1", "heading 1", "", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>"),
        ("berschrift2", "heading 2", "", ""),
        ("Kapitel", "Kapitel", "", "<w:basedOn w:val='berschrift2'/>"),
        ("Titel", "Title", "", ""),
        ("Beschriftung", "caption", "", ""),
        ("Zitat", "Quote", "", ""),
        ("Verzeichnis1", "toc 1", "", ""),
        ("Listenabsatz", "List Paragraph", "", ""),
        ("Geheim", "Geheim", "", "<w:rPr><w:vanish/></w:rPr>"),
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def archive(members: dict[str, bytes | str]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for path, content in members.items():
            out.writestr(path, content)
    return stream.getvalue()


def root(name: str, inner: str, namespace: str = TRANSITIONAL) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} xmlns:w="{namespace}"{MORE}>{inner}</w:{name}>'


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def members(body: str, *, namespace: str = TRANSITIONAL, **parts: str) -> dict[str, bytes | str]:
    """The members of a Word file with this body; ``parts`` are the contents of others (``footnotes`` …)."""
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    roots = {"header1": "hdr", "footer1": "ftr"}
    found: dict[str, bytes | str] = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>", namespace),
        "word/_rels/document.xml.rels": relations(**{name: f"{name}.xml" for name in parts}),
    }
    return found | {f"word/{n}.xml": root(roots.get(n, n), inner, namespace) for n, inner in parts.items()}


def word(body: str, **parts: str) -> Source:
    """A Word file with this body."""
    return decode(archive(members(body, **parts)), name="draft.docx")


def t(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str, properties: str = "") -> str:
    """A paragraph; ``inner`` without a tag is its text."""
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{about}{inner if inner.startswith('<') or not inner else t(inner)}</w:p>"


def styled(style: str, text: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def item(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def document(source: Source) -> Document:
    (found,) = read_documents(source)
    return found


def texts(source: Source) -> list[str]:
    return [block.text for block in document(source).blocks]


def opendocument(body: str, styles: str = "") -> Source:
    """An OpenDocument text with this body."""
    names = {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }  # fmt: skip
    spaces = "".join(f' xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in names.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return decode(
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}), name="draft.odt"
    )
