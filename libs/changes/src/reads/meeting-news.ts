import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import { Meetings } from '../store/meetings.js';

/** A meeting as its members are told of it. */
export interface MeetingNewsView {
  readonly title: string;
  readonly startsAt: Instant;
  readonly place: string | null;
  /** What it is to decide about, in its order; members read all of it. */
  readonly agenda: readonly Pick<TicketFact, 'number' | 'title'>[];
}

/** Meetings of the CAB, for whoever tells their members of them. */
@Injectable()
export class MeetingNews {
  constructor(
    private readonly meetings: Meetings,
    private readonly tickets: TicketFacts,
  ) {}

  /** Undefined where there is no such meeting. */
  async of(on: Queryable, id: string): Promise<MeetingNewsView | undefined> {
    const [record] = await this.meetings.byIds([id], on);
    if (!record) return undefined;
    const ids = record.agenda.map(({ changeId }) => changeId);
    const facts = await this.tickets.byIds(ids, on);
    const { title, startsAt, place } = record;
    return { title, startsAt, place, agenda: ids.flatMap((changeId) => facts.get(changeId) ?? []) };
  }
}
