import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { notFound } from '#kernel';
import { Database } from '#platform';
import type { RegisteredServiceResponse, ServiceRowResponse, SubscriptionResponse } from '../http/responses/registered-service.response.js';
import { holdsToday } from './offered-today.js';

type Row = Omit<RegisteredServiceResponse, 'owner' | 'group' | 'abilities'> & {
  readonly ownerId: string | null;
  readonly groupId: string | null;
  readonly draftedBy: string | null;
};

const COLUMNS = `s.id, s.code, s.name_lv as "nameLv", s.name_en as "nameEn", s.status, s.criticality, s.owner_id as "ownerId", s.default_group_id as "groupId",
  (select count(*)::int from catalogue.subscription b where b.service_id = s.id and ${holdsToday('b')}) as subscribers`;

/** Services as the administration sees them, drafts and those retired among them. */
@Injectable()
export class ServiceRegister {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  async list({ locale }: Actor): Promise<ServiceRowResponse[]> {
    const rows = await this.database.query<Row>(
      `select ${COLUMNS} from catalogue.service s order by s.status = 'retired', s.name_lv, s.id limit 2000`,
    );
    const names = await this.names(locale, rows);
    return rows.map(({ ownerId, groupId, ...row }) => ({ ...row, owner: names(ownerId), group: names(groupId) }));
  }

  /** Throws `catalogue.service.not-found`. */
  async service(actor: Actor, id: string): Promise<RegisteredServiceResponse> {
    const [row] = await this.database.query<Row>(
      `select ${COLUMNS}, s.description_lv as "descriptionLv", s.description_en as "descriptionEn", s.version, s.drafted_by as "draftedBy",
         array(select distinct o.kind from catalogue.service_offering o where o.service_id = s.id order by 1) as kinds
       from catalogue.service s where s.id = $1`,
      [id],
    );
    if (!row) throw notFound('catalogue.service');
    const names = await this.names(actor.locale, [row]);
    const { ownerId, groupId, draftedBy, ...service } = row;
    const approves = holds(actor, 'sla.publish');
    return {
      ...service,
      owner: names(ownerId),
      group: names(groupId),
      abilities: {
        change: holds(actor, 'catalogue.write'),
        publish: approves && row.status !== 'published' && draftedBy !== actor.id,
        retire: approves && row.status === 'published',
      },
    };
  }

  /** Who receives the service, those that hold today first. */
  async subscriptions({ locale }: Actor, serviceId: string): Promise<SubscriptionResponse[]> {
    const rows = await this.database.query<Omit<SubscriptionResponse, 'institution'> & { institutionId: string }>(
      `select b.id, b.institution_id as "institutionId", b.valid_from as "validFrom", b.valid_to as "validTo", ${holdsToday('b')} as holds
       from catalogue.subscription b where b.service_id = $1 order by (${holdsToday('b')}) desc, b.valid_from desc, b.id limit 2000`,
      [serviceId],
    );
    const names = await this.identity.institutionNames(
      rows.map(({ institutionId }) => institutionId),
      locale,
    );
    return rows.map(({ institutionId, ...row }) => ({ ...row, institution: { id: institutionId, name: names.get(institutionId) ?? '' } }));
  }

  private async names(locale: Actor['locale'], rows: readonly Pick<Row, 'ownerId' | 'groupId'>[]) {
    const [people, groups] = await Promise.all([
      this.identity.names(rows.flatMap(({ ownerId }) => ownerId ?? [])),
      this.identity.groupNames(
        rows.flatMap(({ groupId }) => groupId ?? []),
        locale,
      ),
    ]);
    return (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? groups.get(id) ?? '' });
  }
}
