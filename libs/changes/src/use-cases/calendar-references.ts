import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import { DomainError, type Interval, parseInstant } from '#kernel';
import type { Tx } from '#platform';

/** Refuses one field of a request. */
export function fieldRefused(field: string, code: string): DomainError {
  return new DomainError(`changes.${code}`, {}, 'invalid', [{ pointer: `/${field}`, code: `changes.${code}` }]);
}

/** Two ends that belong together; undefined where neither is given. Throws `changes.window-half` and `changes.window-backwards`. */
export function requireWindow(from: string | undefined, to: string | undefined): Interval | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw fieldRefused(from === undefined ? 'from' : 'to', 'window-half');
  const window = { from: parseInstant(from), to: parseInstant(to) };
  if (window.to <= window.from) throw fieldRefused('to', 'window-backwards');
  return window;
}

/** Whether a window of the calendar speaks of things that there are. */
@Injectable()
export class CalendarReferences {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
  ) {}

  /** Throws `changes.service-unknown` and `changes.institution-unknown`, kind `invalid`. */
  async require(
    tx: Tx,
    { serviceId, institutionId }: { readonly serviceId: string | null; readonly institutionId: string | null },
  ): Promise<void> {
    if (serviceId !== null && !(await this.catalogue.names([serviceId], 'lv', tx)).has(serviceId))
      throw fieldRefused('serviceId', 'service-unknown');
    if (institutionId !== null && !(await this.identity.hasInstitution(institutionId, tx)))
      throw fieldRefused('institutionId', 'institution-unknown');
  }
}
