import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { finalStates } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { KindView, TicketKind, TicketRecord, TicketStanding } from '#tickets';
import { changeLifecycle } from '../domain/change-lifecycle.js';
import { DraftChange } from '../use-cases/draft-change.js';

/** A change has its own page and its own buttons: none of those of incidents. */
const NONE: KindView = {
  ...{ resolution: null, reopenUntil: null, hold: null, security: null, major: 'none' },
  abilities: {
    ...{ accept: false, acceptAndResolve: false, assign: false, hold: false, resume: false, resolve: false, confirm: false },
    ...{ reopen: false, cancel: false, changePriority: false, changeService: false, declareSecurity: false, decideMajor: false },
  },
};

/** What changes tell `#tickets` of themselves. */
@Injectable()
export class ChangeTicketKind implements TicketKind {
  readonly type = 'change';
  readonly finalStates = finalStates(changeLifecycle);

  constructor(private readonly draft: DraftChange) {}

  view(_on: Queryable, _actor: Actor, _ticket: TicketRecord, _standing: TicketStanding): Promise<KindView> {
    return Promise.resolve(NONE);
  }

  /** Nothing but people moves a change from group to group: it has no clock of the customer's that could run out. */
  handOver(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Whoever writes to a finished change asks for another. */
  async followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }> {
    return this.draft.write(tx, actor, { title: finished.title, description: text }, { followsId: finished.id });
  }
}
