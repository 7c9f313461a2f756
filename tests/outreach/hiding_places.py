"""Every place of a finished file in which a private value can hide."""

from __future__ import annotations

import base64
import html
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

from PIL import Image, PngImagePlugin

from sitegen.common.values import slugify


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>A page</title>{head}<style>p{{margin:0}}</style></head><body><header>Menu</header><main>{body}</main></body></html>".encode()


def jpeg(text: str) -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = text
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def jpeg_with(marker: int, data: bytes) -> bytes:
    plain = io.BytesIO()
    Image.new("RGB", (8, 8)).save(plain, "JPEG")
    return plain.getvalue()[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data + plain.getvalue()[2:]


def png(text: str, *, packed: bool) -> bytes:
    stream, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text, zip=packed) if packed else info.add_itxt("Comment", text)
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def webp(text: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "WEBP", xmp=f"<x:xmpmeta><dc:title>{html.escape(text)}</dc:title></x:xmpmeta>".encode())
    return stream.getvalue()


def docx(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", f"<w:p><w:t>{html.escape(text)}</w:t></w:p>")
    return stream.getvalue()


def folded_ics(text: str) -> bytes:
    line = "DESCRIPTION:" + text.replace(",", "\\,")
    return ("BEGIN:VCALENDAR\r\n" + "\r\n ".join(line[i : i + 11] for i in range(0, len(line), 11)) + "\r\nEND:VCALENDAR\r\n").encode()


def captions(text: str) -> bytes:
    words = text.replace(" ", "\r\n\r\n2\r\n00:02.000 --> 00:04.000 align:start\r\n", 1)
    return f"WEBVTT\r\n\r\n1\r\n00:00.000 --> 00:02.000\r\n{words}\r\n".encode()


PLACES: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "text": lambda v: ("a/index.html", page(f"<p>Before {html.escape(v)}, after.</p>")),
    "capitals": lambda v: ("a/index.html", page(f"<p>Before {html.escape(v.upper())}, after.</p>")),
    "entities": lambda v: ("a/index.html", page("<p>" + "".join(f"&#{ord(letter)};" for letter in v) + "</p>")),
    "alternative text": lambda v: ("a/index.html", page(f'<img src="x.jpg" alt="{html.escape(v)}">')),
    "title and description": lambda v: ("a/index.html", page("", f'<meta property="og:description" content="{html.escape(v)}">')),
    "tags between the words": lambda v: ("a/index.html", page("<p>" + " ".join(f"<b>{html.escape(word)}</b>" for word in v.split()) + "</p>")),
    "another line each": lambda v: ("a/index.html", page("<p>" + "\n".join(html.escape(word) for word in v.split()) + "</p>")),
    "comment": lambda v: ("a/index.html", page(f"<!-- {html.escape(v)} -->")),
    "header": lambda v: ("a/index.html", page("").replace(b"Menu", html.escape(v).encode())),
    "style sheet": lambda v: ("a/index.html", page("").replace(b"p{margin:0}", f"/* {v} */".encode())),
    "structured data": lambda v: ("a/index.html", page("", f'<script type="application/ld+json">{json.dumps({"name": v})}</script>')),
    "escaped in structured data": lambda v: ("a/index.html", page("", '<script>{"x":"' + "".join(f"\\u{ord(c):04x}" for c in v) + '"}</script>')),
    "link": lambda v: ("a/index.html", page(f'<a href="https://example.com/?q={quote(v, safe="")}">x</a>')),
    "mail link": lambda v: ("a/index.html", page(f'<a href="mailto:x@example.com?body={quote(v)}">x</a>')),
    "base64": lambda v: ("a/index.html", page(f'<p data-x="{base64.b64encode(("see: " + v).encode()).decode()}"></p>')),
    "base64 for addresses": lambda v: ("a/index.html", page(f"<p>{base64.urlsafe_b64encode(v.encode()).decode()}</p>")),
    "feed": lambda v: ("feed.xml", f"<rss><item><description>{html.escape(html.escape(v))}</description></item></rss>".encode()),
    "feed in JSON": lambda v: ("feed.json", json.dumps({"items": [{"content_html": f"<p>{html.escape(v)}</p>"}]}).encode()),
    "calendar": lambda v: ("events/e/event.ics", folded_ics(v)),
    "captions, from one to the next": lambda v: ("images/x.vtt", captions(v)),
    "plain text": lambda v: ("guide.txt", f"Dear reader, {v} and more.".encode()),
    "text in UTF-16": lambda v: ("guide.txt", v.encode("utf-16")),
    "picture, EXIF": lambda v: ("images/x.jpg", jpeg(v)),
    "picture, XMP": lambda v: ("images/x.jpg", jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + html.escape(v).encode() + b"</x>")),
    "picture, IPTC": lambda v: ("images/x.jpg", jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x20\x1c\x02\x78\0\x10" + v.encode())),
    "picture, XP comment": lambda v: ("images/x.jpg", jpeg_with(0xE1, b"Exif\0\0" + v.encode("utf-16-le"))),
    "picture, comment": lambda v: ("images/x.jpg", jpeg_with(0xFE, v.encode())),
    "picture, behind its end": lambda v: ("images/x.jpg", jpeg("") + v.encode()),
    "PNG": lambda v: ("images/x.png", png(v, packed=False)),
    "PNG, packed": lambda v: ("images/x.png", png(v, packed=True)),
    "WebP": lambda v: ("images/x.webp", webp(v)),
    "document": lambda v: ("guide.docx", docx(v)),
    "PDF, packed": lambda v: ("guide.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + zlib.compress(b"BT (" + v.encode() + b") Tj ET") + b"\nendstream\n"),
    "file name": lambda v: (f"files/{slugify(v)}.pdf" if "@" not in v and "//" not in v else f"files/{quote(v, safe='')}.txt", b"%PDF"),
    "share of a picture inline": lambda v: ("a/index.html", page(f'<img src="data:image/jpeg;base64,{base64.b64encode(jpeg(v)).decode()}">')),
}
