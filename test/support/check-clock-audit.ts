import { type AuditCalendar, AuditCalendars, type Gap, micros } from './audit-calendars.js';

/** What `GET /tickets/{id}/clock-audit` gives, as far as the check needs it. Nothing here comes from the product's code. */
export interface ClockAudit {
  readonly calendars: readonly AuditCalendar[];
  readonly clocks: readonly AuditClock[];
}

export interface AuditStep {
  readonly type: string;
  readonly at: string;
  readonly calendarId: string | null;
  readonly seconds: number | null;
  readonly rule: string | null;
  readonly requesterAsked: boolean | null;
  readonly deadlineAfter: string | null;
  readonly details: Readonly<Record<string, string | number | null>> | null;
}

interface AuditClock {
  readonly kind: string;
  readonly steps: readonly AuditStep[];
  readonly outcome: string | null;
  readonly outcomeAt: string | null;
}

interface Target {
  readonly calendarId: string;
  readonly seconds: number;
}

/** A promise as it is counted. */
interface Plan extends Target {
  readonly from: number;
}

interface Promised {
  readonly target: Target;
  readonly plan: Plan;
  forgotten: boolean;
}

/** Walks through one ledger and works out each deadline by DOMAIN 4.3, from the words of that section alone. */
class Walk {
  due: number | null = null;
  /** When the deadline passed while it ran; then neither moves any more. */
  breachedAt: number | null = null;
  private target: Target = { calendarId: '', seconds: 0 };
  private plan: Plan = { calendarId: '', seconds: 0, from: 0 };
  private promised: Promised[] = [];
  private gaps: Gap[] = [];
  private paused: number | null = null;
  private stopped: number | null = null;
  private cancelled = false;
  private started = 0;
  /** From where a new target is replayed: the start, or a change that gave all the time anew. */
  private begun = 0;
  private change: { readonly to: Target; readonly at: number } | null = null;

  constructor(private readonly calendars: AuditCalendars) {}

  take(step: AuditStep): void {
    const now = micros(step.at);
    this.settle(now);
    const target = { calendarId: step.calendarId ?? '', seconds: step.seconds ?? 0 };
    if (step.type === 'started') this.start(target, now);
    else if (step.type === 'paused') this.pause(now);
    else if (step.type === 'resumed' || step.type === 'reopened') this.goOn(now);
    else if (step.type === 'stopped' || step.type === 'cancelled') this.stop(now, step.type === 'cancelled');
    else if (step.type === 'pause_corrected') this.correct(step.details ?? {}, now);
    else if (step.type === 'breach_voided') this.void(target, now);
    else if (step.type === 'retargeted') this.retarget(target, step, now);
    else if (step.type === 'relaxation_confirmed' && this.change) this.forgetStricter(this.change.to, this.gapsUntil(this.change.at));
    else throw new Error(`a step that the check does not know: ${step.type}`);
  }

  /** DOMAIN 4.3(8): a deadline that has passed while the clock ran is a breach, whoever records it and when. */
  settle(now: number): void {
    const running = this.paused === null && this.stopped === null;
    if (running && this.breachedAt === null && this.due !== null && this.due < now) this.breachedAt = this.due;
  }

  private deadline({ calendarId, from, seconds }: Plan, gaps: readonly Gap[]): number {
    return this.calendars.due(calendarId, from, seconds, gaps);
  }

  /** A target counted from where counting began. */
  private replayed(target: Target, gaps: readonly Gap[]): number {
    return this.deadline({ ...target, from: this.begun }, gaps);
  }

  private gapsUntil(now: number): Gap[] {
    return this.paused === null ? this.gaps : [...this.gaps, [this.paused, now]];
  }

  private start(target: Target, now: number): void {
    this.started = this.begun = now;
    this.target = target;
    this.plan = { ...target, from: now };
    this.promised = [{ target, plan: this.plan, forgotten: false }];
    this.due = this.deadline(this.plan, []);
  }

  private pause(now: number): void {
    this.paused = now;
    if (this.breachedAt === null) this.due = null;
  }

  /** DOMAIN 4.3(4), (6); by (9) a merge that is taken back leaves no gap. */
  private goOn(now: number): void {
    const since = this.cancelled ? null : (this.paused ?? this.stopped);
    this.cancelled = false;
    if (since !== null) this.gaps.push([since, now]);
    this.paused = this.stopped = null;
    if (this.breachedAt === null) this.due = this.deadline(this.plan, this.gaps);
  }

  private stop(now: number, cancelled: boolean): void {
    this.cancelled = cancelled;
    if (this.paused !== null) this.gaps.push([this.paused, now]);
    this.paused = null;
    this.stopped = now;
  }

  private correct({ replaces, from, to }: NonNullable<AuditStep['details']>, now: number): void {
    const old = typeof replaces === 'string' ? micros(replaces) : null;
    this.gaps = this.gaps.filter(([begin]) => begin !== old);
    if (typeof to === 'string') this.gaps.push([micros(String(from)), micros(to)]);
    else this.paused = micros(String(from));
    if (this.breachedAt !== null) return;
    this.due = this.paused === null ? this.deadline(this.plan, this.gaps) : null;
    if (this.stopped !== null && this.due !== null && this.due < this.stopped) this.breachedAt = this.due;
    else this.settle(now);
  }

  /** DOMAIN 4.3(8): from the start by what should have been promised; what was promised wrongly binds nobody. */
  private void(target: Target, now: number): void {
    this.breachedAt = null;
    this.begun = this.started;
    this.target = target;
    this.plan = { ...target, from: this.started };
    for (const promise of this.promised) promise.forgotten = true;
    this.promised.push({ target, plan: this.plan, forgotten: false });
    this.due = this.paused === null ? this.deadline(this.plan, this.gapsUntil(now)) : null;
  }

  /** DOMAIN 4.3(7), (7a). */
  private retarget(to: Target, { rule, requesterAsked }: AuditStep, now: number): void {
    const from = this.target;
    this.target = to;
    if (this.breachedAt !== null) return;
    const gaps = this.gapsUntil(now);
    const retro = { plan: { ...to, from: this.begun }, at: this.replayed(to, gaps) };
    const fresh = { plan: { ...to, from: now }, at: this.deadline({ ...to, from: now }, []) };
    if (requesterAsked && this.replayed(from, gaps) < retro.at) this.forgetStricter(to, gaps);
    if (rule === 'restart') for (const promise of this.promised) promise.forgotten = true;
    const old = { plan: this.plan, at: this.deadline(this.plan, gaps) };
    /** Held between the two: what has come to the replayed date counts by the new terms. */
    const middle = (kept: typeof old): typeof old => (kept.at <= retro.at ? retro : kept.at > fresh.at ? fresh : kept);
    const remembered = this.promised
      .filter(({ forgotten }) => !forgotten)
      .map(({ target, plan }) => {
        const kept = { plan, at: this.deadline(plan, gaps) };
        return this.replayed(target, gaps) < retro.at ? middle(kept) : kept;
      });
    const least = [middle(old), ...remembered].reduce((best, one) => (one.at < best.at ? one : best));
    const chosen = rule === 'restart' ? fresh : rule === 'replay' ? retro : least;
    if (rule === 'restart') this.begun = now;
    this.change = { to, at: now };
    this.plan = chosen.plan;
    this.promised.push({ target: to, plan: chosen.plan, forgotten: false });
    if (chosen.at < now) this.due = this.breachedAt = chosen.at;
    else this.due = this.paused === null ? chosen.at : null;
  }

  private forgetStricter(than: Target, gaps: readonly Gap[]): void {
    const retro = this.replayed(than, gaps);
    for (const promise of this.promised) if (this.replayed(promise.target, gaps) < retro) promise.forgotten = true;
  }
}

/**
 * Works out again, from the data alone, every deadline of every clock: started, paused, resumed, corrected, retargeted, voided, stopped
 * and reopened. Answers what differs from what the ledger says, and from the outcome of a breach.
 */
export function differencesIn({ calendars, clocks }: ClockAudit): string[] {
  const known = new AuditCalendars(calendars);
  return clocks.flatMap((clock) => {
    const walk = new Walk(known);
    const found: string[] = [];
    for (const [index, step] of clock.steps.entries()) {
      walk.take(step);
      if (step.deadlineAfter === null || step.type === 'paused') continue;
      if (walk.due !== micros(step.deadlineAfter))
        found.push(`${clock.kind} step ${index + 1}, ${step.type}: ${step.deadlineAfter}, expected ${walk.due}`);
    }
    if (clock.outcome === 'breached' && clock.outcomeAt !== null) {
      walk.settle(Infinity);
      if (walk.breachedAt !== micros(clock.outcomeAt))
        found.push(`${clock.kind}: breached ${clock.outcomeAt}, expected ${walk.breachedAt}`);
    }
    return found;
  });
}
