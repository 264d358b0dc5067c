import { randomUUID } from 'node:crypto';
import type { WorkingCalendar } from '#calendars';
import { demoId } from '#identity';
import { Incident, newIncidentDetail, submittedEvent } from '#incidents';
import { instant, type Instant } from '#kernel';
import type { ImportedFollowUp, RatingValue } from '#ratings';
import { priorityOf, type TicketRecord } from '#tickets';
import { Chance } from './chance.js';
import { sayWhy } from './say-why.js';
import type { Caller, DemoCast, Report } from './demo-cast.js';

const MINUTE = 60_000_000;

/** The share of the resolution time from which on the first line does not solve it alone. */
const HARD = 0.35;

/** Target minutes of response and resolution by priority (DOMAIN 4.1); only the stories' pace, the clocks ask the policy. */
const PACE: Readonly<Record<number, { readonly response: number; readonly resolution: number; readonly aroundTheClock: boolean }>> = {
  1: { response: 15, resolution: 240, aroundTheClock: true },
  2: { response: 30, resolution: 480, aroundTheClock: true },
  3: { response: 120, resolution: 960, aroundTheClock: false },
  4: { response: 240, resolution: 2400, aroundTheClock: false },
  5: { response: 480, resolution: 4800, aroundTheClock: false },
};

/** The share of resolved tickets that are reopened. */
const COMES_BACK = 0.05;

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
  readonly comment: string | null;
  readonly followUp: ImportedFollowUp | null;
}

/** One ticket of the demonstration, as if it had been worked on in the product. */
export interface Story {
  readonly incident: Incident;
  readonly comments: readonly StoryComment[];
  readonly rating: StoryRating | null;
  readonly scene: Scene | null;
}

/** How far a story is let come, where not as far as time allows. */
export type Ending = 'new' | 'in_progress' | 'on_hold' | 'resolved';

/** A thing that whoever tells the stories comes back to, with what the product does itself. */
export type Scene = 'relaxed' | 'relaxed_and_confirmed' | 'security' | 'security_warned' | 'disappointed';

/** What is laid down of a story, where not left to chance. */
export interface Script {
  readonly callerKey?: string;
  readonly ending?: Ending;
  /** The person of the first line who takes it on. */
  readonly agentKey?: string;
  readonly scene?: Scene;
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
  private agentId: string;
  private readonly incident: Incident;
  private readonly caller: Caller;
  /** Minutes that went by before whoever solves it began. */
  private worked = 0;

  constructor(
    private readonly stage: Stage,
    private readonly report: Report,
    private readonly submittedAt: Instant,
    private readonly script: Script = {},
  ) {
    const { cast, chance } = stage;
    const routed = cast.groupOf(report.service);
    const groupId = script.agentKey || (!script.scene && chance.hits(0.55)) ? cast.firstLineId : routed;
    const callers = cast.callersFor(report.service);
    this.caller = callers.find(({ key }) => key === script.callerKey) ?? chance.pick(callers);
    this.agentId = script.agentKey ? demoId('person', script.agentKey) : chance.pick(cast.membersOf(groupId));
    this.incident = new Incident(this.openingRow(groupId), newIncidentDetail());
    this.incident.events.push(submittedEvent(this.incident, this.caller.id, submittedAt));
  }

  /** From beginning to end, with the rating where one was given. */
  tell(): Story {
    const { chance, now, progress } = this.stage;
    const pace = PACE[this.incident.ticket.priority]!;
    const accepted = this.later(this.submittedAt, pace.response * chance.effort(0.1 - 0.06 * progress));
    if (accepted >= now || this.script.ending === 'new') return this.end(null);
    this.incident.accept({ by: this.agentId, at: accepted });
    this.incident.categorise({ by: this.agentId, at: accepted }, this.report.category);
    if (this.script.scene?.startsWith('relaxed')) this.relax(this.later(accepted, 20), false);
    if (this.script.ending === 'in_progress') return this.end(null);
    if (this.script.ending === undefined && chance.hits(0.06)) this.relax(this.later(accepted, 15), chance.hits(0.5));
    const effort = chance.effort(0.16 - 0.1 * progress);
    const work = pace.resolution * effort;
    const begun = this.passOn(accepted, effort, work);
    const resolved = begun && this.work(begun, work - this.worked);
    if (resolved === undefined || resolved >= now) return this.end(null);
    return this.resolve(resolved, work > pace.resolution);
  }

  /** What the first line cannot solve soon it gives to the group of the service. Answers when whoever solves it begins. */
  private passOn(accepted: Instant, effort: number, work: number): Instant | undefined {
    const { cast, chance, now } = this.stage;
    const routed = cast.groupOf(this.report.service);
    const stays = this.incident.ticket.groupId === routed || this.script.callerKey !== undefined;
    if (stays || effort < HARD || !chance.hits(0.8)) return accepted;
    const tried = work * (0.1 + 0.35 * chance.next());
    const given = this.later(accepted, tried);
    const taken = this.later(given, work * 0.05);
    if (taken >= now) return undefined;
    this.incident.assign({ by: this.agentId, at: given }, { groupId: routed, assigneeId: null, reason: 'Jāskatās pakalpojuma grupai.' });
    this.agentId = chance.pick(cast.membersOf(routed));
    this.incident.accept({ by: this.agentId, at: taken });
    this.worked = tried + work * 0.05;
    return taken;
  }

  /** It turned out to be less urgent, which gives more time. */
  private relax(at: Instant, requesterAsked: boolean): void {
    const { impact } = this.incident.ticket;
    if (at >= this.stage.now || impact !== 2) return;
    const why = { reason: 'new_information', requesterAsked } as const;
    this.incident.changePriority({ by: this.agentId, at }, 3, this.incident.ticket.urgency, why);
  }

  /** A supplier has it for the better part of the work. */
  private waitForSupplier(begun: Instant, minutes: number): Instant | undefined {
    const { now } = this.stage;
    const asked = this.later(begun, minutes * 0.1);
    if (asked >= now) return undefined;
    const wait = { reason: 'awaiting_vendor', question: null, until: null, requesterAgreed: false, answerDueAt: null } as const;
    this.incident.hold({ by: this.agentId, at: asked }, wait);
    const back = this.later(asked, minutes * 0.7);
    if (back >= now || this.script.ending === 'on_hold') return undefined;
    this.incident.resume({ by: this.agentId, at: back }, 'manual');
    return this.later(back, minutes * 0.2);
  }

  private work(accepted: Instant, minutes: number): Instant | undefined {
    const { chance, now } = this.stage;
    const { question, answer } = this.report;
    const { ending } = this.script;
    if (this.report.code === 'third_party') return this.waitForSupplier(accepted, minutes);
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
    if (this.comesBack(at)) return this.resolveAgain(at, late);
    const rating = this.rate(at, late);
    const confirmed = officeHours.add(at, chance.whole(15, 600) * MINUTE);
    if (chance.hits(0.35) && confirmed < now) this.incident.confirm({ by: this.caller.id, at: confirmed });
    else if (closesAt < now) this.incident.timeOut({ by: null, at: closesAt });
    return this.end(rating);
  }

  /** Now and then it was not well after all. Chance of its own, so that the other stories stay the same. */
  private comesBack(resolvedAt: Instant): boolean {
    return this.incident.ticket.reopenCount === 0 && new Chance(Math.floor(resolvedAt / MINUTE) | 0).hits(COMES_BACK);
  }

  private resolveAgain(resolvedAt: Instant, late: boolean): Story {
    const back = this.stage.officeHours.add(resolvedAt, 200 * MINUTE);
    if (back >= this.stage.now) return this.end(null);
    this.incident.reopen({ by: this.caller.id, at: back }, 'Pēc pārstartēšanas problēma atkārtojās.');
    const taken = this.later(back, 25);
    if (taken < this.stage.now && this.incident.ticket.state !== 'in_progress') this.incident.accept({ by: this.agentId, at: taken });
    const resolved = this.later(taken, 90);
    return resolved < this.stage.now ? this.resolve(resolved, late) : this.end(null);
  }

  private rate(resolvedAt: Instant, late: boolean): StoryRating | null {
    const { chance, now, officeHours, progress } = this.stage;
    const at = officeHours.add(resolvedAt, chance.whole(3, 900) * MINUTE);
    const willing = chance.hits(0.5);
    const bad = chance.hits((late ? 0.4 : 0.13) - 0.05 * progress);
    const good = chance.hits(late ? 0.35 : 0.72);
    if (!willing || at >= now) return null;
    const answer = { value: bad ? ('bad' as const) : good ? ('good' as const) : ('satisfactory' as const), at };
    const leadId = this.stage.cast.leadOf(this.incident.ticket.resolverGroupId);
    return { ...answer, raterId: this.caller.id, ...sayWhy(answer, { now, officeHours, leadId }) };
  }

  private end(rating: StoryRating | null): Story {
    return { incident: this.incident, comments: this.comments, rating, scene: this.script.scene ?? null };
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
      ...{ holdReason: null, category: null, dueAt: null, dueKind: null },
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
      asideUntil: null,
      asideNote: null,
    };
  }
}
