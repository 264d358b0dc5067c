import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import { type AskedRule, RuleBook } from '../domain/rule-book.js';
import type { Rule } from '../domain/rule.js';
import { RuleStore } from '../store/rule-store.js';

/** A process looks so often whether the rules are still the same; filing in between costs no question. */
const LOOK_EVERY_MS = 1_000;

/** A rule in force, ready to be asked. */
export interface CurrentRule extends AskedRule {
  readonly rule: Rule;
}

interface Kept {
  readonly version: number;
  readonly book: RuleBook<CurrentRule>;
  lookedAt: number;
}

/** The active rules, kept by each process under the version of the set: another process's change is seen within a second. */
@Injectable()
export class CurrentRules {
  private kept: Kept | undefined;

  constructor(private readonly rules: RuleStore) {}

  async book(on: Queryable): Promise<RuleBook<CurrentRule>> {
    const { kept } = this;
    const now = performance.now();
    if (kept && now - kept.lookedAt < LOOK_EVERY_MS) return kept.book;
    // The version is read before the rules: what changes in between is looked for again.
    const version = await this.rules.setVersion(on);
    if (kept?.version === version) {
      kept.lookedAt = now;
      return kept.book;
    }
    const active = (await this.rules.list(on)).filter((rule) => rule.active);
    const book = new RuleBook(active.map((rule) => ({ rule, conditions: rule })));
    this.kept = { version, book, lookedAt: now };
    return book;
  }

  /** The rules are others now: this process sees that at once. */
  forget(): void {
    this.kept = undefined;
  }
}
