import { Injectable } from '@nestjs/common';
import type { StandingRound } from '#approvals';
import { AssetFacts, type ItemSummaryResponse } from '#assets';
import type { Actor, RefResponse } from '#identity';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { Change } from '../domain/change.js';
import type { ChangeConflictResponse, ChangeRefResponse } from '../http/responses/change.response.js';
import { type Concurrence, Concurrences } from '../store/concurrences.js';
import { ChangeStanding } from './change-standing.js';
import { ChangePath, type PathStep } from './change-path.js';

/** What stands beside the document of a change. */
export interface Beside {
  readonly items: ItemSummaryResponse[];
  readonly template: RefResponse | null;
  readonly conflicts: ChangeConflictResponse[];
  /** Its window lies in a freeze that nobody has let stand. */
  readonly newFreezes: boolean;
  /** Latest round first. */
  readonly rounds: readonly StandingRound[];
  readonly concurrences: readonly Concurrence[];
  readonly clonedFrom: ChangeRefResponse | null;
  readonly path: readonly PathStep[];
}

/** Gathers what other tables and modules know of a change. */
@Injectable()
export class ChangeBeside {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly assets: AssetFacts,
    private readonly concurrences: Concurrences,
    private readonly path: ChangePath,
    private readonly others: ChangeStanding,
  ) {}

  async of(actor: Actor, change: Change): Promise<Beside> {
    const { id, itemIds, detail } = change;
    return {
      items: await this.assets.amongThese(actor, itemIds),
      ...(await this.others.of(actor, change)),
      concurrences: await this.concurrences.of(this.database, id),
      clonedFrom: await this.refOf(detail.clonedFromId),
      path: await this.path.of(id),
    };
  }

  private async refOf(id: string | null): Promise<ChangeRefResponse | null> {
    const found = id === null ? undefined : await this.tickets.byId(id);
    return found ? { id: found.id, number: found.number, title: found.title } : null;
  }
}
