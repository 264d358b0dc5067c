import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import { type Filing, type FilingAdviser, type FilingProposal, FilingRules } from '#incidents';
import type { Tx } from '#platform';
import { CurrentRules } from '../reads/current-rules.js';
import { WorkingTime } from '../reads/working-time.js';
import { ApplyRule } from './apply-rule.js';

/** Tells filing which rule holds for a new incident: the first active one. */
@Injectable()
export class AdviseFiling implements FilingAdviser, OnModuleInit {
  constructor(
    private readonly filing: FilingRules,
    private readonly rules: CurrentRules,
    private readonly workingTime: WorkingTime,
    private readonly identity: IdentityFacts,
    private readonly apply: ApplyRule,
  ) {}

  onModuleInit(): void {
    this.filing.register(this);
  }

  async propose(tx: Tx, filing: Filing): Promise<FilingProposal | null> {
    const book = await this.rules.book(tx);
    const working = book.asksHours && (await this.workingTime.ask(tx))(filing.submittedAt);
    const found = book.first({ ...filing, working });
    if (!found) return null;
    const { rule } = found;
    // A group that has ended since takes nothing more; the service decides then.
    const group = rule.groupId === null ? undefined : await this.identity.group(rule.groupId, tx);
    const { impact, urgency, category } = rule;
    return { groupId: group?.id ?? null, impact, urgency, category, settle: (within, filed) => this.apply.execute(within, rule, filed) };
  }
}
