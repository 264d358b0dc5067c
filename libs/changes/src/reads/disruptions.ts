import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { holds } from '#identity';
import { type Instant, notFound, plusSeconds } from '#kernel';
import { Database, Texts } from '#platform';
import { type Named, type Names, shareWord, TicketNames } from '#tickets';
import {
  type Announcement,
  type AnnouncementKind,
  endOf,
  isShown,
  type Phase,
  phaseOf,
  SHOWN_AFTER_SECONDS,
} from '../domain/announcement.js';
import { type AnnouncementUpdate } from '../store/announcement-store.js';
import { AnnouncementBoard } from './announcement-board.js';
import { Audience } from './audience.js';
import { type PlannedOutage, PlannedOutages } from './planned-outages.js';

/** What somebody's institution is told, in his language. */
export interface DisruptionView {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly phase: Phase;
  readonly title: string;
  readonly text: string;
  readonly services: readonly Named[];
  readonly startsAt: Instant;
  readonly expectedEndAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly after: string | null;
  readonly updates: readonly { readonly at: Instant; readonly text: string }[];
  /** The actor has it too. */
  readonly mine: boolean;
  readonly mayJoin: boolean;
  readonly mayLeave: boolean;
  /** It is about what is being typed. */
  readonly matches: boolean;
}

export interface DisruptionQuestion {
  readonly q?: string | undefined;
  readonly serviceId?: string | undefined;
}

const ORDER: Readonly<Record<Phase, number>> = { during: 0, before: 1, after: 2 };

/** The disruptions and planned works that the actor's institution is told of. */
@Injectable()
export class Disruptions {
  constructor(
    private readonly database: Database,
    private readonly board: AnnouncementBoard,
    private readonly outages: PlannedOutages,
    private readonly audience: Audience,
    private readonly names: TicketNames,
    private readonly texts: Texts,
  ) {}

  /** What matches the question first; then what is going on, what is to come, what has been. */
  async list(actor: Actor, question: DisruptionQuestion): Promise<DisruptionView[]> {
    const now = await this.now();
    const on = this.database;
    const [kept, planned] = await Promise.all([
      this.board.store.openOrEndedSince(on, plusSeconds(now, -SHOWN_AFTER_SECONDS)),
      this.outages.shown(on, now),
    ]);
    const agreed = await this.outages.agreedOn(
      on,
      kept.flatMap(({ changeId }) => changeId ?? []),
    );
    const shown = kept.filter((one) => isShown(one, now) && (one.changeId === null || one.endedAt !== null || agreed.has(one.changeId)));
    const announced = await this.audience.only(on, shown, actor.institutionId);
    const works = await this.audience.only(on, planned, actor.institutionId);
    const ids = announced.map(({ id }) => id);
    const [updates, mine, names] = await Promise.all([
      this.board.store.updates(on, ids),
      this.board.affected.ofPerson(on, actor.id, ids),
      this.names.find(actor.locale, { services: [...announced, ...works].flatMap(({ serviceIds }) => serviceIds) }),
    ]);
    const views = [
      ...announced.map((one) => announcementView(actor, one, { now, names, mine: mine.has(one.id), updates })),
      ...works.map((one) => this.outageView(actor, one, now, names)),
    ];
    return views
      .map((view) => ({ ...view, matches: matches(view, question) }))
      .sort((a, b) => Number(b.matches) - Number(a.matches) || ORDER[a.phase] - ORDER[b.phase] || a.startsAt - b.startsAt);
  }

  /** Throws `changes.announcement.not-found` where it is not for the actor's institution. */
  async one(actor: Actor, id: string): Promise<DisruptionView> {
    const found = (await this.list(actor, {})).find((view) => view.id === id);
    if (!found) throw notFound('changes.announcement');
    return found;
  }

  private outageView(actor: Actor, outage: PlannedOutage, now: Instant, names: Names): Omit<DisruptionView, 'matches'> {
    const services = outage.serviceIds.map((id) => names.of(id));
    const phase = phaseOf(outage, now);
    const { startsAt, endedAt, outageMinutes } = outage;
    return {
      id: outage.changeId,
      ...{ kind: outage.kind, phase, services, startsAt, endedAt },
      expectedEndAt: outage.expectedEndAt,
      title: this.texts.say(actor.locale, 'changes.planned-work', { services: services.map(({ name }) => name).join(', ') }),
      text: this.texts.say(actor.locale, 'changes.planned-outage', { count: outageMinutes }),
      after: phase === 'after' ? this.texts.say(actor.locale, 'changes.planned-work-over') : null,
      updates: [],
      ...{ mine: false, mayJoin: false, mayLeave: false },
    };
  }

  private async now(): Promise<Instant> {
    const [row] = await this.database.query<{ now: Instant }>('select clock_timestamp() as now');
    return row!.now;
  }
}

function announcementView(
  actor: Actor,
  one: Announcement,
  { now, names, mine, updates }: { now: Instant; names: Names; mine: boolean; updates: readonly AnnouncementUpdate[] },
): Omit<DisruptionView, 'matches'> {
  const phase = phaseOf(one, now);
  const { id, kind, title, text, startsAt, expectedEndAt, after } = one;
  const open = kind === 'disruption' && phase === 'during' && holds(actor, 'ticket.create');
  return {
    ...{ id, kind, phase, startsAt, expectedEndAt, mine },
    title: title[actor.locale],
    text: text[actor.locale],
    services: one.serviceIds.map((service) => names.of(service)),
    endedAt: phase === 'after' ? endOf(one) : null,
    after: after && after[actor.locale],
    updates: updates.filter(({ announcementId }) => announcementId === id).map((news) => ({ at: news.at, text: news.text[actor.locale] })),
    mayJoin: open && !mine,
    mayLeave: open && mine,
  };
}

function matches({ title, text, services, phase }: Omit<DisruptionView, 'matches'>, { q = '', serviceId }: DisruptionQuestion): boolean {
  if (phase !== 'during') return false;
  if (serviceId !== undefined && services.some(({ id }) => id === serviceId)) return true;
  return shareWord(q, [title, text, ...services.map(({ name }) => name)].join(' '));
}
