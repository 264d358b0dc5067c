import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import type { Level, NewTicket, TicketSource } from '#tickets';

/** What is known of an incident that is about to be filed. */
export interface Filing {
  readonly title: string;
  readonly description: string;
  readonly serviceId: string | null;
  readonly institutionId: string;
  readonly source: TicketSource;
  /** When it was said; a call may be dated back. */
  readonly submittedAt: Instant;
}

/** An incident that has just been filed, and what of a proposal it took: whatever a person said himself stands. */
export interface FiledByRule {
  readonly ticket: NewTicket & { readonly number: string };
  readonly groupTaken: boolean;
  readonly priorityTaken: boolean;
}

/** What a rule wants for a new incident. What is null it leaves to others. */
export interface FilingProposal {
  readonly groupId: string | null;
  readonly impact: Level | null;
  readonly urgency: Level | null;
  /** What it is about; a word that is out of use counts as none. */
  readonly category: string | null;
  /** What the rule does once the incident stands, in the same transaction: its trace, its first answer, its watchers. */
  settle(tx: Tx, filed: FiledByRule): Promise<void>;
}

export interface FilingAdviser {
  propose(tx: Tx, filing: Filing): Promise<FilingProposal | null>;
}

/** Where filing asks for rules. `routing` registers itself when it starts; until then there are none. */
@Injectable()
export class FilingRules implements FilingAdviser {
  private adviser: FilingAdviser | undefined;

  register(adviser: FilingAdviser): void {
    this.adviser = adviser;
  }

  async propose(tx: Tx, filing: Filing): Promise<FilingProposal | null> {
    return this.adviser ? this.adviser.propose(tx, filing) : null;
  }
}
