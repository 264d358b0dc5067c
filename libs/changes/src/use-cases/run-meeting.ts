import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Tx, UnitOfWork } from '#platform';
import type { Meeting, MeetingEdit } from '../domain/meeting.js';
import { MeetingVerdicts } from '../reads/meeting-verdicts.js';
import { Meetings } from '../store/meetings.js';
import { MeetingReferences } from './meeting-references.js';

/** A meeting named in a request, with the version that it knows (`If-Match`). */
export interface MeetingTarget {
  readonly id: string;
  readonly ifMatch: string | undefined;
}

export type MeetingStep = 'open' | 'close' | 'cancel';

/** The change manager runs a meeting: writes it, opens it, closes it with what came of each change. */
@Injectable()
export class RunMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly references: MeetingReferences,
    private readonly verdicts: MeetingVerdicts,
  ) {}

  /** Throws what `Meeting.edit` throws, and what is said of an unknown member or change. */
  async edit(actor: Actor, target: MeetingTarget, edit: MeetingEdit): Promise<void> {
    await this.with(target, async (meeting, tx) => {
      await this.references.require(tx, actor, edit);
      meeting.edit(edit, { by: actor.id, at: tx.now });
      await this.references.letRead(tx, actor, meeting.record);
    });
  }

  /** Throws what the step throws. */
  async take(actor: Actor, target: MeetingTarget, step: MeetingStep): Promise<void> {
    await this.with(target, async (meeting, tx) => {
      const act = { by: actor.id, at: tx.now };
      if (step === 'close') meeting.close(act, await this.verdicts.of(tx, meeting.record));
      else meeting[step](act);
    });
  }

  private async with({ id, ifMatch }: MeetingTarget, work: (meeting: Meeting, tx: Tx) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const meeting = await this.meetings.lock(tx, id, ifMatch);
      await work(meeting, tx);
      await this.meetings.save(tx, meeting);
    });
  }
}
