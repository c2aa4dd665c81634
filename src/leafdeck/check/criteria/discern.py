"""DISCERN: sixteen questions about information on treatment choices.

Charnock D, Shepperd S, Needham G, Gann R. J Epidemiol Community Health 1999;53:105-11. The words are ours.
"""

from __future__ import annotations

from leafdeck.check.criteria import substance
from leafdeck.check.criteria.judgement import Criterion, for_a_person

DISCERN = (
    Criterion("1", "Says at the start what it is about", "Is it plain whom it is for and what it covers?",
              substance.aims_stated),
    Criterion("2", "Gives what it promised", "Hold the contents against the standfirst.", for_a_person),
    Criterion("3", "Answers what readers ask", "Ask readers which of their questions it leaves out.", for_a_person),
    Criterion("4", "Says where its facts come from", "Do the sections named state facts? Then they must cite.",
              substance.sources_listed),
    Criterion("5", "Says how old its facts are", "Are the sources themselves of late?", substance.dates_stated),
    Criterion("6", "Is balanced", "Does the order or the stress of words favour one choice? Does anybody gain?",
              for_a_person),
    Criterion("7", "Names further help and reading", "Does it name a helpline, a patient group or a register?",
              substance.more_help),
    Criterion("8", "Says what is not certain", "Is the doubt said where the claim is made?",
              substance.uncertainty_stated),
    Criterion("9", "Tells how the treatment works", "Is each treatment it names explained?",
              substance.told("how-it-works")),
    Criterion("10", "Tells what the treatment may do for people", "Are the benefits of each treatment told?",
              substance.benefits_told),
    Criterion("11", "Tells the risks of the treatment", "Are the risks of each treatment told, soon and late?",
              substance.risks_told),
    Criterion("12", "Tells what happens without the treatment", "Is watching and waiting described?",
              substance.told("untreated")),
    Criterion("13", "Tells what it means for everyday life", "Work, family, travel, time in hospital: are they told?",
              substance.told("everyday-life")),
    Criterion("14", "Says that there are other choices", "Is it plain whom the others suit, and where to ask?",
              substance.told("other-choices")),
    Criterion("15", "Helps to decide together", "Are there questions to take to the doctor and to the family?",
              substance.deciding_together),
    Criterion("16", "Is good on the whole", "Weigh the fifteen answers above.", for_a_person),
)  # fmt: skip
