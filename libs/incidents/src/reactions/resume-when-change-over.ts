import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { ResumeIncident } from '../use-cases/resume-incident.js';

/** How a change ends, one way or another. */
const ENDS = ['changes.closed', 'changes.cancelled', 'changes.rejected'];
const OVER: ReadonlySet<string> = new Set(['closed', 'cancelled', 'rejected']);

/**
 * After a change has ended: incidents that wait for it go on (DOMAIN 3.1, "link closed"), whatever came of it, for somebody has to look. One that
 * waits for several changes goes on after the last of them.
 */
@Injectable()
export class ResumeWhenChangeOver implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly tickets: TicketFacts,
    private readonly resume: ResumeIncident,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'incidents.resume-when-change-over', on: ENDS, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, { subject }: RecordedEvent): Promise<void> {
    for (const { id, holdReason } of await this.tickets.linkedTo(subject.id, tx)) {
      if (holdReason !== 'awaiting_change') continue;
      const awaited = (await this.tickets.linkedTo(id, tx)).filter(({ type }) => type === 'change');
      if (awaited.every(({ state }) => OVER.has(state))) await this.resume.afterChange(tx, id);
    }
  }
}
