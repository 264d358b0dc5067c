import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { type Instant, instant, notFound } from '#kernel';
import { Database } from '#platform';
import { type Names, type TicketFact, TicketFacts, TicketKinds, TicketNames } from '#tickets';
import { type Announcement, ANNOUNCED_STATES, type Phase, phaseOf } from '../domain/announcement.js';
import { mayAnnounce } from '../domain/announcement-access.js';
import type { AffectedInstitution } from '../store/also-affected.js';
import type { AnnouncementUpdate } from '../store/announcement-store.js';
import { AnnouncementBoard } from './announcement-board.js';

/** An announcement on the desk. */
export interface AnnouncementView {
  readonly announcement: Announcement;
  readonly phase: Phase;
  /** The incident behind it, where the actor may see it. */
  readonly incident: TicketFact | null;
  /** The change behind it, likewise. */
  readonly change: TicketFact | null;
  readonly updates: readonly AnnouncementUpdate[];
  readonly affected: readonly AffectedInstitution[];
  readonly names: Names;
  readonly mayWrite: boolean;
}

/** So long ones that are over stay on the desk's list. */
const KEPT_MICROS = 90 * 86_400 * 1_000_000;

/** Announcements for those who make them. */
@Injectable()
export class AnnouncementReader {
  constructor(
    private readonly database: Database,
    private readonly board: AnnouncementBoard,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly names: TicketNames,
  ) {}

  /** Those of the last ninety days, the latest beginning first. */
  async list(actor: Actor): Promise<AnnouncementView[]> {
    const now = await this.now();
    return this.views(actor, await this.board.store.openOrEndedSince(this.database, instant(now - KEPT_MICROS)), now);
  }

  /** Those of an incident or a change, and whether the actor may make one now. Throws `tickets.not-found` where he may not see it. */
  async behind(
    actor: Actor,
    type: 'incident' | 'change',
    key: string,
  ): Promise<{ readonly views: AnnouncementView[]; readonly mayAnnounce: boolean }> {
    const seen = await this.tickets.seenBy(actor, key);
    if (seen?.ticket.type !== type) throw notFound('tickets');
    const { ticket, standing } = seen;
    const views = await this.views(actor, await this.board.store.behind(this.database, ticket.id), await this.now());
    const open = views.some(({ announcement }) => announcement.endedAt === null);
    const ripe =
      type === 'change'
        ? ANNOUNCED_STATES.has(ticket.state)
        : (await this.kinds.of(type).view(this.database, actor, ticket, standing)).major === 'declared';
    return { views, mayAnnounce: ripe && !open && mayAnnounce(actor, ticket.groupId) };
  }

  /** Throws `changes.announcement.not-found`. */
  async one(actor: Actor, id: string): Promise<AnnouncementView> {
    const [view] = await this.views(actor, [await this.board.store.one(this.database, id)], await this.now());
    return view!;
  }

  private async views(actor: Actor, announcements: readonly Announcement[], now: Instant): Promise<AnnouncementView[]> {
    const on = this.database;
    const ids = announcements.map(({ id }) => id);
    const behindIds = announcements.flatMap(({ incidentId, changeId }) => incidentId ?? changeId ?? []);
    const [updates, affected, tickets, visible] = await Promise.all([
      this.board.store.updates(on, ids),
      this.board.affected.byInstitution(on, ids),
      this.tickets.byIds(behindIds),
      this.tickets.visibleAmong(actor, behindIds),
    ]);
    const names = await this.names.find(actor.locale, {
      services: announcements.flatMap(({ serviceIds }) => serviceIds),
      institutions: [...announcements.flatMap(({ institutionIds }) => institutionIds), ...affected.map((one) => one.institutionId)],
      people: [...announcements.map(({ createdById }) => createdById), ...updates.map(({ byId }) => byId)],
    });
    return announcements.map((announcement) => {
      const { id, incidentId, changeId, endedAt } = announcement;
      const behind = tickets.get(incidentId ?? changeId ?? '');
      const seen = behind && visible.has(behind.id) ? behind : null;
      const writes = holds(actor, 'announcement.write') && mayAnnounce(actor, behind?.groupId ?? null);
      return {
        ...{ announcement, names, phase: phaseOf(announcement, now) },
        incident: incidentId === null ? null : seen,
        change: changeId === null ? null : seen,
        updates: updates.filter(({ announcementId }) => announcementId === id),
        affected: affected.filter(({ announcementId }) => announcementId === id),
        mayWrite: writes && endedAt === null,
      };
    });
  }

  private async now(): Promise<Instant> {
    const [row] = await this.database.query<{ now: Instant }>('select clock_timestamp() as now');
    return row!.now;
  }
}
