import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import type { Actor } from '#identity';
import { Clock, formatInstant, type Instant } from '#kernel';
import { TicketFacts } from '#tickets';
import type { Problem } from '../domain/problem.js';
import type { ProblemFixResponse, ProblemResponse } from '../http/responses/problem.response.js';

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** What stands beside the document: changes, devices, and what the hour allows. */
@Injectable()
export class ProblemBeside {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly assets: AssetFacts,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, problem: Problem): Promise<Pick<ProblemResponse, 'fixes' | 'items' | 'verifiable'>> {
    const itemIds = (await this.tickets.itemsOf([problem.id])).map(({ itemId }) => itemId);
    const { verifyFrom } = problem.detail;
    return {
      fixes: await this.fixesOf(actor, problem),
      items: await this.assets.amongThese(actor, itemIds),
      verifiable: problem.state === 'resolved' && verifyFrom !== null && verifyFrom <= this.clock.now(),
    };
  }

  private async fixesOf(actor: Actor, { fixes }: Problem): Promise<ProblemFixResponse[]> {
    const ids = fixes.map(({ changeId }) => changeId);
    const [facts, seen] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    return fixes.map(({ changeId, raisedAt, outcome, endedAt, reviewedAt, spentAt }) => {
      const found = seen.has(changeId) ? facts.get(changeId) : undefined;
      return {
        change: found ? { id: found.id, number: found.number, title: found.title, state: found.state } : null,
        ...{ raisedAt: formatInstant(raisedAt), outcome, endedAt: iso(endedAt), reviewedAt: iso(reviewedAt), spent: spentAt !== null },
      };
    });
  }
}
