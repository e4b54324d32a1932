"""From pages to a record: the only place that joins the stages."""

from rashomon.run.build import build
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.run.report import Outcome, Report, Watcher
from rashomon.run.review import judge_apart, judge_split, judge_together, undo
from rashomon.run.rolled import rolled_events
from rashomon.run.scope import Scope, seen_from

__all__ = [
    "Articles", "Outcome", "Pipeline", "Report", "Scope", "Watcher", "build", "judge_apart", "judge_split",
    "judge_together", "rolled_events",
    "seen_from", "undo", "unread_language",
]  # fmt: skip
