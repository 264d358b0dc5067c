import { Injectable } from '@nestjs/common';
import { fieldRefused } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { requireDays } from '../domain/absence-days.js';
import { scopeOf } from '../domain/scope-of.js';
import { Absences, type NewAbsence } from '../store/absences.js';

/** In one transaction. */
const AT_ONCE = 200;

/** Says that one is away, and who stands in. */
@Injectable()
export class KeepAbsences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: Absences,
  ) {}

  /** Throws (invalid) for days that are none or have passed, and for a delegate whom one cannot look up or who is oneself. */
  async add(actor: Actor, absence: NewAbsence): Promise<string> {
    requireDays(absence.firstDay, absence.lastDay);
    return this.unitOfWork.run(async (tx) => {
      if (absence.delegateId !== null) await this.requireDelegate(tx, actor, absence.delegateId);
      const id = await this.absences.add(tx, actor.id, absence);
      await this.note(tx, actor, 'identity.absence-added', { ...absence });
      return id;
    });
  }

  /** Throws not-found for what is not one's own. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.absences.remove(tx, actor.id, id);
      await this.note(tx, actor, 'identity.absence-removed', {});
    });
  }

  /** Says of absences that they have begun, once of each; how many it said it of. */
  async beginThoseDue(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const begun = await this.absences.begin(tx, AT_ONCE);
      for (const { userId, ...days } of begun)
        await tx.append({
          ...{ type: 'identity.absence-began', version: 1, subject: { type: 'user', id: userId } },
          ...{ actorId: null, payload: { ...days } },
        });
      return begun.length;
    });
  }

  private async requireDelegate(tx: Tx, actor: Actor, delegateId: string): Promise<void> {
    const scope = scopeOf(actor, 'people.read');
    const found = await tx.query(
      `select 1 from identity.app_user where id = $1 and active and id <> $2 and ($3 or institution_id = any ($4::uuid[]))`,
      [delegateId, actor.id, scope.all, scope.institutionIds],
    );
    if (found.length === 0) throw fieldRefused('identity.delegate-unknown', 'delegateId');
  }

  private async note(tx: Tx, actor: Actor, type: string, payload: Record<string, string | null>): Promise<void> {
    await tx.append({ type, version: 1, subject: { type: 'user', id: actor.id }, actorId: actor.id, payload });
  }
}
