"""What stands among an article's paragraphs or at its end and speaks of something else: other pages, its author."""

from __future__ import annotations

import re

from clinlint.documents.article.measures import prose
from clinlint.documents.article.page import Draft, Element
from clinlint.documents.article.verdict import MARKUP, TEXT, State
from clinlint.model.document import BlockKind, Role

_ALONE = 0.9
"""The share of a line that stands in a link when it is one: all but a dot or a bracket."""
_SHORTEST, _LONGEST = 12, 200
_TITLE, _TITLE_SPACES = 50, 6
"""Characters and spaces of a title; "Find a pharmacy" is the article's advice."""
_ADDRESS = re.compile(r"(?i)^(?:https?://|www\.)|^\S+@\S+$|^\S+\.(?:com|org|net|edu|gov|de|uk)\b\S*$")
_ENDS = (".", ":", ";", ",")
_ANNOUNCES = re.compile(
    r"(?i)[\[(\W]*(?:read(?: (?:more|also|next|our [\w ]{1,30}))?|also read|see(?: also| more)?"
    r"|more(?: (?:on|from) [\w ]{1,40})?|related(?: (?:stor(?:y|ies)|articles?|coverage|reading|content))?"
    r"|watch(?: (?:more|also|now|the video))?|listen|don['’]t miss|further reading|in other news"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|mehr(?: (?:zum thema|dazu|lesen))?|lesen sie (?:auch|hier|dazu|mehr|weiter)[\w ]{0,30}|lesetipps?"
    r"|auch interessant|siehe auch|(?:zum )?weiterlesen|schon gelesen\?"
    r"|(?:à|a) lire(?: (?:aussi|également))?|lire (?:aussi|également)|voir aussi"
    r"|(?:le[ae]|ver|mirá) (?:también|además)|(?:te|le|les) (?:puede|podría) interesar|también puedes? leer"
    r"|leggi anche|potrebbe interessarti|(?:zobacz|czytaj|przeczytaj)(?: też| także| więcej| również)"
    r"|leia (?:também|mais)|veja também|lees (?:ook|meer)|bekijk ook|läs (?:också|mer|även)|lue myös|l[eæ]s også"
    r"|читайте также|(?:bunu|bunları) da oku(?:yun)?|ayrıca bak(?:ın|ınız)|ilgili haber)\s*[:»›>|–—-]+\s*\S"
)
"""Words that lead to another page, up to the mark behind which its title stands."""

_ROW, _IN_A_ROW, _IN_A_ROW_SPACES = 3, 30, 3
"""How many titles in a row are other pages', their mean length in characters, and the spaces in each."""
_SOURCES = re.compile(
    r"(?i)\b(?:references|sources|bibliography|literature|further (?:information|help)|more information|useful"
    r"|kaynak(?:lar|ça)?|quellen|literatur|fuentes|referencias|bibliografía|références|bibliographie|fonti)\b"
)
_EXCERPT_BLOCKS, _EXCERPT_SIZE, _EXCERPTS = 8, 700, 0.5
_BELOW_HEADING, _EXCERPT_LINE = 3, 400
"""Blocks and characters of an excerpt; the share of the running text that excerpts in a row may hold."""

_AUTHOR = frozenset(
    {"author", "authors", "autor", "autorin", "autoren", "auteur", "autore", "yazar", "bio", "biography"}
)
_LATE, _SMALL, _SHORT, _NOTE_BLOCKS = 0.6, 0.25, 1_200, 20
"""An author's note stands below this share of the running text and holds no greater share and no more characters."""
_ABOUT = re.compile(
    r"(?i)about the (?:authors?|writer|contributors?)|(?:über|zu) (?:den|die) autor(?:in|en)?|zum autor|zur autorin"
    r"|yazar hakkında|(?:sobre|acerca de) (?:el autor|la autora|los autores)|sobre o autor"
    r"|(?:à propos|au sujet) de l['’]auteure?|(?:sull|l)['’]autore|over de auteur|o autorze|об авторе|om författaren"
)
_NAME = (
    r"(?-i:[A-ZÀ-ÞĞİŞ][\w.'’-]{1,20}"
    r"(?: (?:[A-Z]\. |(?:van|von|de|di|da|del|la|al|bin) )*[A-ZÀ-ÞĞİŞ][\w'’-]{1,20}){1,2})"
)
_BY = re.compile(rf"(?i)\b(?:by|von|por|par|di|door|yazan|author|autor)\b ?:? ?(?:the |dr\.? )?({_NAME})")
_TELLS = re.compile(
    r"(?i),? (?:(?:is|was) (?:an? |the |one |currently )|has (?:been|worked|written|covered)|covers |writes |works "
    r"|reports |joined |ist (?:ein |die |der |freie|redakt|autor|journalist|chef|seit)|schreibt |arbeitet |berichtet "
    r"|es (?:un |una |periodista|redactor)|est (?:un|une|journaliste|rédact)|è (?:un|una|giornalista))"
)
_PROFESSION = (
    r"(?:(?:senior|staff|freelance|contributing|associate|assistant|deputy|managing|news|health|science|medical"
    r"|political|breaking|national|regular|global|[\w-]+-based|award-winning) )*(?:[\w&-]+ ){0,2}?"
    r"(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|blogger|producer)\b"
)
_REPORTER = re.compile(rf"(?i){_NAME},? (?:is|was) (?:an? |the |our )?{_PROFESSION}")
_REACH = re.compile(
    r"(?i)(?:(?:contact|follow|e-?mail|reach|write to) "
    rf"(?:the (?:author|writer)|him|her|them|{_NAME}) (?:at|on|via|by)\b"
    r"|(?:you can )?follow @?\w+ on (?:twitter|x|instagram)"
    r"|additional reporting by |reporting by .{2,80}; ?(?:editing|writing) by )"
)
_REACH_SIZE, _LABEL = 160, 40


def mark_links_alone(state: State) -> None:
    """Paragraphs that are one link to another page in the words of its title, and lines that announce such a link."""
    for index, draft in enumerate(state.page.drafts):
        if state.verdicts[index] is None and index != state.title and _leads_elsewhere(draft):
            state.put([index], Role.TEASER, "link to another page", MARKUP)


def _leads_elsewhere(draft: Draft) -> bool:
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or not _SHORTEST <= len(text) <= _LONGEST or draft.place is not None:
        return False
    if not _leads_away(draft):
        return False
    if draft.links and (said := _ANNOUNCES.match(text)):
        return draft.links >= _ALONE * (len(text) - said.end())
    return (
        draft.links >= _ALONE * len(text)
        and len(text) >= _TITLE
        and text.count(" ") >= _TITLE_SPACES
        and not text.endswith(_ENDS)
        and not _ADDRESS.search(text)
    )


def mark_titles(state: State) -> None:
    """Three titles of other pages or more in a row, each a link and nothing else; the article's sources are none."""
    drafts, index = state.page.drafts, 0
    while index < len(drafts):
        start = index
        while index < len(drafts) and state.verdicts[index] is None and _is_title(drafts[index]):
            index += 1
        titles = drafts[start:index]
        if len(titles) >= _ROW and sum(len(draft.text) for draft in titles) >= _IN_A_ROW * len(titles):
            head = drafts[start - 1] if start else None
            if head is None or not (head.text.endswith(":") or _SOURCES.search(head.text)):
                state.put(range(start, index), Role.TEASER, "titles of other pages", MARKUP)
                if head is not None and head.kind is BlockKind.HEADING and start - 1 != state.title:
                    state.put([start - 1], Role.CHROME, "heads other articles", MARKUP)
        index = max(index, start + 1)


def _is_title(draft: Draft) -> bool:
    return (
        draft.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}
        and draft.links >= _ALONE * len(draft.text)
        and draft.text.count(" ") >= _IN_A_ROW_SPACES
        and not draft.text.endswith(_ENDS)
        and bool(draft.targets)
        and _leads_away(draft)
    )


def _leads_away(draft: Draft) -> bool:
    """True when no link of a block leads to a place of the same page, a letter or a telephone."""
    return not any(target.startswith(("#", "mailto:", "tel:")) for target in draft.targets)


def mark_excerpts(state: State) -> None:
    """Three elements or more side by side, each below a heading that is a link: excerpts, however long they are."""
    rows: dict[int, list[Element]] = {}
    for element in state.page.elements[1:]:
        if element.name not in {"p", "td", "tr"} and _is_excerpt(state, element):
            rows.setdefault(element.parent, []).append(element)
    for row in rows.values():
        prose_of_row = sum(state.measures.prose(element.first, element.end) for element in row)
        above = state.measures.prose(0, row[0].first)
        if len(row) >= _ROW and prose_of_row <= _EXCERPTS * state.measures.total and above >= prose_of_row:
            for element in row:
                state.put(range(element.first, element.end), Role.TEASER, "excerpt of another article", MARKUP)


def mark_flat_excerpts(state: State) -> None:
    """The same without elements around them: three headings or more that are links, each with its excerpt below."""
    drafts, index = state.page.drafts, 0
    while index < len(drafts):
        first, rows = index, 0
        while (end := _end_of_excerpt(state, index)) > index:
            index, rows = end, rows + 1
        within, above = state.measures.prose(first, index), state.measures.prose(0, first)
        if rows >= _ROW and within <= _EXCERPTS * state.measures.total and above >= within:
            state.put(range(first, index), Role.TEASER, "excerpt of another article", MARKUP)
        index = max(index, first + 1)


def _end_of_excerpt(state: State, index: int) -> int:
    """The end of a linked heading and the few words below it that begin at a block; the block itself for none."""
    drafts = state.page.drafts
    if index >= len(drafts) or index == state.title or not _is_linked_heading(drafts[index]):
        return index
    end = index + 1
    while end < len(drafts) and drafts[end].kind is not BlockKind.HEADING and end - index <= _BELOW_HEADING:
        if len(drafts[end].text) > _EXCERPT_LINE:
            return index
        end += 1
    return end


def _is_linked_heading(draft: Draft) -> bool:
    return (
        draft.kind is BlockKind.HEADING
        and 0 < len(draft.text) <= draft.links
        and not any(target.startswith("#") for target in draft.targets)
    )


def _is_excerpt(state: State, element: Element) -> bool:
    first, end = element.first, element.end
    if not 0 < end - first <= _EXCERPT_BLOCKS or state.measures.size(first, end) > _EXCERPT_SIZE:
        return False
    return not state.holds_title(first, end) and any(map(_is_linked_heading, state.page.drafts[first:end]))


def mark_author(state: State) -> None:
    """Notes on who wrote the article, at its end: boxes named so, what "About the author" heads, single lines."""
    if not state.measures.total:
        return
    for element in state.page.elements[1:]:
        if not _AUTHOR.isdisjoint(element.hints) and _is_note(state, element.first, element.end):
            state.put(range(element.first, element.end), Role.CHROME, "about the author", MARKUP)
    for block, draft in enumerate(state.page.drafts):
        if len(draft.text) <= _LABEL and _ABOUT.fullmatch(draft.text.strip(" :")):
            end = _end_of_note(state, block)
            state.put(range(block, end), Role.CHROME, "about the author", TEXT)
    _mark_last_lines(state)


def _mark_last_lines(state: State) -> None:
    names = _names(state)
    for index in range(len(state.page.drafts) - 1, -1, -1):
        draft = state.page.drafts[index]
        if state.verdicts[index] is not None or draft.kind is BlockKind.ALT:
            continue
        if index == state.title or not (_tells_of_author(draft, names) or _is_signature(draft)):
            if prose(draft) or draft.kind is BlockKind.LIST_ITEM:
                break
            continue
        if not _is_note(state, index, index + 1):
            break
        state.put([index], Role.CHROME, "about the author", TEXT)


def _is_note(state: State, first: int, end: int) -> bool:
    measures = state.measures
    return (
        first < end <= first + _NOTE_BLOCKS
        and measures.prose(0, first) >= _LATE * measures.total
        and measures.prose(first, end) <= _SMALL * measures.total
        and measures.size(first, end) <= _SHORT
        and not state.holds_title(first, end)
    )


def _end_of_note(state: State, heading: int) -> int:
    """The end of what "About the author" heads: its container, else the paragraphs below it."""
    for element in state.around(heading):
        if element.end > heading + 1:
            if element.first >= heading - 1 and _is_note(state, heading, element.end):
                return element.end
            break
    drafts, end = state.page.drafts, heading + 1
    last = min(len(drafts), heading + _NOTE_BLOCKS)
    while end < last and drafts[end].kind is not BlockKind.HEADING and state.verdicts[end] is None:
        end += 1
    return end if _is_note(state, heading, end) else heading + 1


def _names(state: State) -> tuple[str, ...]:
    """Who wrote the article, as the page's head and its byline say."""
    found = [name.strip() for name in re.split(r",| and | und | y ", state.page.metadata.get("author", ""))]
    for draft, verdict in zip(state.page.drafts, state.verdicts, strict=True):
        if verdict is not None and verdict.why in {"date or byline", "byline"} and (name := _BY.search(draft.text)):
            found.append(name[1])
    return tuple({name for name in found if " " in name and len(name) <= 60})


def _tells_of_author(draft: Draft, names: tuple[str, ...]) -> bool:
    if draft.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE}:
        return False
    text = draft.text.lstrip("*—–-• ")
    if _REPORTER.match(text):
        return True
    return any(text.startswith(name) and _TELLS.match(text, len(name)) for name in names)


def _is_signature(draft: Draft) -> bool:
    return len(draft.text) <= _REACH_SIZE and _REACH.match(draft.text.lstrip("*—–-• ")) is not None
