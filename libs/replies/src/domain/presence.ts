import type { Instant } from '#kernel';
import type { DraftKind } from './draft.js';

/** The topic under which processes tell each other that somebody began or ceased to type on a ticket. */
export const PRESENCE = 'presence';

/** A browser says every ten seconds that somebody is still typing; what is older than this is over. */
export const PRESENCE_SECONDS = 25;

/** Who is typing on a ticket. */
export interface Present {
  readonly userId: string;
  readonly kind: DraftKind;
  readonly since: Instant;
  readonly until: Instant;
}
