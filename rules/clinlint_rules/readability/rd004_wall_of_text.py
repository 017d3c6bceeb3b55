"""RD004 wall-of-text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Audience, Block, BlockKind, Context, Document, Finding, Role, RuleMeta, Severity, rule
from clinlint_rules.readability.shared import length, limit


@dataclass(frozen=True)
class Options:
    """How long text may go on without a heading or a list."""

    words: int = field(
        default=0,
        metadata={
            "help": "the most words without a heading or list; 0 for 250 (patients), 350 (general), 500 (professional)"
        },
    )


META = RuleMeta(
    code="RD004",
    name="wall-of-text",
    summary="several paragraphs with no heading, list or table between them",
    severity=Severity.INFO,
    mqm_type="Design and markup/Layout",
    its_type="style",
    references=(
        "https://digital.gov/guides/plain-language/organize/headings",
        "https://service-manual.nhs.uk/content/formatting-and-punctuation",
    ),
    options=Options,
    once_a_block=True,
)

_WORDS = {Audience.PATIENT: 250, Audience.GENERAL: 350, Audience.PROFESSIONAL: 500}
_FEWEST_PARAGRAPHS = 2
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_INVISIBLE = frozenset({BlockKind.ALT, BlockKind.META, BlockKind.TITLE})


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Text goes on for a screen and more with nothing that tells the reader where he is.

    ## Why it matters

    Readers look for the part that answers their question. Headings and lists lead them there; several hundred words
    without any are left unread.

    ## Examples

    ```bad
    Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small,
    sharp crystals in and around a joint. A joint with gout is hot, red and swollen, and it hurts a lot. Most
    often it is the big toe. The pain comes fast, often at night. It goes away after a week or two, but it may
    come back. Some people have gout once in their life, others have it many times a year. Your doctor can take
    some fluid out of the joint with a needle and look for crystals. A blood test shows how much uric acid there
    is. Tablets take the pain away. Rest the joint, lift the leg, and put ice on it for 20 minutes at a time.
    Drink a lot of water. Stay away from beer, from liver and from some kinds of fish. If gout comes back often,
    you can take a tablet every day that keeps the acid low. You have to take it for the rest of your life.

    ⟦After the operation you stay with us for two nights. On the first day you sit up and drink some water or
    tea. A nurse helps you to get out of bed. You may eat soup in the evening if you do not feel sick. On the
    second day you walk on the ward with somebody at your side. We take the drip out of your arm. You may eat
    what you like, but little at a time. A doctor looks at the wound in the morning. On the third day you go
    home. Somebody should fetch you, because you must not drive. You get a letter for your own doctor, tablets
    for the pain and a date for the stitches. At home, rest for a week. Do not lift anything heavy for six
    weeks. You may take a shower after two days, but no bath until the stitches are out. Walk a little more
    every day. Call us if the wound gets red, if it bleeds, or if you have a fever.⟧
    ---
    How it goes

    After the operation you stay with us for two nights. On the first day you sit up and drink some water or
    tea. A nurse helps you to get out of bed. You may eat soup in the evening if you do not feel sick. On the
    second day you walk on the ward with somebody at your side. We take the drip out of your arm. You may eat
    what you like, but little at a time. A doctor looks at the wound in the morning. On the third day you go
    home. Somebody should fetch you, because you must not drive. You get a letter for your own doctor, tablets
    for the pain and a date for the stitches. At home, rest for a week. Do not lift anything heavy for six
    weeks. You may take a shower after two days, but no bath until the stitches are out. Walk a little more
    every day. Call us if the wound gets red, if it bleeds, or if you have a fever.

    ⟦On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
    always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you
    can take off with ease. Leave rings and chains at home. Come half an hour early, because there are some
    papers to sign. A nurse calls you and takes you to a room where you change. You lie down on your back. The
    doctor puts some gel on your skin and moves a small probe over it. That does not hurt. You can watch the
    pictures on a screen. The doctor may ask you to breathe in and hold your breath, or to turn on your side.
    The test takes 20 minutes. After it you can wipe off the gel and get dressed. The doctor tells you at once
    what can be seen. You may eat and drink as soon as you leave, and you may drive home. You get a letter for
    your own doctor in the same week.⟧

    Call us if anything is not clear to you.
    ---
    - Bring your card.
    - Come early.

    On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
    always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you
    can take off with ease. Leave rings and chains at home. Come half an hour early, because there are some
    papers to sign. A nurse calls you and takes you to a room where you change. You lie down on your back.

    The doctor puts some gel on your skin and moves a small probe over it. That does not hurt. You can watch the
    pictures on a screen. The doctor may ask you to breathe in and hold your breath, or to turn on your side.
    The test takes 20 minutes. After it you can wipe off the gel and get dressed. The doctor tells you at once
    what can be seen. You may eat and drink as soon as you leave, and you may drive home. You get a letter for
    your own doctor in the same week.

    ⟦Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small,
    sharp crystals in and around a joint. A joint with gout is hot, red and swollen, and it hurts a lot. Most
    often it is the big toe. The pain comes fast, often at night. It goes away after a week or two, but it may
    come back. Some people have gout once in their life, others have it many times a year.⟧

    Your doctor can take some fluid out of the joint with a needle and look for crystals. A blood test shows
    how much uric acid there is. Tablets take the pain away. Rest the joint, lift the leg, and put ice on it for
    20 minutes at a time. Drink a lot of water. Stay away from beer, from liver and from some kinds of fish. If
    gout comes back often, you can take a tablet every day that keeps the acid low. You have to take it for the
    rest of your life.
    ```

    ```good
    Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small,
    sharp crystals in and around a joint. A joint with gout is hot, red and swollen, and it hurts a lot. Most
    often it is the big toe. The pain comes fast, often at night. It goes away after a week or two, but it may
    come back. Some people have gout once in their life, others have it many times a year.

    What helps

    Your doctor can take some fluid out of the joint with a needle and look for crystals. A blood test shows how
    much uric acid there is. Tablets take the pain away. Rest the joint, lift the leg, and put ice on it for 20
    minutes at a time. Drink a lot of water. Stay away from beer, from liver and from some kinds of fish. If
    gout comes back often, you can take a tablet every day that keeps the acid low. You have to take it for the
    rest of your life.

    How the test goes

    On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
    always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you
    can take off with ease. Leave rings and chains at home. Come half an hour early, because there are some
    papers to sign. A nurse calls you and takes you to a room where you change. You lie down on your back.
    ---
    On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
    always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you
    can take off with ease. Leave rings and chains at home. Come half an hour early, because there are some
    papers to sign. A nurse calls you and takes you to a room where you change. You lie down on your back.

    - Bring your card.
    - Come early.

    The doctor puts some gel on your skin and moves a small probe over it. That does not hurt. You can watch the
    pictures on a screen. The doctor may ask you to breathe in and hold your breath, or to turn on your side.
    The test takes 20 minutes. After it you can wipe off the gel and get dressed. The doctor tells you at once
    what can be seen. You may eat and drink as soon as you leave, and you may drive home. You get a letter for
    your own doctor in the same week.

    Call us if anything is not clear to you.
    ---
    On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
    always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you
    can take off with ease. Leave rings and chains at home. Come half an hour early, because there are some
    papers to sign. A nurse calls you and takes you to a room where you change. You lie down on your back. The
    doctor puts some gel on your skin and moves a small probe over it. That does not hurt. You can watch the
    pictures on a screen. The doctor may ask you to breathe in and hold your breath, or to turn on your side.
    The test takes 20 minutes. After it you can wipe off the gel and get dressed. The doctor tells you at once
    what can be seen. You may eat and drink as soon as you leave, and you may drive home. You get a letter for
    your own doctor in the same week.
    ```

    ## Limits

    One paragraph alone is RD003's. Captions and pictures do not count as a break.

    ## Fix

    None: put a heading above what begins a new thought, or make a list of what is one.
    """
    most = limit(context.options(Options).words, context.audience, _WORDS)
    run: list[Block] = []
    for block in document.blocks:
        if block.kind in _INVISIBLE or block.role is not Role.BODY:
            continue
        if block.kind in _TEXT:
            run.append(block)
        elif block.kind is not BlockKind.CAPTION:
            yield from _judged(run, most, context)
            run = []
    yield from _judged(run, most, context)


def _judged(run: list[Block], most: int, context: Context) -> Iterator[Finding]:
    """The paragraph in which the text has gone on for too long."""
    if len(run) < _FEWEST_PARAGRAPHS:
        return
    count = 0
    for number, block in enumerate(run):
        count += length(block, context)
        if count > most and number:
            message = (
                f"More than {most} words stand without a heading or a list up to this paragraph. "
                "Put a heading above a new thought, or make a list."
            )
            yield Finding(block.span, message)
            return
