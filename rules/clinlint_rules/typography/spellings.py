"""British and American spellings of words that health articles use.

The pairs are common knowledge (see "American and British English spelling differences", Wikipedia, and the A to Z of
NHS health writing). Words that both sides use in another sense (practice, meter, program, gray, tire, license) are left
out, and so are ``-ise``/``-ize`` and ``foetus``/``fetus``, which British medical writing does not use in one way.
"""

from __future__ import annotations

_PAIRS = """
tumour tumor|tumours tumors|colour color|colours colors|coloured colored|discolouration discoloration
odour odor|odours odors|behaviour behavior|behaviours behaviors|behavioural behavioral|neighbour neighbor|labour labor
favour favor|favourite favorite|flavour flavor|flavours flavors|humour humor|vapour vapor
anaesthesia anesthesia|anaesthetic anesthetic|anaesthetics anesthetics|anaesthetist anesthetist
anaemia anemia|anaemic anemic
haemorrhage hemorrhage|haemorrhages hemorrhages|haemorrhagic hemorrhagic|haemorrhoid hemorrhoid|haemorrhoids hemorrhoids
haemoglobin hemoglobin|haematology hematology|haematologist hematologist|haematoma hematoma|haemophilia hemophilia
haemodialysis hemodialysis|haemolytic hemolytic|haemostasis hemostasis|haematuria hematuria|leukaemia leukemia
leukaemias leukemias|ischaemia ischemia|ischaemic ischemic|hypoglycaemia hypoglycemia|hyperglycaemia hyperglycemia
septicaemia septicemia|uraemia uremia|hyperlipidaemia hyperlipidemia|hypercholesterolaemia hypercholesterolemia
hyponatraemia hyponatremia|hypokalaemia hypokalemia|hyperkalaemia hyperkalemia|bacteraemia bacteremia|toxaemia toxemia
oedema edema|oedematous edematous|oesophagus esophagus|oesophageal esophageal|oestrogen estrogen|oestrogens estrogens
diarrhoea diarrhea|dyspnoea dyspnea|apnoea apnea|gonorrhoea gonorrhea|amenorrhoea amenorrhea|dysmenorrhoea dysmenorrhea
seborrhoea seborrhea|rhinorrhoea rhinorrhea|coeliac celiac|manoeuvre maneuver|manoeuvres maneuvers
gynaecology gynecology|gynaecologist gynecologist|gynaecological gynecological|gynaecologists gynecologists
paediatric pediatric|paediatrics pediatrics|paediatrician pediatrician|paediatricians pediatricians
orthopaedic orthopedic|orthopaedics orthopedics|caesarean cesarean|caecum cecum|caecal cecal|faeces feces|faecal fecal
aetiology etiology|aetiological etiological|fibre fiber|fibres fibers|centre center|centres centers
litre liter|litres liters|millilitre milliliter|millilitres milliliters|centimetre centimeter
centimetres centimeters|millimetre millimeter|millimetres millimeters|kilometre kilometer|kilometres kilometers
calibre caliber|ageing aging|plough plow|sceptical skeptical
sulphur sulfur|aluminium aluminum|paralyse paralyze|paralysed paralyzed|analyse analyze|analysed analyzed
analysing analyzing|catalyse catalyze|haemolysis hemolysis|dialyse dialyze|dialysed dialyzed|labelled labeled
labelling labeling|travelled traveled|travelling traveling|travellers travelers|counselling counseling
counsellor counselor|counsellors counselors|modelling modeling|channelled channeled|signalling signaling
swivelled swiveled|fuelled fueled|enrol enroll|enrolment enrollment|fulfil fulfill|skilful skillful|wilful willful
defence defense|offence offense|moustache mustache|pyjamas pajamas
"""
_BOTH = [
    (british, american)
    for line in _PAIRS.strip().split("\n")
    for british, american in (pair.split() for pair in line.split("|"))
]
_TO_AMERICAN = dict(_BOTH)
_TO_BRITISH = {american: british for british, american in _BOTH}

BRITISH = frozenset(_TO_AMERICAN)


def spelling_of(word: str) -> str | None:
    """The other side's spelling of a word in lower case; None where there is no difference."""
    return _TO_AMERICAN.get(word) or _TO_BRITISH.get(word)
