import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Actor, IdentityFacts, scopeOf } from '#identity';
import { Database } from '#platform';
import type { ServiceResponse } from '../http/responses/service.response.js';
import { subscribedToday, takesIncidents } from './offered-today.js';

/** The services that one can choose. */
@Injectable()
export class ServiceList {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  /**
   * The published services that are offered to an institution today: the actor's own, or the one named. Who reaches all
   * institutions and names none gets all. Throws `identity.institution.not-found` alike for an institution that does not
   * exist and for one out of reach.
   */
  async read(actor: Actor, institutionId?: string): Promise<ServiceResponse[]> {
    const reached = scopeOf(actor, 'institution.read');
    if (institutionId === undefined) return this.offered(actor, scopeOf(actor, 'service.read').all ? null : actor.institutionId);
    const own = institutionId === actor.institutionId || reached.institutionIds.includes(institutionId);
    if (!own && !(reached.all && (await this.identity.hasInstitution(institutionId)))) throw notFound('identity.institution');
    return this.offered(actor, institutionId);
  }

  private async offered(actor: Actor, institutionId: string | null): Promise<ServiceResponse[]> {
    return this.database.query<ServiceResponse>(
      `select s.id, s.code, case $1 when 'lv' then s.name_lv else s.name_en end as name,
         coalesce(case $1 when 'lv' then s.description_lv else s.description_en end, '') as description
       from catalogue.service s
       where ${takesIncidents('s')} and ($2::uuid is null or ${subscribedToday('s', '$2')})
       order by (case $1 when 'lv' then s.name_lv else s.name_en end) collate "lv-x-icu", s.id`,
      [actor.locale, institutionId],
    );
  }
}
