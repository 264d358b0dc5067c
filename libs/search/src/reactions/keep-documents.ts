import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { IndexTickets } from '../use-cases/index-tickets.js';

const of = (module: string, events: string): string[] => events.split(' ').map((event) => `${module}.${event}`);

/** What changes the words of a ticket, who may see it, or whether it is open. */
const CHANGES_WORDS = [
  ...of('tickets', 'comment-added watcher-added watcher-removed'),
  ...of(
    'incidents',
    'submitted assigned accepted put-on-hold resumed resolved confirmed closed reopened cancelled unmerged service-changed security-declared',
  ),
  ...of('problems', 'opened edited assigned investigated identified resolved verified recurred dismissed'),
  ...of('changes', 'drafted edited submitted returned scheduled started finished closed cancelled rejected'),
];

/** After the event: the ticket's document follows it. */
@Injectable()
export class KeepDocuments implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly index: IndexTickets,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'search.keep-documents',
      on: CHANGES_WORDS,
      handle: async (tx, { subject }) => {
        if (subject.type === 'ticket') await this.index.execute(tx, [subject.id]);
      },
    });
  }
}
