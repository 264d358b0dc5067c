import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import { type Reaction, ReactionRegistry, type Tx } from '#platform';
import { ResumeIncident } from '../use-cases/resume-incident.js';

/** Within the transaction of a public reply: what awaited the requester goes on at that instant. */
@Injectable()
export class ResumeWhenRequesterReplied implements Reaction, OnModuleInit {
  readonly name = 'incidents.resume-when-requester-replied';
  readonly on = ['tickets.comment-added'];

  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly resume: ResumeIncident,
  ) {}

  onModuleInit(): void {
    this.reactions.within(this);
  }

  async handle(tx: Tx, { payload, subject, actorId }: TimedEvent): Promise<void> {
    if (payload['byStaff'] === true || payload['visibility'] !== 'public' || actorId === null) return;
    await this.resume.afterReply(tx, subject.id, actorId);
  }
}
