import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import type { Queryable } from '#platform';
import type { Change } from '../domain/change.js';

/** Who speaks for the client where a change lets his service stand still. */
@Injectable()
export class ServiceClients {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  /**
   * Coordinators of the one institution that the outage touches; where it touches several, of the one that asked for the change. None
   * where there is no outage, or where nobody coordinates there.
   */
  async coordinatorsFor(on: Queryable, { detail, serviceIds, ticket }: Change): Promise<string[]> {
    if (detail.outageMinutes === 0) return [];
    const touched = [...new Set((await this.catalogue.subscribersOf(serviceIds, on)).map(({ institutionId }) => institutionId))];
    const institutionId = touched.length === 1 ? touched[0]! : ticket.institutionId;
    const found: string[] = [];
    for (const id of await this.identity.holdersOf('institution_coordinator', institutionId, on))
      if ((await this.identity.institutionOf(id, on)) === institutionId) found.push(id);
    return found;
  }
}
