import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, formatInstant, type Instant } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { windowEvent } from '../domain/window-events.js';
import { ConflictCheck } from '../reads/conflict-check.js';
import { type FreezeTerms, FreezeWindows } from '../store/freeze-windows.js';
import { CalendarReferences, fieldRefused } from './calendar-references.js';

/** A freeze is a time of elections or of the year's end, not a way of life. */
const LONGEST = 92 * 86_400_000_000;

/** Sets a time in which nothing is changed, changes it and lifts it. */
@Injectable()
export class SetFreeze {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly freezes: FreezeWindows,
    private readonly references: CalendarReferences,
    private readonly conflicts: ConflictCheck,
  ) {}

  /**
   * Answers its id. Throws `changes.window-backwards`, `changes.window-too-long`, `changes.window-over`, `changes.service-unknown` and
   * `changes.institution-unknown` with the field; `changes.freeze-overlaps` where one of the same scope holds at that time.
   */
  async add(actor: Actor, terms: FreezeTerms): Promise<string> {
    requireRight(actor, 'change.freeze');
    return this.unitOfWork.run(async (tx) => {
      await this.check(tx, terms);
      const id = randomUUID();
      await this.freezes.add(tx, id, terms, actor.id);
      await tx.append(windowEvent('freeze', 'set', id, actor.id, payloadOf(terms)));
      return id;
    });
  }

  /** Throws what `add` throws, `changes.freeze.not-found` and `platform.version-mismatch`; what is over stays as it was. */
  async change(actor: Actor, id: string, terms: FreezeTerms, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.freeze');
    await this.unitOfWork.run(async (tx) => {
      const before = await this.freezes.lock(tx, id);
      requireVersion(ifMatch, before.version);
      if (before.to <= tx.now) throw over();
      await this.check(tx, terms);
      await this.freezes.change(tx, id, terms);
      await tx.append(windowEvent('freeze', 'set', id, actor.id, { ...payloadOf(terms), before: payloadOf(before) }));
    });
  }

  /** One that has begun ends now, one that has not is taken away. Throws `changes.freeze.not-found`, `changes.window-over`. */
  async lift(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'change.freeze');
    await this.unitOfWork.run(async (tx) => {
      const freeze = await this.freezes.lock(tx, id);
      if (freeze.to <= tx.now) throw over();
      await this.conflicts.lock(tx);
      const begun = freeze.from < tx.now;
      if (begun) await this.freezes.change(tx, id, { ...freeze, to: tx.now });
      else await this.freezes.remove(tx, id);
      await tx.append(windowEvent('freeze', 'lifted', id, actor.id, { ...payloadOf(freeze), begun }));
    });
  }

  /** The calendar is taken, so that no change is scheduled into a freeze in the moment in which it is set. */
  private async check(tx: Tx, terms: FreezeTerms): Promise<void> {
    requireSoundPeriod(terms.from, terms.to, tx.now);
    if (terms.to - terms.from > LONGEST) throw fieldRefused('to', 'window-too-long');
    if (terms.serviceId !== null && terms.institutionId !== null) throw fieldRefused('institutionId', 'freeze-scope');
    await this.references.require(tx, terms);
    await this.conflicts.lock(tx);
  }
}

/** Throws `changes.window-backwards` and `changes.window-over` for the field `to`. */
export function requireSoundPeriod(from: Instant, to: Instant, now: Instant): void {
  if (to <= from) throw fieldRefused('to', 'window-backwards');
  if (to <= now) throw fieldRefused('to', 'window-over');
}

const over = (): DomainError => new DomainError('changes.window-over', {}, 'conflict');

function payloadOf({ from, to, serviceId, institutionId, reason }: FreezeTerms) {
  return { from: formatInstant(from), to: formatInstant(to), serviceId, institutionId, reason };
}
