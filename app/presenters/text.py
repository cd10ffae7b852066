"""Every text for people, by page: an index over the texts_* files, which hold nothing but text."""

from app.presenters.texts_ask import Ask
from app.presenters.texts_digest import Digest
from app.presenters.texts_import import Importing
from app.presenters.texts_overview import ACCOUNT_KINDS, Accounts, Overview
from app.presenters.texts_privacy import AUDIT_EVENTS, Privacy
from app.presenters.texts_recurring import INTERVALS, Ahead, Recurring
from app.presenters.texts_settings import Settings
from app.presenters.texts_shell import PHASES, Commands, Network, PageNames, Progress, Proof, Status, Words
from app.presenters.texts_transactions import Transactions
from app.presenters.texts_unlock import Create, Recovery, Strength, Unlock

__all__ = [
    "ACCOUNT_KINDS",
    "AUDIT_EVENTS",
    "INTERVALS",
    "PHASES",
    "Accounts",
    "Ahead",
    "Ask",
    "Commands",
    "Create",
    "Digest",
    "Importing",
    "Network",
    "Overview",
    "PageNames",
    "Privacy",
    "Progress",
    "Proof",
    "Recovery",
    "Recurring",
    "Settings",
    "Status",
    "Strength",
    "Transactions",
    "Unlock",
    "Words",
]
