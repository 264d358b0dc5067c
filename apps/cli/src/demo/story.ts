import { randomUUID } from 'node:crypto';
import type { WorkingCalendar } from '#calendars';
import { demoId } from '#identity';
import { Incident, newIncidentDetail, submittedEvent } from '#incidents';
import { instant, type Instant } from '#kernel';
import type { RatingValue } from '#ratings';
import { priorityOf, type TicketRecord } from '#tickets';
import type { Chance } from './chance.js';
import type { Caller, DemoCast, Report } from './demo-cast.js';

const MINUTE = 60_000_000;

/** Target minutes of response and resolution by priority (DOMAIN 4.1); only the stories' pace, the clocks ask the policy. */
const PACE: Readonly<Record<number, { readonly response: number; readonly resolution: number; readonly aroundTheClock: boolean }>> = {
  1: { response: 15, resolution: 240, aroundTheClock: true },
  2: { response: 30, resolution: 480, aroundTheClock: true },
  3: { response: 120, resolution: 960, aroundTheClock: false },
  4: { response: 240, resolution: 2400, aroundTheClock: false },
  5: { response: 480, resolution: 4800, aroundTheClock: false },
};

export interface StoryComment {
  readonly authorId: string;
  readonly byStaff: boolean;
  readonly visibility: 'public' | 'internal';
  readonly kind: 'reply' | 'question';
  readonly body: string;
  readonly at: Instant;
}

export interface StoryRating {
  readonly value: RatingValue;
  readonly at: Instant;
  readonly raterId: string;
}

/** One ticket of the demonstration, as if it had been worked on in the product. */
export interface Story {
  readonly incident: Incident;
  readonly comments: readonly StoryComment[];
  readonly rating: StoryRating | null;
}

/** How far a story is let come, where not as far as time allows. */
export type Ending = 'new' | 'in_progress' | 'on_hold' | 'resolved';

/** What is laid down of a story, where not left to chance. */
export interface Script {
  readonly callerKey?: string;
  readonly ending?: Ending;
}

export interface Stage {
  readonly cast: DemoCast;
  readonly chance: Chance;
  readonly officeHours: WorkingCalendar;
  /** Nothing of a story lies after this. */
  readonly now: Instant;
  /** 0 at the beginning of the demonstration's time, 1 at its end: the desk gets better with time. */
  readonly progress: number;
}

/** Tells one ticket from its submission as far as `now` lets it come. */
export class StoryTeller {
  private readonly comments: StoryComment[] = [];
  private readonly agentId: string;
  private readonly incident: Incident;
  private readonly caller: Caller;

  constructor(
    private readonly stage: Stage,
    private readonly report: Report,
    private readonly submittedAt: Instant,
    private readonly script: Script = {},
  ) {
    const { cast, chance } = stage;
    const routed = cast.groupOf(report.service);
    const groupId = chance.hits(0.55) ? cast.firstLineId : routed;
    const callers = cast.callersFor(report.service);
    this.caller = callers.find(({ key }) => key === script.callerKey) ?? chance.pick(callers);
    this.agentId = chance.pick(cast.membersOf(groupId));
    this.incident = new Incident(this.openingRow(groupId), newIncidentDetail(report.service === 'SECURITY'));
    this.incident.events.push(submittedEvent(this.incident, this.caller.id, submittedAt));
  }

  /** From beginning to end, with the rating where one was given. */
  tell(): Story {
    const { chance, now, progress } = this.stage;
    const pace = PACE[this.incident.ticket.priority]!;
    const accepted = this.later(this.submittedAt, pace.response * chance.effort(0.1 - 0.06 * progress));
    if (accepted >= now || this.script.ending === 'new') return this.end(null);
    this.incident.accept({ by: this.agentId, at: accepted });
    if (this.script.ending === 'in_progress') return this.end(null);
    const work = pace.resolution * chance.effort(0.16 - 0.1 * progress);
    const resolved = this.work(accepted, work);
    if (resolved === undefined || resolved >= now) return this.end(null);
    return this.resolve(resolved, work > pace.resolution);
  }

  private work(accepted: Instant, minutes: number): Instant | undefined {
    const { chance, now } = this.stage;
    const { question, answer } = this.report;
    const { ending } = this.script;
    if (question === null || (ending === undefined && !chance.hits(0.6))) return this.later(accepted, minutes);
    const asked = this.later(accepted, ending === 'on_hold' ? chance.whole(5, 40) : minutes * 0.2);
    if (asked >= now) return undefined;
    const answerDueAt = this.stage.officeHours.workingDaysAfter(asked, 10);
    this.incident.hold(
      { by: this.agentId, at: asked },
      { reason: 'awaiting_requester', question, until: null, requesterAgreed: false, answerDueAt },
    );
    this.comments.push({ authorId: this.agentId, byStaff: true, visibility: 'public', kind: 'question', body: question, at: asked });
    const answered = this.stage.officeHours.add(asked, chance.whole(20, 300) * MINUTE);
    if (answered >= now || ending === 'on_hold') return undefined;
    this.incident.resume({ by: this.caller.id, at: answered }, 'reply');
    this.comments.push({ authorId: this.caller.id, byStaff: false, visibility: 'public', kind: 'reply', body: answer ?? '', at: answered });
    return this.later(answered, minutes * 0.8);
  }

  private resolve(at: Instant, late: boolean): Story {
    const { chance, now, officeHours } = this.stage;
    const closesAt = officeHours.workingDaysAfter(at, 5);
    const { code, resolution } = this.report;
    const breachReason = late ? 'Ilgāka diagnostika, nekā paredzēts.' : null;
    this.incident.resolve({ by: this.agentId, at }, { code, text: resolution, breached: late, breachReason, closesAt });
    if (this.script.ending === 'resolved') return this.end(null);
    const rating = this.rate(at, late);
    const confirmed = officeHours.add(at, chance.whole(15, 600) * MINUTE);
    if (chance.hits(0.35) && confirmed < now) this.incident.confirm({ by: this.caller.id, at: confirmed });
    else if (closesAt < now) this.incident.timeOut({ by: null, at: closesAt });
    return this.end(rating);
  }

  private rate(resolvedAt: Instant, late: boolean): StoryRating | null {
    const { chance, now, officeHours, progress } = this.stage;
    const at = officeHours.add(resolvedAt, chance.whole(3, 900) * MINUTE);
    const willing = chance.hits(0.5);
    const bad = chance.hits((late ? 0.4 : 0.13) - 0.05 * progress);
    const good = chance.hits(late ? 0.35 : 0.72);
    return willing && at < now ? { value: bad ? 'bad' : good ? 'good' : 'satisfactory', at, raterId: this.caller.id } : null;
  }

  private end(rating: StoryRating | null): Story {
    return { incident: this.incident, comments: this.comments, rating };
  }

  /** `minutes` of work after `at`: by day and night for the gravest, else in office hours. */
  private later(at: Instant, minutes: number): Instant {
    const micros = Math.round(minutes * MINUTE);
    return PACE[this.incident?.ticket.priority ?? 3]!.aroundTheClock ? instant(at + micros) : this.stage.officeHours.add(at, micros);
  }

  private openingRow(groupId: string): TicketRecord {
    const { impact, urgency, title, text, service } = this.report;
    return {
      id: randomUUID(),
      number: '',
      type: 'incident',
      title,
      description: text,
      requesterId: this.caller.id,
      affectedUserId: this.caller.id,
      createdById: this.caller.id,
      institutionId: this.caller.institutionId,
      serviceId: demoId('service', service),
      groupId,
      assigneeId: null,
      impact,
      urgency,
      priority: priorityOf(impact, urgency),
      state: 'new',
      holdReason: null,
      dueAt: null,
      dueKind: null,
      source: this.stage.chance.hits(0.7) ? 'portal' : 'phone',
      restricted: false,
      origin: null,
      submittedAt: this.submittedAt,
      updatedAt: this.submittedAt,
      resolvedAt: null,
      closedAt: null,
      version: 1,
      resolverGroupId: null,
      resolverId: null,
      reopenCount: 0,
      hopCount: 0,
      duplicateOfId: null,
      escalationRank: 0,
    };
  }
}
