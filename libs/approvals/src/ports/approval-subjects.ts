import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';

/** What stands in the way of a window, in one line. `number` is null where the reader may not see the other change. */
export interface SubjectConflict {
  readonly reason: string;
  readonly blocking: boolean;
  readonly number: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** What an approver must know to decide without opening the whole: short, in plain words. */
export interface SubjectFacts {
  /** The kind of ticket within its type, as a code (`normal`, `emergency`). */
  readonly kind: string | null;
  /** What is to happen, as its author wrote it. */
  readonly summary: string;
  readonly services: readonly string[];
  readonly risk: { readonly likelihood: number; readonly impact: number; readonly score: number } | null;
  readonly window: { readonly from: Instant; readonly to: Instant } | null;
  readonly outageMinutes: number;
  /** Is there a way back, and how long does it take? */
  readonly rollback: { readonly planned: boolean; readonly minutes: number | null };
  /** The work has begun on somebody's word and is to be ratified. */
  readonly begun: { readonly at: Instant; readonly consentAt: Instant | null } | null;
  readonly conflicts: readonly SubjectConflict[];
}

/** What the module of a type of ticket tells of it to whoever decides. */
export interface ApprovalSubject {
  /** Type of the tickets. */
  readonly type: string;
  facts(on: Queryable, reader: Actor, ticketIds: readonly string[]): Promise<ReadonlyMap<string, SubjectFacts>>;
}

/** Where approvals ask for what is decided about: each module of tickets registers itself when it starts. */
@Injectable()
export class ApprovalSubjects {
  private readonly byType = new Map<string, ApprovalSubject>();

  register(subject: ApprovalSubject): void {
    this.byType.set(subject.type, subject);
  }

  /** Facts by ticket; a type of which no module tells has none. */
  async facts(
    on: Queryable,
    reader: Actor,
    tickets: readonly { readonly id: string; readonly type: string }[],
  ): Promise<ReadonlyMap<string, SubjectFacts>> {
    const found = new Map<string, SubjectFacts>();
    for (const [type, subject] of this.byType) {
      const ids = tickets.filter((ticket) => ticket.type === type).map(({ id }) => id);
      if (ids.length > 0) for (const [id, facts] of await subject.facts(on, reader, ids)) found.set(id, facts);
    }
    return found;
  }
}
