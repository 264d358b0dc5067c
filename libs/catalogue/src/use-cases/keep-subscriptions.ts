import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, findRecord, IdentityFacts, recordEvent } from '#identity';
import { DomainError, fieldRefused, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { SERVICES } from '../store/service-table.js';

export interface NewSubscription {
  readonly institutionId: string;
  /** `YYYY-MM-DD`; the end is the first day that is not included any more. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Says which institution receives a service, from which day on and up to which. */
@Injectable()
export class KeepSubscriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityFacts,
  ) {}

  /** Throws `catalogue.subscription-overlaps` (conflict) where the institution receives it on some of these days already. */
  async add(actor: Actor, serviceId: string, { institutionId, validFrom, validTo }: NewSubscription): Promise<void> {
    if (validTo !== null && validTo <= validFrom) throw fieldRefused('identity.ends-before-start', 'validTo');
    await this.unitOfWork.run(async (tx) => {
      if (!(await findRecord(tx, SERVICES, serviceId, { lock: true }))) throw notFound('catalogue.service');
      if (!(await this.identity.hasInstitution(institutionId, tx))) throw fieldRefused('identity.institution.not-found', 'institutionId');
      await this.requireFree(tx, serviceId, { institutionId, validFrom, validTo });
      await tx.execute(
        `insert into catalogue.subscription (id, service_id, institution_id, valid_from, valid_to) values ($1, $2, $3, $4, $5)`,
        [randomUUID(), serviceId, institutionId, validFrom, validTo],
      );
      await tx.append(recordEvent(SERVICES, 'subscribed', serviceId, actor, {}, { institutionId, from: validFrom, to: validTo }));
    });
  }

  /** `on`: the first day on which the institution does not receive it any more; a day before its start takes it back. */
  async end(actor: Actor, id: string, on: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [kept] = await tx.query<{ serviceId: string; institutionId: string; validFrom: string; validTo: string | null }>(
        `select service_id as "serviceId", institution_id as "institutionId", valid_from as "validFrom", valid_to as "validTo"
         from catalogue.subscription where id = $1 for update`,
        [id],
      );
      if (!kept) throw notFound('catalogue.subscription');
      if (kept.validTo !== null && on > kept.validTo) throw fieldRefused('catalogue.ends-later', 'on');
      if (on <= kept.validFrom) await tx.execute(`delete from catalogue.subscription where id = $1`, [id]);
      else await tx.execute(`update catalogue.subscription set valid_to = $2 where id = $1`, [id, on]);
      const { serviceId, institutionId } = kept;
      await tx.append(recordEvent(SERVICES, 'unsubscribed', serviceId, actor, {}, { institutionId, on }));
    });
  }

  /** The service is locked, so that nobody subscribes in between; the exclusion constraint guards what comes by other ways. */
  private async requireFree(tx: Tx, serviceId: string, { institutionId, validFrom, validTo }: NewSubscription): Promise<void> {
    const rows = await tx.query(
      `select 1 from catalogue.subscription where service_id = $1 and institution_id = $2 and daterange(valid_from, valid_to) && daterange($3::date, $4::date)`,
      [serviceId, institutionId, validFrom, validTo],
    );
    if (rows.length > 0) throw new DomainError('catalogue.subscription-overlaps', {}, 'conflict');
  }
}
