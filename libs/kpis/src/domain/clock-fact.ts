import type { AccountBefore } from '#sla';
import { type Instant, instant } from '#kernel';
import { type ClockDraft, ClockDrafts, type ClockKind, type ClockMark, type ClockState, type FreezeAt } from './clock-draft.js';
import { type Honesty, honestyOf } from './clock-honesty.js';
import { type Month, monthOf } from './month.js';
import { inOrder, NONE, numberOf, textOf, type TicketEvent } from './ticket-event.js';
import { TicketTimeline } from './ticket-timeline.js';

export { CLOCK_KINDS, type ClockKind, type ClockMark, type ClockState, type FreezeAt, PROMISED_KINDS } from './clock-draft.js';

/** Why a clock does not count: cancelled or merged before its deadline, or a test ticket. */
export type Exclusion = 'cancelled' | 'merged' | 'test';

/** What the compliance figure says of one clock cycle (DOMAIN 4.6). */
export interface ClockFact extends Honesty {
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
  readonly exclusion: Exclusion | null;
  readonly institutionId: string;
  readonly serviceId: string;
  /** The group assigned at the outcome instant; of an OLA clock the group whose stay it measures. */
  readonly groupId: string;
  readonly priority: number;
  readonly mark: ClockMark | null;
  /** How many breaches of it were taken back by two persons (DOMAIN 4.3(8)). */
  readonly voids: number;
}

/** What a fold knows beside the events. */
export interface ClockContext {
  /** The clocks' ledgers, by clock. */
  readonly accounts: ReadonlyMap<string, AccountBefore>;
  readonly freezeAt: FreezeAt;
  /** The instant before which everything was known; undefined for today. */
  readonly until?: Instant | undefined;
}

/** No ledger, and no month is ever frozen. */
export const EVENTS_ALONE: ClockContext = { accounts: new Map(), freezeAt: () => instant(Number.MAX_SAFE_INTEGER) };

/** Folds a ticket's events into the facts of its clocks. Order and copies of the events do not matter. */
export function foldClocks(events: readonly TicketEvent[], context: ClockContext = EVENTS_ALONE): ClockFact[] {
  const ordered = inOrder(events);
  const timeline = new TicketTimeline(ordered);
  const drafts = new ClockDrafts(context.freezeAt);
  for (const event of ordered) {
    const clockId = event.type.startsWith('sla.') ? textOf(event, 'clockId') : null;
    if (clockId) drafts.step(clockId, event);
  }
  const [first] = ordered;
  return drafts.all.map((draft) => factOf(first!.ticketId, draft, timeline, context));
}

function factOf(ticketId: string, draft: ClockDraft, timeline: TicketTimeline, context: ClockContext): ClockFact {
  const { decision } = draft;
  const endedAt = draft.cancelledAt ?? (decision ? null : (timeline.cancelled?.at ?? null));
  const at = decision?.at ?? endedAt;
  // While it is undecided it stands with whoever has it last.
  const seenAt = at ?? instant(Number.MAX_SAFE_INTEGER);
  const cancelled = !decision && endedAt !== null;
  const payload = (key: string): string | null => (decision ? textOf(decision.event, key) : null);
  const exclusion = at === null ? null : exclusionOf(timeline.cancelled?.reason ?? null, cancelled);
  return {
    clockId: draft.factId,
    ticketId,
    kind: draft.kind,
    cycle: draft.cycle,
    state: cancelled ? 'cancelled' : draft.state,
    outcome: decision?.outcome ?? null,
    outcomeAt: decision?.at ?? null,
    month: at === null ? null : monthOf(at),
    exclusion,
    institutionId: payload('institutionId') ?? timeline.institutionId ?? NONE,
    serviceId: payload('serviceId') ?? timeline.serviceAt(seenAt) ?? NONE,
    groupId: (draft.kind === 'ola' ? draft.partyId : null) ?? timeline.groupAt(seenAt) ?? payload('groupId') ?? NONE,
    priority: timeline.priorityAt(seenAt) ?? (decision ? numberOf(decision.event, 'priority') : null) ?? 0,
    mark: draft.mark,
    voids: draft.voids,
    ...honestyOf(draft, timeline, exclusion, context),
  };
}

function exclusionOf(reason: string | null, cancelled: boolean): Exclusion | null {
  if (reason === 'test') return 'test';
  if (!cancelled) return null;
  return reason === 'duplicate' ? 'merged' : 'cancelled';
}
