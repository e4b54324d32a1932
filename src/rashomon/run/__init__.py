"""From pages to a record: the only place that joins the stages."""

from rashomon.run.build import build
from rashomon.run.compare import Comparison, Difference
from rashomon.run.compare import compare as compare_views
from rashomon.run.crew import Crew
from rashomon.run.followed import follow
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.run.reading import SIFT
from rashomon.run.report import Outcome, Report, Watcher
from rashomon.run.review import judge_apart, judge_split, judge_together, undo
from rashomon.run.rolled import rolled_events, rule_named
from rashomon.run.scope import Scope, seen_from
from rashomon.run.situated import Situated, situated

__all__ = [
    "SIFT", "Articles", "Comparison", "Crew", "Difference", "Outcome", "Pipeline", "Report", "Scope", "Situated",
    "Watcher", "build", "compare_views", "follow", "judge_apart", "judge_split", "judge_together", "rolled_events",
    "rule_named", "seen_from", "situated", "undo", "unread_language",
]  # fmt: skip
