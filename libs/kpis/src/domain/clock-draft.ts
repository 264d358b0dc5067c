import { stableId } from '#identity';
import { type Instant, parseInstant } from '#kernel';
import { monthOf, type Month } from './month.js';
import { numberOf, textOf, type TicketEvent } from './ticket-event.js';

/** Response and resolution are what is promised to the institution: they alone make the headline of KPI-09. */
export const PROMISED_KINDS = ['response', 'resolution'] as const;

/** All kinds of clock; those beside the promised ones are shown by kind, next to the headline and never in it. */
export const CLOCK_KINDS = [
  ...PROMISED_KINDS,
  'ola',
  'supplier',
  'statutory_warning',
  'statutory_notification',
  'statutory_final',
] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

export type ClockState = 'running' | 'paused' | 'stopped' | 'cancelled';

/** Why a fact is no ordinary one: its clock was reopened when its month was frozen, or it is what went on then. */
export type ClockMark = 'reopened_after_freeze' | 'continued';

/** When the figures of a month are frozen. */
export type FreezeAt = (month: Month) => Instant;

/** A clock's life as its events tell it. */
export interface ClockDraft {
  /** The id of the clock in its ledger. */
  readonly clockId: string;
  /** The id of the fact: the clock's own, or one derived from it for what goes on after a freeze. */
  readonly factId: string;
  readonly kind: ClockKind;
  /** The group or supplier that the clock is of, beside the ticket's own group. */
  readonly partyId: string | null;
  /** Its own ledger tells of it up to this instant alone; undefined where all of it does. */
  until?: Instant;
  mark: ClockMark | null;
  cycle: number;
  state: ClockState;
  startedAt: Instant;
  stoppedAt: Instant | null;
  decision: { outcome: 'met' | 'breached'; at: Instant; event: TicketEvent } | null;
  cancelledAt: Instant | null;
  pauses: { from: Instant; to: Instant | null; reason: string | null }[];
  voids: number;
}

/** The lives of a ticket's clocks; a clock that was reopened after the freeze has two. */
export class ClockDrafts {
  private readonly open = new Map<string, ClockDraft>();
  private readonly kept: ClockDraft[] = [];

  constructor(private readonly freezeAt: FreezeAt) {}

  get all(): readonly ClockDraft[] {
    return [...this.kept, ...this.open.values()];
  }

  /** One event further, in the order of the log. */
  step(clockId: string, event: TicketEvent): void {
    const draft = this.draftOf(clockId, event);
    if (!draft) return;
    switch (event.type) {
      case 'sla.clock-paused':
        draft.state = 'paused';
        if (draft.pauses.at(-1)?.to !== null) draft.pauses.push({ from: event.at, to: null, reason: textOf(event, 'reason') });
        return;
      case 'sla.clock-started':
      case 'sla.clock-resumed':
      case 'sla.clock-reopened':
        // A merge that was taken back never cancelled it.
        draft.cancelledAt = null;
        return moveTo(draft, 'running', event.at);
      case 'sla.clock-stopped':
        return moveTo(draft, 'stopped', event.at);
      case 'sla.clock-cancelled':
        moveTo(draft, 'cancelled', event.at);
        draft.cancelledAt = event.at;
        return;
      case 'sla.clock-decided':
        return decide(draft, event);
      case 'sla.breach-voided':
        draft.decision = null;
        draft.voids += 1;
        return;
      case 'sla.clock-withdrawn':
        return this.withdraw(draft, event);
    }
  }

  private draftOf(clockId: string, event: TicketEvent): ClockDraft | undefined {
    const known = this.open.get(clockId);
    if (known) return known;
    const kind = CLOCK_KINDS.find((one) => one === textOf(event, 'kind'));
    if (!kind) return undefined;
    const draft: ClockDraft = {
      clockId,
      factId: clockId,
      kind,
      partyId: textOf(event, 'partyId'),
      mark: null,
      cycle: numberOf(event, 'cycle') ?? 1,
      state: 'running',
      startedAt: event.at,
      stoppedAt: null,
      decision: null,
      cancelledAt: null,
      pauses: [],
      voids: 0,
    };
    this.open.set(clockId, draft);
    return draft;
  }

  /**
   * DOMAIN 4.6: a reopening withdraws the outcome. Where the month is frozen by then it stays as it is, and the clock goes on as
   * the next cycle. A void says by itself what comes after it.
   */
  private withdraw(draft: ClockDraft, event: TicketEvent): void {
    const { decision, clockId } = draft;
    if (decision && event.at >= this.freezeAt(monthOf(decision.at))) {
      const pauses = draft.pauses.map((pause) => ({ ...pause, to: pause.to ?? decision.at }));
      this.kept.push({ ...draft, pauses, state: 'stopped', stoppedAt: decision.at, until: event.at, mark: 'reopened_after_freeze' });
      const cycle = draft.cycle + 1;
      const factId = stableId('kpis.continued-clock', clockId, String(cycle));
      this.open.set(clockId, { ...draft, factId, mark: 'continued', cycle, state: 'running', stoppedAt: null, decision: null });
      return;
    }
    draft.decision = null;
    if (draft.state === 'stopped' && draft.voids === 0) moveTo(draft, 'running', event.at);
  }
}

function moveTo(draft: ClockDraft, state: ClockState, at: Instant): void {
  draft.state = state;
  draft.stoppedAt = state === 'stopped' ? at : null;
  const last = draft.pauses.at(-1);
  if (last && last.to === null) last.to = at;
}

function decide(draft: ClockDraft, event: TicketEvent): void {
  const outcome = textOf(event, 'outcome');
  if (outcome !== 'met' && outcome !== 'breached') return;
  const text = textOf(event, 'at');
  // The outcome instant stands in the payload; the event's own instant is when it was recorded.
  const at = text ? parseInstant(text) : event.at;
  draft.decision = { outcome, at, event };
  if (outcome === 'met') moveTo(draft, 'stopped', at);
}
