"""RD003 long-paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Audience, Block, BlockKind, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.readability.shared import BODY, length, limit


@dataclass(frozen=True)
class Options:
    """How long a paragraph may be."""

    words: int = field(
        default=0,
        metadata={"help": "the most words of a paragraph; 0 for 150 (patients), 180 (general), 250 (professional)"},
    )


META = RuleMeta(
    code="RD003",
    name="long-paragraph",
    summary="a paragraph that is too long to take in at a glance",
    severity=Severity.INFO,
    mqm_type="Design and markup/Layout",
    its_type="style",
    references=(
        "https://digital.gov/guides/plain-language/organize/short-sections",
        "https://www.nngroup.com/articles/how-users-read-on-the-web/",
    ),
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}),
    roles=BODY,
    options=Options,
    once_a_block=True,
)

_WORDS = {Audience.PATIENT: 150, Audience.GENERAL: 180, Audience.PROFESSIONAL: 250}
_FEWEST_SENTENCES = 2
_MOST_IN_ONE = 3
"""Words between two spaces, at most: enough to pass over short paragraphs without cutting them."""


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A paragraph is so long that readers skip it.

    ## Why it matters

    People scan a page before they read it. A paragraph that fills a screen, above all on a telephone, hides what it
    says. The US plain-language guides ask for 150 words at most.

    ## Examples

    ```bad
    ⟦Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small, sharp
    crystals in and around a joint. A joint with gout is hot, red and swollen, and it hurts a lot. Most often it is the
    big toe. The pain comes fast, often at night. It goes away after a week or two, but it may come back. Some people
    have gout once in their life, others have it many times a year. Your doctor can take some fluid out of the joint
    with a needle and look for crystals. A blood test shows how much uric acid there is. Tablets take the pain away.
    Rest the joint, lift the leg, and put ice on it for 20 minutes at a time. Drink a lot of water. Stay away from beer,
    from liver and from some kinds of fish. If gout comes back often, you can take a tablet every day that keeps the
    acid low. You have to take it for the rest of your life.⟧
    ---
    Rest.

    ⟦After the operation you stay with us for two nights. On the first day you sit up and drink some water or tea. A
    nurse helps you to get out of bed. You may eat soup in the evening if you do not feel sick. On the second day you
    walk on the ward with somebody at your side. We take the drip out of your arm. You may eat what you like, but
    little at a time. A doctor looks at the wound in the morning. On the third day you go home. Somebody should fetch
    you, because you must not drive. You get a letter for your own doctor, tablets for the pain and a date for the
    stitches. At home, rest for a week. Do not lift anything heavy for six weeks. You may take a shower after two
    days, but no bath until the stitches are out. Walk a little more every day. Call us if the wound gets red, if it
    bleeds, or if you have a fever.⟧
    ---
    - ⟦On the day of the test, do not eat anything in the morning. You may drink water. Take your tablets as you
      always do, but not those for diabetes. Bring a list of all your tablets with you. Wear something that you can
      take off with ease. Leave rings and chains at home. Come half an hour early, because there are some papers to
      sign. A nurse calls you and takes you to a room where you change. You lie down on your back. The doctor puts
      some gel on your skin and moves a small probe over it. That does not hurt. You can watch the pictures on a
      screen. The doctor may ask you to breathe in and hold your breath, or to turn on your side. The test takes 20
      minutes. After it you can wipe off the gel and get dressed. The doctor tells you at once what can be seen. You
      may eat and drink as soon as you leave, and you may drive home. You get a letter for your own doctor in the same
      week.⟧
    ```

    ```good
    Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small, sharp
    crystals in and around a joint. A joint with gout is hot, red and swollen, and it hurts a lot. Most often it is the
    big toe. The pain comes fast, often at night. It goes away after a week or two, but it may come back.

    Some people have gout once in their life, others have it many times a year. Your doctor can take some fluid out of
    the joint with a needle and look for crystals. A blood test shows how much uric acid there is.
    ---
    - Rest the joint, lift the leg, and put ice on it for 20 minutes at a time.
    - Drink a lot of water.
    - Stay away from beer, from liver and from some kinds of fish.
    ---
    References: 1. Smith J. Gout. 2019;12:1-9. 2. Brown K. Uric acid. 2020;3:4-8.
    ```

    ## Limits

    One sentence alone is no long paragraph; RD002 reports it.

    ## Fix

    None: cut where a new thought begins, or make a list.
    """
    most = limit(context.options(Options).words, context.audience, _WORDS)
    if len(block.text.split()) * _MOST_IN_ONE < most:
        return
    count = length(block, context)
    if count <= most or len(context.sentences(block)) < _FEWEST_SENTENCES:
        return
    yield Finding(block.span, f"{count} words in one paragraph; more than {most} are skipped. Cut it, or make a list.")
