import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, holds } from '#identity';
import { fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import { addWatcher, TicketFacts } from '#tickets';
import type { MeetingRecord } from '../domain/meeting.js';

/** Are the people and changes that a meeting names what they should be? */
@Injectable()
export class MeetingReferences {
  constructor(
    private readonly actors: ActorReader,
    private readonly tickets: TicketFacts,
  ) {}

  /** Members may decide; changes are such as the actor may see. Throws `changes.meeting-member-unknown`, `changes.meeting-change-unknown`. */
  async require(
    tx: Tx,
    actor: Actor,
    {
      memberIds = [],
      changeIds = [],
    }: { readonly memberIds?: readonly string[] | undefined; readonly changeIds?: readonly string[] | undefined },
  ): Promise<void> {
    for (const id of memberIds) {
      const member = await this.actors.byId(id, tx);
      if (!member || !holds(member, 'meeting.read')) throw fieldRefused('changes.meeting-member-unknown', 'memberIds');
    }
    const visible = await this.tickets.visibleAmong(actor, changeIds, tx);
    const facts = await this.tickets.byIds(changeIds, tx);
    if (changeIds.some((id) => !visible.has(id) || facts.get(id)?.type !== 'change'))
      throw fieldRefused('changes.meeting-change-unknown', 'changeIds');
  }

  /** DOMAIN 9, "P": members read the changes of their own meeting. */
  async letRead(tx: Tx, actor: Actor, { members, agenda }: MeetingRecord): Promise<void> {
    for (const { changeId } of agenda) for (const { userId } of members) await addWatcher(tx, changeId, userId, actor.id);
  }
}
