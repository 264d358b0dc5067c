import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Change } from '../domain/change.js';
import { incomplete, ruleBroken } from '../domain/change-errors.js';
import type { Act } from '../domain/change-record.js';
import { missingForAuthority } from '../domain/change-sections.js';
import { AskApprovers } from './ask-approvers.js';

/** A changed document voids what was said of it (DOMAIN 3.5): whoever decides is asked anew at once. */
@Injectable()
export class AskAnew {
  constructor(private readonly approvers: AskApprovers) {}

  /** `before` is the content's hash before it was written. Throws `changes.standard-settled` for a standard change in the calendar. */
  async whereChanged(tx: Tx, change: Change, act: Act, before: string): Promise<void> {
    if (change.hash === before) return;
    if (change.state === 'scheduled') {
      if (change.detail.kind === 'standard') throw ruleBroken('changes.standard-settled');
      change.authoriseAnew();
    } else if (change.state !== 'awaiting_authorisation') return;
    const missing = change.detail.kind === 'normal' ? missingForAuthority(change) : [];
    if (missing.length > 0) throw incomplete(missing);
    await this.approvers.voidIfChanged(tx, change, act);
    await this.approvers.cancel(tx, change, act, 'asked-anew');
    await this.approvers.toAuthorise(tx, change, act);
  }
}
