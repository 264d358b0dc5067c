import { Injectable } from '@nestjs/common';
import { ApprovalBook } from '#approvals';
import type { Tx } from '#platform';
import type { Change } from '../domain/change.js';
import type { Act } from '../domain/change-record.js';
import { ChangeStore } from '../store/change-store.js';
import { Concurrences } from '../store/concurrences.js';

/** Moves a change as its approvals and the bodies outside have decided (DOMAIN 3.4: "quorum; external steps (A17) done"). */
@Injectable()
export class SettleAuthority {
  constructor(
    private readonly changes: ChangeStore,
    private readonly concurrences: Concurrences,
    private readonly book: ApprovalBook,
  ) {}

  /** Authority was given: into the calendar, unless somebody outside has still to concur. */
  async granted(tx: Tx, changeId: string, act: Act): Promise<void> {
    const change = await this.changes.lockForSystem(tx, changeId);
    if (change?.state !== 'awaiting_authorisation' || !(await this.concurred(tx, changeId))) return;
    change.authorise(act);
    await this.changes.save(tx, change);
  }

  async refused(tx: Tx, changeId: string, act: Act, reason: string | null): Promise<void> {
    const change = await this.changes.lockForSystem(tx, changeId);
    if (change?.state !== 'awaiting_authorisation') return;
    change.reject(act, reason);
    await this.changes.save(tx, change);
  }

  /** What was begun on a word is ratified, or is not: then a finding says so. */
  async ratification(tx: Tx, changeId: string, act: Act, finding: 'not_ratified' | 'ratification_refused' | null): Promise<void> {
    const change = await this.changes.lockForSystem(tx, changeId);
    if (!change) return;
    if (finding === null) change.ratify(act);
    else change.raiseFinding(act, finding);
    await this.changes.save(tx, change);
  }

  /** A body outside has answered about a change under lock; whoever answers saves it. */
  async afterConcurrence(
    tx: Tx,
    change: Change,
    act: Act,
    answer: { readonly granted: boolean; readonly note: string | null },
  ): Promise<void> {
    if (change.state !== 'awaiting_authorisation') return;
    if (!answer.granted) {
      await this.book.cancel(tx, change.id, 'concurrence-refused', act.by);
      return change.reject(act, answer.note);
    }
    const [latest] = (await this.book.standing(tx, change.id)).rounds;
    if (latest?.purpose === 'authorise' && latest.state === 'granted' && (await this.concurred(tx, change.id))) change.authorise(act);
  }

  private async concurred(tx: Tx, changeId: string): Promise<boolean> {
    return (await this.concurrences.of(tx, changeId)).every(({ granted }) => granted === true);
  }
}
