import type { Queryable } from '../database/transaction.js';

/**
 * Names of people by id, for modules that lie below the one that keeps people; that one provides it, globally. Erased or unknown people
 * are left out.
 */
export abstract class PeopleNames {
  abstract names(ids: readonly string[], on?: Queryable): Promise<ReadonlyMap<string, string>>;
}
