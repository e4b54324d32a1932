"""From pages to a record: the only place that joins the stages."""

from rashomon.run.build import build
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.run.report import Outcome, Report, Watcher

__all__ = ["Outcome", "Pipeline", "Report", "Watcher", "build", "unread_language"]
