import type { Locale } from './actor.js';

/** What is known of a person and edited field by field. */
export interface PersonFields {
  readonly login: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly institutionId: string;
  readonly unitId: string | null;
  readonly externalId: string | null;
  /** The first day on which he is not with us any more. */
  readonly leavesOn: string | null;
  readonly active: boolean;
}
