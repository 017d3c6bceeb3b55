"""RD001 reading-grade."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import (
    Block,
    BlockKind,
    Confidence,
    Context,
    Counts,
    Document,
    Finding,
    MeasuredSentence,
    Passage,
    Related,
    RuleMeta,
    Severity,
    Span,
    dale_chall,
    flesch_kincaid,
    grade,
    rule,
)
from clinlint_rules.readability.shared import BODY, READERS, figures

META = RuleMeta(
    code="RD001",
    name="reading-grade",
    summary="an article or section that is harder to read than its audience should be asked for",
    severity=Severity.WARNING,
    mqm_type="Audience appropriateness/End-user suitability",
    its_type="style",
    references=(
        "https://www.cdc.gov/health-literacy/php/develop-materials/plain-language.html",
        "https://medlineplus.gov/about/using/readability/",
        "https://service-manual.nhs.uk/content/health-literacy",
    ),
    once_a_block=True,
)

_FEWEST_WORDS = 100
_ENOUGH_WORDS = 300
_FAR = 2.0
_COSTLIEST = 3
_NAMED_WORDS = 4


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The article, or one of its sections, is harder to read than its audience should be asked for.

    ## Why it matters

    Half of all adults read below grade 8 or 9. Health services ask for texts that more people can follow: grade 8 at
    most for patients. A translation by a machine keeps the long sentences and learned words of its source.

    The grade is clinlint's own, on the scale of US school grades. It looks at the length of sentences and words,
    at difficult words that are new to the reader, and at figures, and was fitted on texts that a public body wrote
    twice, for patients and for professionals. Flesch-Kincaid, Dale-Chall and (from 30 sentences on) SMOG stand beside
    it.

    ## Examples

    ```bad
    ⟦Venous insufficiency⟧

    Chronic venous insufficiency represents a progressive deterioration of valvular competence, characterised by
    retrograde flow, persistent ambulatory venous hypertension and subsequent inflammatory alterations of the
    microcirculation. Epidemiological investigations demonstrate considerable prevalence, particularly among individuals
    with predisposing occupational characteristics. Conservative management predominantly comprises graduated
    compression therapy, although pharmacological alternatives including micronised flavonoid preparations demonstrate
    symptomatic improvement. Interventional possibilities encompass endovenous thermal ablation, ultrasound-guided
    foam sclerotherapy and conventional surgical stripping, depending upon anatomical configuration, individual
    comorbidities and institutional experience. Postinterventional surveillance necessitates duplex ultrasonography.
    Complications include superficial thrombophlebitis, hyperpigmentation, paraesthesia and, exceptionally,
    thromboembolic manifestations. Rehabilitation encompasses physiotherapeutic mobilisation, dietary modification and
    a permanent reduction of predisposing occupational factors.
    ---
    ⟦Anaesthesia before the operation⟧

    Preoperative anaesthesiological evaluation encompasses a comprehensive assessment of cardiovascular, respiratory and
    metabolic comorbidities, a systematic review of pharmacological treatment and a documentation of hypersensitivity
    reactions. Anticoagulant medication necessitates individualised interdisciplinary consideration, weighing
    thromboembolic probability against haemorrhagic complications. Preoperative fasting recommendations differentiate
    between clear liquids and solid nutrition. Premedication with benzodiazepines facilitates anxiolysis, although
    respiratory depression constitutes a relevant consideration in geriatric populations. Intraoperative monitoring
    comprises electrocardiography, pulse oximetry, capnography and noninvasive blood pressure determination,
    supplemented by neuromuscular transmission monitoring and temperature measurement where indicated. Postoperative
    nausea represents a frequent complication, necessitating multimodal prophylaxis. Thermoregulatory and
    gastrointestinal alterations usually disappear spontaneously within a comparatively short postoperative interval.
    ---
    ⟦Diabetic retinopathy⟧

    Diabetic retinopathy constitutes a microvascular complication attributable to persistent hyperglycaemia, with
    subsequent endothelial dysfunction, capillary occlusion and increased vascular permeability. Nonproliferative
    manifestations include microaneurysms, intraretinal haemorrhages and lipid exudation, whereas proliferative disease
    demonstrates neovascularisation with consequent vitreous haemorrhage and tractional detachment. Diagnostic
    evaluation encompasses funduscopic examination in mydriasis, fluorescein angiography and optical coherence
    tomography. Therapeutic intervention comprises panretinal photocoagulation, intravitreal administration of
    antiangiogenic antibodies and vitrectomy. Optimisation of glycaemic and antihypertensive treatment remains
    fundamental for prevention. Interdisciplinary coordination between ophthalmological and diabetological
    institutions guarantees appropriate surveillance. Ophthalmological examination is recommended annually for
    asymptomatic individuals and considerably more frequently following therapeutic interventions.
    ```

    ```good
    Venous insufficiency

    When valves in the veins of your legs do not close well, blood flows back and the veins swell. Your legs may feel
    heavy in the evening, and your ankles may be thick. Many people have this, above all those who stand a lot at work.
    Stockings that press on the leg help most people. Walk every day, and put your legs up when you rest. If that is not
    enough, a doctor can close the vein with heat or with foam, or take it out. You can go home on the same day. Wear
    the stockings for two weeks after that, and come back so that we can look at the vein again with ultrasound.
    ---
    Anaesthesiological premedication

    Preoperative anaesthesiological evaluation encompasses cardiovascular comorbidities.
    ---
    Opening hours

    Cardiology department (electrocardiography, echocardiography, ergometry): Monday to Friday, 8 to 16.
    Gastroenterology department (colonoscopy, gastroscopy): Tuesday and Thursday, 9 to 12. Otorhinolaryngology
    department: Wednesday, 10 to 14. Please bring your card, and come ten minutes early.
    ---
    After the operation

    You will wake up in a quiet room. A nurse sits next to you and looks at your pulse, your blood pressure and the
    wound. You may feel sick or cold; tell the nurse, and you will get something for it. As soon as you feel well
    enough you can drink some water. Most people can get up after two hours. Somebody has to take you home, because
    you must not drive a car for one day. Eat what you like in the evening. If the wound bleeds, if you have a fever,
    or if the pain gets worse, call us at any time of the day or night. The number is on the card that you got from us.
    ```

    ## Limits

    Texts of fewer than 100 words are not judged: formulas say little about them. The finding is information; it is a
    warning when an article of 300 words or more lies more than two grades above its audience. A grade knows nothing of
    the order of thoughts, of pictures, or of what the reader knows. Names of diseases that the article explains
    count as difficult all the same.

    ## Fix

    None: cut the sentences that are named, and say the difficult words in plain ones. `audience` in the configuration
    says whom the articles are for.
    """
    article = context.reading.article
    judged = _finding(article, "The article", _place(document, context, article), context)
    if judged is not None:
        yield judged
    sections = context.reading.sections
    for section in sections:
        if section.heading is None or len(sections) < 2 or (judged and section.heading.span == judged.span):
            continue
        found = _finding(section, "This section", section.heading.span, context)
        if found is not None:
            yield found


def _finding(passage: Passage, what: str, span: Span, context: Context) -> Finding | None:
    counts, most = passage.counts, context.audience.highest_grade
    reached = grade(counts)
    # What is shown is what is judged: "grade 8.0 against 8" is no verdict.
    if counts.words < _FEWEST_WORDS or round(reached, 1) <= most:
        return None
    is_grave = reached > most + _FAR and counts.words >= _ENOUGH_WORDS
    readers = READERS[context.audience]
    return Finding(
        span,
        f"{what} reads at grade {reached:.1f}; {readers} should not be asked for more than grade {most:g} "
        f"({figures(counts)}). The {_COSTLIEST} sentences named below cost most.",
        related=tuple(Related(sentence.span, _cost(sentence)) for sentence in _costliest(passage)),
        confidence=None if is_grave else Confidence.MEDIUM,
        data={
            "grade": f"{reached:.1f}",
            "highest_grade": f"{most:g}",
            "flesch_kincaid": f"{flesch_kincaid(counts):.1f}",
            "dale_chall": f"{dale_chall(counts):.1f}",
            "words": str(counts.words),
            "sentences": str(counts.sentences),
        },
    )


def _place(document: Document, context: Context, article: Passage) -> Span:
    """The heading that the article begins with, or its first sentence."""
    first = article.sentences[0].span if article.sentences else Span(0, 0)
    headings = context.blocks(BlockKind.HEADING, roles=BODY)
    return next((block.span for block in headings if _stands_before(block, first)), first)


def _stands_before(block: Block, first: Span) -> bool:
    return bool(block.text.strip()) and block.span.end <= first.start


def _costliest(passage: Passage) -> list[MeasuredSentence]:
    """The sentences without which the grade would fall most, in order of position.

    Of at least the usual length: in a short item one hard word weighs much, and there is nothing to cut.
    """
    total = passage.counts
    pairs = zip(passage.sentences, passage.by_sentence, strict=True)
    costs = [
        (counts.words >= total.words_per_sentence, _saving(total, counts), -number, sentence)
        for number, (sentence, counts) in enumerate(pairs)
    ]
    most = sorted(costs, key=lambda cost: cost[:3], reverse=True)[:_COSTLIEST]
    return [sentence for _, _, _, sentence in sorted(most, key=lambda cost: -cost[2])]


def _saving(total: Counts, counts: Counts) -> float:
    return grade(total) - grade(total.less(counts))


def _cost(sentence: MeasuredSentence) -> str:
    words = dict.fromkeys(word.text for word in sentence.words if not word.easy)
    longest = sorted(words, key=lambda word: -len(word))[:_NAMED_WORDS]
    named = ", ".join(word for word in words if word in longest)
    return f"{len(sentence.words)} words" + (f", {len(words)} of them difficult ({named})" if words else "")
