import { Injectable } from '@nestjs/common';
import { ApprovalBook, type StandingRound, type SubjectFacts } from '#approvals';
import { type Actor, IdentityFacts, scopeOf } from '#identity';
import { notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import type { Names, TicketFact } from '#tickets';
import type { AgendaItem, MeetingRecord } from '../domain/meeting.js';
import { Meetings } from '../store/meetings.js';
import { MeetingSources } from './meeting-sources.js';

/** A change on the agenda as a reader of the meeting sees it; `ticket` null where he may not see the change. */
export interface AgendaView {
  readonly item: AgendaItem;
  readonly ticket: TicketFact | null;
  readonly facts: SubjectFacts | null;
  readonly round: StandingRound | null;
}

export interface MeetingView {
  readonly record: MeetingRecord;
  readonly agenda: readonly AgendaView[];
  readonly names: Names;
}

/** Of roles that are held for single institutions, only those for all of them. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** Meetings of the CAB for the pages. Members read their own, whoever manages or audits all. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly approvals: ApprovalBook,
    private readonly sources: MeetingSources,
    private readonly identity: IdentityFacts,
  ) {}

  /** Throws `changes.meeting.not-found` where there is none that the actor may see. */
  async one(actor: Actor, id: string): Promise<MeetingView> {
    const [record] = await this.meetings.byIds([id]);
    const member = record?.members.some(({ userId }) => userId === actor.id);
    if (!record || !(scopeOf(actor, 'meeting.read').all || member)) throw notFound('changes.meeting');
    const ids = record.agenda.map(({ changeId }) => changeId);
    const visible = await this.sources.tickets.visibleAmong(actor, ids);
    const tickets = await this.sources.tickets.byIds(ids);
    const facts = await this.sources.subject.facts(this.database, actor, [...visible]);
    const agenda: AgendaView[] = [];
    for (const item of record.agenda) {
      const seen = visible.has(item.changeId);
      const round = seen ? ((await this.approvals.standing(undefined, item.changeId)).rounds[0] ?? null) : null;
      agenda.push({ item, round, ticket: (seen && tickets.get(item.changeId)) || null, facts: facts.get(item.changeId) ?? null });
    }
    return { record, agenda, names: await this.namesOf(actor, record, agenda) };
  }

  /** What is to come and what was, the latest first. */
  async page(actor: Actor, cursor: string | undefined, limit: number): Promise<Page<{ record: MeetingRecord; names: Names }>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<{ id: string; key: string }>(
      `select m.id, m.starts_at::text as key from changes.cab_meeting m
       where ($1 or exists (select 1 from changes.cab_member c where c.meeting_id = m.id and c.user_id = $2))
         and ($3::timestamptz is null or (m.starts_at, m.id) < ($3::timestamptz, $4::uuid))
       order by m.starts_at desc, m.id desc limit $5`,
      [scopeOf(actor, 'meeting.read').all, actor.id, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ key, id }) => [key, id]);
    const records = new Map((await this.meetings.byIds(page.items.map(({ id }) => id))).map((record) => [record.id, record]));
    const items = page.items.flatMap(({ id }) => records.get(id) ?? []);
    const names = await this.sources.names.find(actor.locale, { people: items.map(({ calledById }) => calledById) });
    return { items: items.map((record) => ({ record, names })), nextCursor: page.nextCursor };
  }

  /** Whom and what a new meeting may be called for: the members of the CAB, and the changes that await approval. */
  async candidates(
    actor: Actor,
  ): Promise<{ readonly people: readonly { id: string; name: string }[]; readonly changes: readonly TicketFact[] }> {
    const members = await this.identity.holdersOf('cab_member', NO_INSTITUTION);
    const managers = await this.identity.holdersOf('change_manager', NO_INSTITUTION);
    const names = await this.identity.names([...new Set([...members, ...managers])]);
    const people = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'lv'));
    const awaiting = await this.approvals.awaiting();
    const visible = await this.sources.tickets.visibleAmong(actor, awaiting);
    const facts = await this.sources.tickets.byIds(awaiting.filter((id) => visible.has(id)));
    return { people, changes: awaiting.flatMap((id) => facts.get(id) ?? []).filter(({ type }) => type === 'change') };
  }

  private namesOf(actor: Actor, record: MeetingRecord, agenda: readonly AgendaView[]): Promise<Names> {
    const voices = agenda.flatMap(({ round }) => round?.steps.flatMap(({ approvals }) => approvals.map((a) => a.approverId)) ?? []);
    const requesters = agenda.flatMap(({ ticket }) => ticket?.requesterId ?? []);
    const people = [record.calledById, ...record.members.map(({ userId }) => userId), ...voices, ...requesters];
    return this.sources.names.find(actor.locale, { people });
  }
}
