import { type Instant, instant, parseInstant } from '#kernel';
import { type Month, monthOf } from './month.js';
import { inOrder, NONE, numberOf, textOf, type TicketEvent } from './ticket-event.js';
import { TicketTimeline } from './ticket-timeline.js';

export const CLOCK_KINDS = ['response', 'resolution'] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

export type ClockState = 'running' | 'paused' | 'stopped' | 'cancelled';

/** A stretch in which the clock stood still; `to` is null while it lasts. */
export type Pause = readonly [from: Instant, to: Instant | null];

/** What the compliance figure says of one clock cycle (DOMAIN 4.6). */
export interface ClockFact {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly state: ClockState;
  readonly outcome: 'met' | 'breached' | null;
  /** Met: when it stopped; breached: its deadline. */
  readonly outcomeAt: Instant | null;
  /** The month in which it counts, or in which it is listed as excluded; null while it is undecided. */
  readonly month: Month | null;
  /** Why it does not count: cancelled before its deadline, or a test ticket. */
  readonly exclusion: 'cancelled' | 'test' | null;
  readonly institutionId: string;
  readonly serviceId: string;
  /** The group assigned at the outcome instant. */
  readonly groupId: string;
  readonly priority: number;
  readonly pauses: readonly Pause[];
}

interface Draft {
  kind: ClockKind;
  cycle: number;
  state: ClockState;
  decision: { outcome: 'met' | 'breached'; at: Instant; event: TicketEvent } | null;
  cancelledAt: Instant | null;
  pauses: [Instant, Instant | null][];
}

/** Folds a ticket's events into the facts of its clocks. Order and copies of the events do not matter. */
export function foldClocks(events: readonly TicketEvent[]): ClockFact[] {
  const ordered = inOrder(events);
  const timeline = new TicketTimeline(ordered);
  const drafts = new Map<string, Draft>();
  for (const event of ordered) {
    const clockId = event.type.startsWith('sla.') ? textOf(event, 'clockId') : null;
    if (clockId) step(drafts, clockId, event);
  }
  const [first] = ordered;
  return [...drafts].map(([clockId, draft]) => factOf(clockId, first!.ticketId, draft, timeline));
}

function step(drafts: Map<string, Draft>, clockId: string, event: TicketEvent): void {
  const kind = textOf(event, 'kind');
  const known = drafts.get(clockId);
  if (!known && kind !== 'response' && kind !== 'resolution') return;
  const draft = known ?? {
    kind: kind as ClockKind,
    cycle: numberOf(event, 'cycle') ?? 1,
    state: 'running',
    decision: null,
    cancelledAt: null,
    pauses: [],
  };
  drafts.set(clockId, draft);
  switch (event.type) {
    case 'sla.clock-paused':
      draft.state = 'paused';
      if (draft.pauses.at(-1)?.[1] !== null) draft.pauses.push([event.at, null]);
      return;
    case 'sla.clock-started':
    case 'sla.clock-resumed':
    case 'sla.clock-reopened':
      return moveTo(draft, 'running', event.at);
    case 'sla.clock-stopped':
      return moveTo(draft, 'stopped', event.at);
    case 'sla.clock-cancelled':
      moveTo(draft, 'cancelled', event.at);
      draft.cancelledAt = event.at;
      return;
    case 'sla.clock-decided':
      return decide(draft, event);
    case 'sla.clock-withdrawn':
      draft.decision = null;
      if (draft.state === 'stopped') draft.state = 'running';
      return;
  }
}

function moveTo(draft: Draft, state: ClockState, at: Instant): void {
  draft.state = state;
  const last = draft.pauses.at(-1);
  if (last && last[1] === null) last[1] = at;
}

function decide(draft: Draft, event: TicketEvent): void {
  const outcome = textOf(event, 'outcome');
  if (outcome !== 'met' && outcome !== 'breached') return;
  draft.decision = { outcome, at: instantOf(event), event };
  if (outcome === 'met') moveTo(draft, 'stopped', draft.decision.at);
}

/** The outcome instant stands in the payload; the event's own instant is when it was recorded. */
function instantOf(event: TicketEvent): Instant {
  const text = textOf(event, 'at');
  return text ? parseInstant(text) : event.at;
}

function factOf(clockId: string, ticketId: string, draft: Draft, timeline: TicketTimeline): ClockFact {
  const { decision } = draft;
  const test = timeline.cancelled?.reason === 'test';
  const endedAt = draft.cancelledAt ?? (decision ? null : (timeline.cancelled?.at ?? null));
  const at = decision?.at ?? endedAt;
  // While it is undecided it stands with whoever has it last.
  const seenAt = at ?? instant(Number.MAX_SAFE_INTEGER);
  const cancelled = !decision && endedAt !== null;
  const payload = (key: string): string | null => (decision ? textOf(decision.event, key) : null);
  return {
    clockId,
    ticketId,
    kind: draft.kind,
    cycle: draft.cycle,
    state: cancelled ? 'cancelled' : draft.state,
    outcome: decision?.outcome ?? null,
    outcomeAt: decision?.at ?? null,
    month: at === null ? null : monthOf(at),
    exclusion: at === null ? null : test ? 'test' : cancelled ? 'cancelled' : null,
    institutionId: payload('institutionId') ?? timeline.institutionId ?? NONE,
    serviceId: payload('serviceId') ?? timeline.serviceId ?? NONE,
    groupId: timeline.groupAt(seenAt) ?? payload('groupId') ?? NONE,
    priority: timeline.priorityAt(seenAt) ?? (decision ? numberOf(decision.event, 'priority') : null) ?? 0,
    pauses: draft.pauses,
  };
}
