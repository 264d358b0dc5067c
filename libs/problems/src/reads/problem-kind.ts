import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { finalStates } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { KindView, TicketKind, TicketRecord, TicketStanding } from '#tickets';
import { problemLifecycle } from '../domain/problem-lifecycle.js';
import { LinkChange } from '../use-cases/link-change.js';
import { OpenProblem } from '../use-cases/open-problem.js';

/** A problem has its own page and its own buttons: none of those of incidents. */
const NONE: KindView = {
  ...{ resolution: null, reopenUntil: null, hold: null, security: null, major: 'none' },
  abilities: {
    ...{ accept: false, acceptAndResolve: false, assign: false, hold: false, resume: false, resolve: false, confirm: false },
    ...{ reopen: false, cancel: false, changePriority: false, changeService: false, declareSecurity: false, decideMajor: false },
  },
};

/** What problems tell `#tickets` of themselves. */
@Injectable()
export class ProblemKind implements TicketKind {
  readonly type = 'problem';
  readonly finalStates = finalStates(problemLifecycle);

  constructor(
    private readonly open: OpenProblem,
    private readonly linkChange: LinkChange,
  ) {}

  view(_on: Queryable, _actor: Actor, _ticket: TicketRecord, _standing: TicketStanding): Promise<KindView> {
    return Promise.resolve(NONE);
  }

  /** Nothing but people moves a problem from group to group: it has no clock that could run out. */
  handOver(): Promise<boolean> {
    return Promise.resolve(false);
  }

  followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }> {
    return this.open.followUp(tx, actor, finished, text);
  }

  changeRaised(tx: Tx, actor: Actor, ticketId: string, changeId: string): Promise<void> {
    return this.linkChange.raised(tx, actor, ticketId, changeId);
  }
}
