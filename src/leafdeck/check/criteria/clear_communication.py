"""The CDC Clear Communication Index: four questions to answer first, then twenty items.

Baur C, Prue C. Health Promot Pract 2014;15:629-37; user guide CS309804-A, 2019. The words are ours.
"""

from __future__ import annotations

from leafdeck.check.criteria import actions, form, substance, wording
from leafdeck.check.criteria.judgement import Criterion, for_a_person

CLEAR_COMMUNICATION = (
    Criterion("Q1", "Who reads it", "Name the readers: `audience` of the topics is a beginning.", for_a_person),
    Criterion("Q2", "How well they read and count", "Say what you know; otherwise take it to be middling or low.",
              for_a_person),
    Criterion("Q3", "What it is for", "What shall readers think, feel or do?", for_a_person),
    Criterion("Q4", "Its one main message", "Say it in up to three short sentences.", for_a_person),
    Criterion("1", "One main message", "Is it one thing, or several?", form.main_message),
    Criterion("2", "It comes first", "Is it the first thing that readers see?", form.message_first),
    Criterion("3", "It stands out", "Look at the first page from arm's length.", form.message_emphasised),
    Criterion("4", "It is shown", "Does a picture or chart carry the main message?", form.message_shown),
    Criterion("5", "Says what to do", "Is it for these readers?", actions.called_to_act),
    Criterion("6", "Message and action in the active voice", "Who does what in them?", for_a_person),
    Criterion("7", "Words the readers use", "Which words would readers not use themselves?", wording.hard_words),
    Criterion("8", "Lists", "Is what belongs together listed together?", form.lists),
    Criterion("9", "Pieces with headings", "Does each piece hold one idea?", form.pieces_to_weigh),
    Criterion("10", "The most important things first", "Are they the most important ones?", form.message_first),
    Criterion("11", "What is known and what is not", "Is it said who knows it?", substance.known_and_unknown),
    Criterion("12", "Recommends what to do", "Is it for these readers?", actions.recommended),
    Criterion("13", "Says why that matters", "Is the reason given beside it?", actions.reasons),
    Criterion("14", "Says how to do it", "Could readers do it tomorrow?", actions.directions),
    Criterion("15", "Numbers the readers use", "Do these readers use such numbers?", wording.numbers_for_readers),
    Criterion("16", "Says what numbers mean", "Is it said whether a number is high or low, good or bad?",
              wording.numbers_to_weigh),
    Criterion("17", "Nothing to calculate", "Must readers add, divide or compare to understand?",
              wording.numbers_to_weigh),
    Criterion("18", "Says what the risk is", "Is it said what can happen, to whom and why?", substance.risks_to_weigh),
    Criterion("19", "Risks and benefits of what it recommends", "Are both told, also of keeping one's medicines?",
              actions.reasons),
    Criterion("20", "Chances in words or pictures too", "Does each number of people come with words or dots?",
              substance.risks_to_weigh),
)  # fmt: skip
