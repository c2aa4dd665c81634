"""The build: jobs, policy, the loop, and the only writer of files."""

from leafdeck.build.catalogs import statuses, update_catalogs, write_templates
from leafdeck.build.doctor import diagnose
from leafdeck.build.evidence import standing, write_page
from leafdeck.build.judge import judge
from leafdeck.build.plan import Request, jobs, unread
from leafdeck.build.policy import POLICY, stopping
from leafdeck.build.run import Site, run

__all__ = [
    "POLICY",
    "Request",
    "Site",
    "diagnose",
    "jobs",
    "judge",
    "run",
    "standing",
    "statuses",
    "stopping",
    "unread",
    "update_catalogs",
    "write_page",
    "write_templates",
]
