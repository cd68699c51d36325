"""Who is responsible for a lead, until when, and who is next: business hours, SLA, eligibility, assign, escalate."""
