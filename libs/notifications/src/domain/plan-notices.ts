import type { RecordedEvent } from '#kernel';
import { askers, mentionedIn, type NoticeKind, type Parties, type PlannedNotice } from './notice.js';

interface Wanted {
  readonly to: readonly (string | null)[];
  readonly kind: NoticeKind;
  readonly quiet?: boolean;
  readonly params?: PlannedNotice['params'];
  /** Overrides the key made of the event: a crossing is told of once, however often it is announced. */
  readonly key?: string;
}

type Plan = (event: RecordedEvent, parties: Parties) => readonly Wanted[];

/** The assignee, or quietly the whole group where nobody has the ticket yet. */
function worker(parties: Parties, kind: NoticeKind): Wanted {
  return parties.assigneeId ? { to: [parties.assigneeId], kind } : { to: parties.memberIds, kind, quiet: true };
}

interface Action {
  readonly action: string;
  readonly to: string | null;
}

/** What an escalation's event says is to be told; see `sla`. */
export function actionsOf({ payload }: RecordedEvent): readonly Action[] {
  return Array.isArray(payload['actions']) ? (payload['actions'] as unknown as readonly Action[]) : [];
}

/** DOMAIN 4.5: whom the target's steps name. Where there is no assignee his group stands in, quietly. */
function escalated(event: RecordedEvent, parties: Parties): readonly Wanted[] {
  const { clockId, kind, pct, targetNo } = event.payload;
  const percent = Number(pct);
  const word: NoticeKind = percent >= 100 ? 'breached' : 'threshold';
  const told = {
    kind: word,
    params: { pct: percent, clock: String(kind) },
    key: `threshold:${String(clockId)}:${String(targetNo)}:${percent}`,
  };
  const recipients: Readonly<Record<string, (to: string | null) => readonly (string | null)[]>> = {
    notify_assignee: () => [parties.assigneeId],
    notify_lead: () => [parties.leadId],
    notify_manager: () => parties.managerIds,
    notify_role: (to) => parties.roleHolders?.[to ?? ''] ?? [],
    notify_person: (to) => [to],
  };
  const actions = actionsOf(event);
  const wanted: Wanted[] = actions.map(({ action, to }) => ({ ...told, to: recipients[action]?.(to) ?? [] }));
  const forAssignee = actions.some(({ action }) => action === 'notify_assignee');
  return forAssignee && !parties.assigneeId ? [...wanted, { ...told, to: parties.memberIds, quiet: true }] : wanted;
}

/** An answer to many tickets at once is told to a person who has several of them once. */
function toldOnce({ payload }: RecordedEvent): { readonly key?: string } {
  return typeof payload['answerId'] === 'string' ? { key: `answer:${payload['answerId']}` } : {};
}

function comment(event: RecordedEvent, parties: Parties): readonly Wanted[] {
  const { visibility, byStaff, kind } = event.payload;
  // Whoever is named in it hears that, also where he would have heard of the note anyway.
  if (visibility !== 'public') {
    return [
      { to: mentionedIn(event), kind: 'mention' },
      { to: [parties.assigneeId], kind: 'note' },
    ];
  }
  if (byStaff !== true) return [worker(parties, 'requester-replied')];
  return [
    { to: askers(parties), kind: kind === 'question' ? 'question' : 'reply', ...toldOnce(event) },
    { to: parties.watcherIds ?? [], kind: 'watched-reply', quiet: true, ...toldOnce(event) },
  ];
}

function assigned(event: RecordedEvent, parties: Parties): readonly Wanted[] {
  const { assigneeId } = event.payload;
  if (typeof assigneeId === 'string') return [{ to: [assigneeId], kind: 'assigned' }];
  return [{ to: parties.memberIds, kind: 'assigned-to-group', quiet: true }];
}

const PLANS: Readonly<Record<string, Plan>> = {
  'incidents.submitted': (_event, parties) => [{ to: parties.assigneeId ? [] : parties.memberIds, kind: 'arrived-in-group', quiet: true }],
  'incidents.assigned': assigned,
  'incidents.answer-awaited': (_event, parties) => [{ to: askers(parties), kind: 'question' }],
  'incidents.resolved': (_event, parties) => [
    { to: askers(parties), kind: 'resolved' },
    { to: parties.watcherIds ?? [], kind: 'watched-resolved', quiet: true },
  ],
  'incidents.reopened': (_event, parties) => [
    { to: askers(parties), kind: 'reopened' },
    { to: [parties.assigneeId, parties.leadId], kind: 'reopened-for-you' },
  ],
  'incidents.cancelled': ({ payload }, parties) => [
    { to: askers(parties), kind: payload['reason'] === 'duplicate' ? 'merged' : 'cancelled' },
  ],
  'incidents.unmerged': (_event, parties) => [
    { to: askers(parties), kind: 'unmerged' },
    { to: [parties.assigneeId, parties.leadId], kind: 'reopened-for-you' },
  ],
  'tickets.aside-over': (_event, parties) => [worker(parties, 'aside-over')],
  'tickets.comment-added': comment,
  'sla.escalated': escalated,
  'incidents.update-awaited': (_event, parties) => [worker(parties, 'update-awaited'), { to: [parties.leadId], kind: 'update-awaited' }],
  'incidents.major-proposed': (_event, parties) => [{ to: [parties.leadId, ...parties.managerIds], kind: 'major-proposed' }],
  'incidents.major-declared': (_event, parties) => [
    { to: [parties.assigneeId, parties.leadId, ...parties.managerIds], kind: 'major-declared' },
  ],
  'approvals.granted': (_event, parties) => [{ to: [...askers(parties), parties.assigneeId], kind: 'approval-granted' }],
  'approvals.refused': (_event, parties) => [{ to: [...askers(parties), parties.assigneeId], kind: 'approval-refused' }],
  'ratings.follow-up-opened': ({ payload: { leadId } }, parties) => [
    { to: typeof leadId === 'string' ? [leadId] : parties.managerIds, kind: 'rating-follow-up' },
  ],
  'ratings.follow-up-overdue': ({ payload: { leadId, reminder } }, parties) =>
    reminder === 1 && typeof leadId === 'string'
      ? [{ to: [leadId], kind: 'rating-follow-up-overdue' }]
      : [{ to: parties.managerIds, kind: 'rating-follow-up-escalated' }],
};

/** Types of the events that somebody is told of in the interface. */
export const EVENTS_WITH_NOTICES: readonly string[] = Object.keys(PLANS);

/**
 * Who is told what of an event: nobody of his own doing, nobody twice, and nobody of history taken in from another system.
 * Where a person would get a quiet and a loud notice of the same event, the loud one wins.
 */
export function planNotices(event: RecordedEvent, parties: Parties): PlannedNotice[] {
  const plan = PLANS[event.type];
  if (!plan || event.imported) return [];
  const wanted = plan(event, parties);
  const byPerson = new Map<string, PlannedNotice>();
  for (const { to, kind, quiet = false, params = {}, key } of [...wanted.filter((w) => !w.quiet), ...wanted.filter((w) => w.quiet)]) {
    for (const userId of to) {
      if (userId === null || userId === event.actorId || byPerson.has(userId)) continue;
      byPerson.set(userId, { userId, kind, quiet, params, dedupeKey: key ?? `${event.id}` });
    }
  }
  return [...byPerson.values()];
}
