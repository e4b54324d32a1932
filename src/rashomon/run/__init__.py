"""From pages to a record: the only place that joins the stages."""

from rashomon.run.build import build
from rashomon.run.coding import Coded, Coding, coding
from rashomon.run.compare import Agreement, Comparison, Difference
from rashomon.run.compare import compare as compare_views
from rashomon.run.crew import Crew
from rashomon.run.fixing import Typed, shown_to
from rashomon.run.followed import follow
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.run.reading import SIFT
from rashomon.run.report import Outcome, Report, Watcher
from rashomon.run.review import (
    comment,
    import_judgements,
    judge_apart,
    judge_field,
    judge_right,
    judge_same,
    judge_split,
    judge_together,
    judge_wrong,
    undo,
)
from rashomon.run.reviews import lost
from rashomon.run.rolled import rolled_events, rule_named
from rashomon.run.scope import Scope, seen_from
from rashomon.run.situated import Situated, differing, situated

__all__ = [
    "SIFT", "Agreement", "Articles", "Coded", "Coding", "Comparison", "Crew", "Difference", "Outcome", "Pipeline",
    "Report", "Scope", "Situated", "Typed", "Watcher", "build", "coding", "comment", "compare_views", "differing",
    "follow", "import_judgements", "judge_apart", "judge_field", "judge_right", "judge_same", "judge_split",
    "judge_together", "judge_wrong", "lost", "rolled_events", "rule_named", "seen_from", "shown_to", "situated", "undo",
    "unread_language",
]  # fmt: skip
