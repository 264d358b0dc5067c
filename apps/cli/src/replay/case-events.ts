import { type DomainEvent, formatInstant, type Instant, type Json } from '#kernel';
import type { ImportedCase, Step, Weight } from './imported-case.js';
import { logIds } from './log-names.js';

/** An event of a case, at the instant of the log. */
export type CaseEvent = DomainEvent & { readonly at: Instant };

type Payload = { readonly [key: string]: Json };

/** Where the log says how somebody got in touch. */
const SOURCES: Readonly<Record<string, string>> = {
  Phone: 'phone',
  IVR: 'phone',
  Email: 'email',
  'Self service': 'portal',
  'Direct opening': 'in_person',
};

/** The way in which a case came in; `import` where the log does not say. */
export function sourceOf({ contact }: Pick<ImportedCase, 'contact'>): string {
  return SOURCES[contact ?? ''] ?? 'import';
}

const resolver = (label: string | null): string | null => (label === null ? null : logIds.resolver(label));
const weightPayload = ({ impact, urgency, priority }: Weight): Payload => ({ impact, urgency, priority });

/** A case as events, as the product itself would have written them; each carries the line of the log that it comes from. */
export function eventsOfCase(folded: ImportedCase): CaseEvent[] {
  const subject = { type: 'ticket', id: logIds.ticket(folded.number) };
  return folded.steps.flatMap((step, nth) =>
    told(step, folded, nth).map(({ type, payload }) => ({
      type: `incidents.${type}`,
      version: 1,
      subject,
      actorId: null,
      at: step.at,
      payload: { ...payload, line: step.line, ...(step.inserted ? { inserted: true } : {}) },
    })),
  );
}

interface Told {
  readonly type: string;
  readonly payload: Payload;
}

function told(step: Step, folded: ImportedCase, nth: number): Told[] {
  const groupId = logIds.group(step.group);
  const assigneeId = resolver(step.assignee);
  // A hold ends before anything else happens to the incident, as in the product (DOMAIN 3.1).
  const leavesHold = (cause: string): Told[] => (step.from === 'on_hold' ? [{ type: 'resumed', payload: { cause } }] : []);
  switch (step.event) {
    case 'submit':
      return [submitted(step, folded)];
    case 'assign':
    case 'reassign': {
      const from = { fromGroupId: logIds.group(step.fromGroup), fromAssigneeId: resolver(step.fromAssignee) };
      return [...leavesHold('reassign'), { type: 'assigned', payload: { groupId, assigneeId, ...from, hop: step.hop, reason: null } }];
    }
    case 'accept':
      return [{ type: 'accepted', payload: { groupId, assigneeId } }];
    case 'hold':
      return [{ type: 'put-on-hold', payload: { reason: step.hold, until: null } }];
    case 'resume':
      return [{ type: 'resumed', payload: { cause: 'manual' } }];
    case 'resolve':
      return [
        ...leavesHold('resolve'),
        { type: 'resolved', payload: { code: RESOLUTION, groupId, assigneeId, firstContact: firstContact(folded.steps, nth) } },
      ];
    case 'close':
      return [{ type: 'closed', payload: { cause: 'timeout' } }];
    case 'reopen':
      return [{ type: 'reopened', payload: { reason: null, groupId } }];
    case 'priority':
      return [priorityChanged(step)];
    case 'update':
      return [{ type: 'source-updated', payload: { state: step.logState } }];
  }
}

function priorityChanged({ weight, fromWeight }: Step): Told {
  const weights = { from: weightPayload(fromWeight), to: weightPayload(weight) };
  return { type: 'priority-changed', payload: { ...weights, reasonCode: 'new_information', requesterAsked: false } };
}

/** The log's codes are labels without a meaning; each stands in the resolution's text. */
export const RESOLUTION = 'fixed';

function submitted(step: Step, folded: ImportedCase): Told {
  const requesterId = logIds.caller(folded.caller);
  return {
    type: 'submitted',
    payload: {
      institutionId: logIds.institution(folded.location),
      serviceId: logIds.service(folded.category),
      groupId: logIds.group(step.group),
      requesterId,
      affectedUserId: requesterId,
      ...weightPayload(step.weight),
      source: sourceOf(folded),
      submittedAt: formatInstant(folded.submittedAt),
    },
  };
}

function firstContact(steps: readonly Step[], nth: number): boolean {
  return !steps.slice(0, nth).some(({ hop, event }) => hop || event === 'hold' || event === 'reopen');
}
