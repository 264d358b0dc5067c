import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { UnitOfWork } from '#platform';
import { majority, Meeting, newAgendaItem } from '../domain/meeting.js';
import { Meetings } from '../store/meetings.js';
import { MeetingReferences } from './meeting-references.js';

export interface CallMeetingInput {
  readonly title: string;
  readonly startsAt: Instant;
  readonly place: string | null;
  readonly memberIds: readonly string[];
  /** More than half of the members where it is not said. */
  readonly quorum: number | undefined;
  readonly changeIds: readonly string[];
}

/** The change manager calls a meeting of the CAB. Its members may read what is on the agenda from then on. */
@Injectable()
export class CallMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly references: MeetingReferences,
  ) {}

  /** Answers the meeting's id. Throws `changes.meeting-member-unknown`, `changes.meeting-change-unknown`, `changes.meeting-quorum-impossible`. */
  async execute(actor: Actor, { title, startsAt, place, memberIds, quorum, changeIds }: CallMeetingInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.references.require(tx, actor, { memberIds, changeIds });
      const members = [...new Set(memberIds)].map((userId) => ({ userId, present: null }));
      const meeting = new Meeting({
        ...{ id: randomUUID(), title, startsAt, place, quorum: quorum ?? majority(members.length), state: 'planned', minutes: null },
        ...{ calledById: actor.id, openedAt: null, closedAt: null, version: 1, members },
        agenda: [...new Set(changeIds)].map((changeId, at) => newAgendaItem(changeId, at + 1)),
      });
      meeting.call({ by: actor.id, at: tx.now });
      await this.meetings.save(tx, meeting);
      await this.references.letRead(tx, actor, meeting.record);
      return meeting.record.id;
    });
  }
}
