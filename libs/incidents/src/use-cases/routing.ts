import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import type { Tx } from '#platform';

/** Which group a new incident goes to: the service's, else the first user-support group (DOMAIN 2.2: `is_user_support`). */
@Injectable()
export class Routing {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  /** Null only where there is no user-support group at all. */
  async groupFor(tx: Tx, serviceId: string | null): Promise<string | null> {
    const ofService = serviceId === null ? null : await this.catalogue.defaultGroupOf(serviceId, tx);
    return ofService ?? (await this.identity.userSupportGroups(tx))[0] ?? null;
  }
}
