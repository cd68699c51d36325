"""Tables only, one noun a file. Importing this package knows them all."""

from app.models.api_key import ApiKey
from app.models.assignment import Assignment
from app.models.attachment import Attachment
from app.models.audit import Audit
from app.models.calibration import Calibration
from app.models.call import Call
from app.models.chunk import Chunk
from app.models.citation import Citation
from app.models.company import Company
from app.models.consent import Consent
from app.models.contact import Contact, ContactPoint
from app.models.conversation import Conversation
from app.models.delivery import Delivery
from app.models.document import Document
from app.models.document_version import DocumentVersion
from app.models.event import Event
from app.models.inbox import Inbox
from app.models.job import Effect, Job, JobKey
from app.models.knowledge_source import KnowledgeSource
from app.models.lead import Lead
from app.models.mail import Mail
from app.models.meeting import Meeting
from app.models.message import Message
from app.models.missing_question import MissingQuestion
from app.models.outcome import Outcome
from app.models.person import Person
from app.models.promise import Promise
from app.models.qualification import Qualification
from app.models.raw_message import RawMessage
from app.models.rule import Rule
from app.models.schedule import Schedule
from app.models.session import CredentialSession
from app.models.signal import Signal
from app.models.site import Site
from app.models.sla_clock import SlaClock
from app.models.sla_policy import SlaPolicy
from app.models.suppression import Suppression
from app.models.team import Team
from app.models.visitor import Visitor

__all__ = [
    "ApiKey",
    "Assignment",
    "Attachment",
    "Audit",
    "Calibration",
    "Call",
    "Chunk",
    "Citation",
    "Company",
    "Consent",
    "Contact",
    "ContactPoint",
    "Conversation",
    "CredentialSession",
    "Delivery",
    "Document",
    "DocumentVersion",
    "Effect",
    "Event",
    "Inbox",
    "Job",
    "JobKey",
    "KnowledgeSource",
    "Lead",
    "Mail",
    "Meeting",
    "Message",
    "MissingQuestion",
    "Outcome",
    "Person",
    "Promise",
    "Qualification",
    "RawMessage",
    "Rule",
    "Schedule",
    "Signal",
    "Site",
    "SlaClock",
    "SlaPolicy",
    "Suppression",
    "Team",
    "Visitor",
]
