"""PEMAT-P: the 24 items for printed material; 13 and 14 are about sound and film.

Shoemaker SJ, Wolf MS, Brach C. Patient Educ Couns 2014;96:395-403; AHRQ Publication 14-0002-EF. The words are ours.
"""

from __future__ import annotations

from leafdeck.check.criteria import actions, form, substance, wording
from leafdeck.check.criteria.judgement import Criterion, for_a_person

PEMAT = (
    Criterion("1", "The purpose is plain at a glance", "Is the standfirst of this leaflet, or could it stand anywhere?",
              substance.purpose_evident),
    Criterion("2", "Nothing leads away from it", "Could any section be left out?", for_a_person),
    Criterion("3", "Everyday words", "`check readability` tells which sections are hard; read those aloud.",
              for_a_person),
    Criterion("4", "Hard words are explained", "Which hard words are missing from the glossary?", wording.hard_words),
    Criterion("5", "Active voice", "Who does what in each sentence?", wording.active_voice),
    Criterion("6", "Numbers are plain", "Are they needed, and is the group always given?", wording.plain_numbers),
    Criterion("7", "Nothing to calculate", "Must readers add, divide or compare to understand?", for_a_person),
    Criterion("8", "Short passages", "Does each passage hold one idea?", form.chunked),
    Criterion("9", "Headings inform", "Does each heading tell what stands under it?", form.headings),
    Criterion("10", "The order makes sense", "Read the headings alone, in order.", for_a_person),
    Criterion("11", "There is a summary", "Does the box say the most important things?", form.summarised),
    Criterion("12", "The eye is led to key points", "Do the boxes hold the key points, and nothing else?",
              form.visual_cues),
    Criterion("15", "Pictures where they would help", "What would be easier to grasp if it were shown?",
              form.visuals_wanted),
    Criterion("16", "Pictures support the words", "Does each say the same as the words beside it?",
              form.visuals_to_weigh),
    Criterion("17", "Pictures have titles", "Does each title say what to see?", form.visuals_titled),
    Criterion("18", "Pictures are clear", "Look at each as it prints, in grey as well.", form.pictures),
    Criterion("19", "Tables are simple", "Can a reader find one answer in each table at once?", form.tables),
    Criterion("20", "Names something to do", "Is it plain, and can readers do it?", actions.action_named),
    Criterion("21", "Speaks to the reader", 'Is it "you" that is asked to act?', actions.addressed),
    Criterion("22", "Breaks it into small steps", "Could a reader do each step without asking?", actions.steps),
    Criterion("23", "Gives a tool for it", "Does the tool help to do what is asked?", actions.tool),
    Criterion("24", "Explains any calculation", "Is there one? Then are its steps shown?", for_a_person),
    Criterion("25", "Says how to use charts and tables to act", "Is it said what to do with what they show?",
              form.charts_explained),
    Criterion("26", "Shows how to act, where that would help", "What would be easier to do if it were shown?",
              for_a_person),
)  # fmt: skip
