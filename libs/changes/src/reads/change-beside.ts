import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import type { ItemSummaryResponse } from '#assets';
import type { Actor, RefResponse } from '#identity';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { Change } from '../domain/change.js';
import type { ChangeConflictResponse, ChangeRefResponse, StandingRoundResponse } from '../http/responses/change.response.js';
import { type Concurrence, Concurrences } from '../store/concurrences.js';
import { ChangePath, type PathStep } from './change-path.js';

/** What stands beside the document of a change. */
export interface Beside {
  readonly items: ItemSummaryResponse[];
  readonly template: RefResponse | null;
  readonly conflicts: ChangeConflictResponse[];
  readonly approvals: StandingRoundResponse[];
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
  ) {}

  async of(actor: Actor, { id, itemIds, detail }: Change): Promise<Beside> {
    return {
      items: await this.assets.amongThese(actor, itemIds),
      template: null,
      conflicts: [],
      approvals: [],
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
