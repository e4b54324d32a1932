"""Which pages are worth reading: those that tell of conflict, known by their words before anything is parsed.

Only for pages that nobody chose: a crawl holds ten pages on telephones and football for one on a war.
"""

from rashomon.sift.judge import judge_page, judge_report

__all__ = ["judge_page", "judge_report"]
