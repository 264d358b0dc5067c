import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import { fieldRefused } from '../domain/incident-errors.js';

/** Which group a new incident goes to: the service's, else the first user-support group (DOMAIN 2.2: `is_user_support`). */
@Injectable()
export class Routing {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  /** For a new ticket of this institution. Throws `incidents.service-not-offered` for the field `serviceId`. */
  async groupForNew(tx: Tx, serviceId: string | null, institutionId: string): Promise<string | null> {
    if (serviceId === null) return this.firstLine(tx);
    const filing = await this.catalogue.filing(serviceId, institutionId, tx);
    if (!filing) throw fieldRefused('incidents.service-not-offered', 'serviceId');
    return filing.groupId ?? this.firstLine(tx);
  }

  /** For a follow-up, also where the service is no longer offered. */
  async groupForFollowUp(tx: Tx, serviceId: string | null): Promise<string | null> {
    const ofService = serviceId === null ? null : await this.catalogue.defaultGroupOf(serviceId, tx);
    return ofService ?? this.firstLine(tx);
  }

  /** Null only where there is no user-support group at all. */
  private async firstLine(tx: Tx): Promise<string | null> {
    return (await this.identity.userSupportGroups(tx))[0] ?? null;
  }
}
