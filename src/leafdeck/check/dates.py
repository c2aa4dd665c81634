"""Who has read a topic and when: reviews that are due or missing, and days that have not come."""

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


def unreviewed_topic(content: Content) -> Iterator[Finding]:
    """Words that patients act on need a clinician who has read them and stands by them."""
    for topic in content.library.topics.values():
        if not topic.reviewers:
            message = f"No clinician has reviewed the topic `{topic.id}`."
            fix = "Have one read it, then write the name to `reviewers` in its front matter."
            yield found("unreviewed-topic", message, topic.place, fix)


def topic_after_today(content: Content) -> Iterator[Finding]:
    """A topic can be neither checked nor published on a day that has not come."""
    for topic in content.library.topics.values():
        for key, day in (("checked", topic.checked), ("published", topic.published)):
            if day is not None and day > content.today:
                message = f"The topic `{topic.id}` has `{key}: {day.isoformat()}`, after {content.today.isoformat()}."
                fix = "Mend that day, or the day that is asked for."
                yield found("topic-after-today", message, topic.place, fix)


def region_after_today(content: Content) -> Iterator[Finding]:
    """The facts of a region cannot have been read on a day that has not come."""
    for region in content.library.regions.values():
        if region.as_of > content.today:
            day = region.as_of.isoformat()
            message = f"The region `{region.id}` is as of {day}, after {content.today.isoformat()}."
            fix = "Mend its `as_of`, or the day that is asked for."
            yield found("region-after-today", message, region.place, fix)
