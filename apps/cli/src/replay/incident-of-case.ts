import type { ImportedIncident } from '#incidents';
import type { Level, Priority, TicketSource } from '#tickets';
import { RESOLUTION, sourceOf } from './case-events.js';
import type { ImportedCase } from './imported-case.js';
import { logIds, ORIGIN } from './log-names.js';

const resolver = (label: string | null): string | null => (label === null ? null : logIds.resolver(label));

/** The incident that a case became, in the state that it has reached. The log has no texts: its labels stand for them. */
export function incidentOfCase(folded: ImportedCase): ImportedIncident {
  const { final, number, submittedAt } = folded;
  const requesterId = logIds.caller(folded.caller);
  const { impact, urgency, priority } = final.weight;
  const ended = final.state === 'resolved' || final.state === 'closed';
  const title = [folded.category, folded.subcategory, folded.symptom].filter((label) => label !== null).join(' › ');
  return {
    id: logIds.ticket(number),
    title: title || number,
    description: `${ORIGIN} · ${number}`,
    requesterId,
    affectedUserId: requesterId,
    createdById: requesterId,
    institutionId: logIds.institution(folded.location),
    serviceId: logIds.service(folded.category),
    groupId: logIds.group(final.group),
    assigneeId: resolver(final.assignee),
    impact: impact as Level,
    urgency: urgency as Level,
    priority: priority as Priority,
    state: final.state,
    holdReason: final.hold,
    holdSince: final.state === 'on_hold' ? (folded.steps.findLast(({ event }) => event === 'hold')?.at ?? null) : null,
    holdCount: folded.steps.filter(({ event }) => event === 'hold').length,
    source: sourceOf(folded) as TicketSource,
    restricted: false,
    origin: ORIGIN,
    submittedAt,
    updatedAt: final.updatedAt,
    resolvedAt: final.resolvedAt,
    closedAt: final.closedAt,
    resolverGroupId: final.resolverGroup === null && !ended ? null : logIds.group(final.resolverGroup),
    resolverId: resolver(final.resolver),
    reopenCount: final.reopens,
    hopCount: final.hops,
    duplicateOfId: null,
    resolutionCode: ended ? RESOLUTION : null,
    resolutionText: ended ? (folded.closedCode ?? '?') : null,
  };
}
