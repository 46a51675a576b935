"""SVG made harmless: only shapes and words stay, nothing that runs or fetches."""

import re

from lxml import etree

from waymark.formats.reading.names import names

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"

#: Everything a drawing is made of. What is not here is left out with all inside it.
SHAPES = names(
    "svg g path circle ellipse rect line polyline polygon text tspan defs use symbol "
    "linearGradient radialGradient stop clipPath mask pattern title desc"
)
#: How a shape looks and where it stands.
LOOKS = names(
    "id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points "
    "transform fill fill-opacity fill-rule stroke stroke-width stroke-linecap "
    "stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit "
    "stroke-opacity opacity offset stop-color stop-opacity gradientUnits "
    "gradientTransform spreadMethod clip-path clip-rule clipPathUnits mask maskUnits "
    "patternUnits preserveAspectRatio font-size font-weight font-family text-anchor "
    "dominant-baseline dx dy version role"
)
_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
DEEPEST = 60


class NotSvg(ValueError):
    """The bytes are no picture that can be shown."""


def cleaned(content: bytes) -> bytes:
    """The drawing without anything active. Cleaning twice changes nothing more.

    Raises: NotSvg, also for a document with entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotSvg(
            "The picture is no PNG, JPEG or SVG. Save it as one of them."
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotSvg("The picture declares entities. Save it as plain SVG.")
    if root.tag != f"{{{SVG}}}svg":
        raise NotSvg("The picture is no PNG, JPEG or SVG. Save it as one of them.")
    kept = _kept(root, 0)
    etree.cleanup_namespaces(kept)
    written: bytes = etree.tostring(kept)
    return written


def _kept(element: etree._Element, depth: int) -> etree._Element:
    if depth > DEEPEST:
        raise NotSvg("The picture holds shapes inside shapes too deep. Simplify it.")
    copy = etree.Element(element.tag, nsmap={None: SVG})
    for name, value in element.attrib.items():
        if _may_stay(str(name), str(value)):
            copy.set(str(name).removeprefix("{http://www.w3.org/1999/xlink}"), value)
    copy.text = element.text
    for inside in element:
        if isinstance(inside.tag, str) and _is_shape(inside.tag):
            below = _kept(inside, depth + 1)
            below.tail = inside.tail
            copy.append(below)
    return copy


def _is_shape(tag: str) -> bool:
    return tag.startswith(f"{{{SVG}}}") and tag.removeprefix(f"{{{SVG}}}") in SHAPES


def _may_stay(name: str, value: str) -> bool:
    if name in {"href", XLINK}:
        return value.startswith("#")
    return name in LOOKS and not _URL.search(value) and "\\" not in value
