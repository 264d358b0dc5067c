import type { Instant } from './instant.js';

/** JSON values; what event payloads and ledgers are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Something that happened, in past tense. Payloads hold ids and facts, never names of people. */
export interface DomainEvent {
  /** `<module>.<what-happened>`, such as `incidents.resolved`. */
  readonly type: string;
  /** Version of the payload's shape. */
  readonly version: number;
  readonly subject: { readonly type: string; readonly id: string };
  /** The person who caused it; null where the system did. */
  readonly actorId: string | null;
  readonly payload: { readonly [key: string]: Json | undefined };
  /** When it happened, if not now: imported history keeps its original instants. */
  readonly at?: Instant;
}

/** An event whose instant is settled; what follows it within its own transaction sees it so, before the log has numbered it. */
export type TimedEvent = DomainEvent & { readonly at: Instant };

/** An event as the log keeps it. */
export interface RecordedEvent extends DomainEvent {
  readonly id: number;
  readonly at: Instant;
  /** True for history taken in from another system: it makes no notice and no mail. */
  readonly imported: boolean;
}
