import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { formatInstant } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { windowEvent } from '../domain/window-events.js';
import { type MaintenanceTerms, MaintenanceWindows } from '../store/maintenance-windows.js';
import { CalendarReferences, fieldRefused } from './calendar-references.js';
import { requireSoundPeriod } from './set-freeze.js';

/** Says when a service is maintained, by the week or once. */
@Injectable()
export class SetMaintenance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly windows: MaintenanceWindows,
    private readonly references: CalendarReferences,
  ) {}

  /**
   * Answers its id. Throws `changes.maintenance-kind` unless it is either weekly or once, `changes.window-backwards`, `changes.window-over`,
   * `changes.service-unknown` with the field; `changes.maintenance-overlaps` where the service has hours of that kind at that time.
   */
  async add(actor: Actor, terms: MaintenanceTerms): Promise<string> {
    requireRight(actor, 'change.freeze');
    return this.unitOfWork.run(async (tx) => {
      await this.check(tx, terms);
      const id = randomUUID();
      await this.windows.add(tx, id, terms);
      await tx.append(windowEvent('maintenance', 'set', id, actor.id, payloadOf(terms)));
      return id;
    });
  }

  /** Throws what `add` throws, `changes.maintenance.not-found` and `platform.version-mismatch`. */
  async change(actor: Actor, id: string, terms: MaintenanceTerms, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.freeze');
    await this.unitOfWork.run(async (tx) => {
      const before = await this.windows.lock(tx, id);
      requireVersion(ifMatch, before.version);
      await this.check(tx, terms);
      await this.windows.change(tx, id, terms);
      await tx.append(windowEvent('maintenance', 'set', id, actor.id, { ...payloadOf(terms), before: payloadOf(before) }));
    });
  }

  /** Throws `changes.maintenance.not-found`. */
  async remove(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'change.freeze');
    await this.unitOfWork.run(async (tx) => {
      const before = await this.windows.lock(tx, id);
      await this.windows.remove(tx, id);
      await tx.append(windowEvent('maintenance', 'lifted', id, actor.id, payloadOf(before)));
    });
  }

  private async check(tx: Tx, terms: MaintenanceTerms): Promise<void> {
    const { weekly, period, validFrom, validTo } = terms;
    if ((weekly === null) === (period === null)) throw fieldRefused('weekly', 'maintenance-kind');
    if ((weekly === null) !== (validFrom === null)) throw fieldRefused('validFrom', 'maintenance-kind');
    if (weekly?.some(({ from, to }) => from === to)) throw fieldRefused('weekly', 'window-backwards');
    if (validFrom !== null && validTo !== null && validTo <= validFrom) throw fieldRefused('validTo', 'window-backwards');
    if (period) requireSoundPeriod(period.from, period.to, tx.now);
    await this.references.require(tx, { serviceId: terms.serviceId, institutionId: null });
  }
}

function payloadOf({ serviceId, weekly, validFrom, validTo, period }: MaintenanceTerms) {
  const hours = weekly?.map(({ weekday, from, to }) => ({ weekday, from, to })) ?? null;
  const once = period && { from: formatInstant(period.from), to: formatInstant(period.to) };
  return { serviceId, weekly: hours, validFrom, validTo, period: once };
}
