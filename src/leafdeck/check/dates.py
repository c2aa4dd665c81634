"""A topic names the day of its next review, and that day has not passed."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.model import Finding


def topic_past_review(content: Content) -> Iterator[Finding]:
    """A topic past its review date must be read again before a release."""
    for topic in content.library.topics.values():
        if topic.next_review is not None and content.today > topic.next_review:
            message = f"The topic `{topic.id}` had to be reviewed by {topic.next_review.isoformat()}."
            fix = "Review it, then move `checked` and `next_review`."
            yield found("topic-past-review", message, topic.place, fix)


def no_next_review(content: Content) -> Iterator[Finding]:
    """A topic without a review date is never looked at again."""
    for topic in content.library.topics.values():
        if topic.next_review is None:
            message = f"The topic `{topic.id}` names no day for its next review."
            yield found("no-next-review", message, topic.place, "Add `next_review` to its front matter.")
