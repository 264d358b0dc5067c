/** The columns of `tickets.ticket t` but the text, named as `TicketRecord` names them. */
export const TICKET_COLUMNS = `t.id, t.number, t.type, t.title, t.requester_id as "requesterId", t.affected_user_id as "affectedUserId",
  t.created_by_id as "createdById", t.institution_id as "institutionId", t.service_id as "serviceId", t.group_id as "groupId",
  t.assignee_id as "assigneeId", t.impact, t.urgency, t.priority, t.state, t.hold_reason as "holdReason", t.category, t.due_at as "dueAt",
  t.due_kind as "dueKind", t.source, t.restricted, t.origin, t.submitted_at as "submittedAt", t.updated_at as "updatedAt",
  t.resolved_at as "resolvedAt", t.closed_at as "closedAt", t.version, t.resolver_group_id as "resolverGroupId",
  t.resolver_id as "resolverId", t.reopen_count as "reopenCount", t.hop_count as "hopCount", t.duplicate_of_id as "duplicateOfId",
  t.escalation_rank as "escalationRank", t.aside_until as "asideUntil", t.aside_note as "asideNote"`;
