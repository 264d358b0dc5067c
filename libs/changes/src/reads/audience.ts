import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import { DomainError, type FieldError } from '#kernel';
import type { Queryable } from '#platform';
import type { AnnouncementTerms } from '../domain/announcement.js';

type Addressed = Pick<AnnouncementTerms, 'serviceIds' | 'institutionIds'>;

/** Whom an announcement is for: the institutions that it names, else those that subscribe to its services today. */
@Injectable()
export class Audience {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  async includes(on: Queryable, { serviceIds, institutionIds }: Addressed, institutionId: string): Promise<boolean> {
    return (await this.only(on, [{ serviceIds, institutionIds }], institutionId)).length > 0;
  }

  /** Those among `all` that are for the institution. */
  async only<One extends Addressed>(on: Queryable, all: readonly One[], institutionId: string): Promise<One[]> {
    const subscribed = await this.catalogue.subscribedServices(institutionId, on);
    return all.filter(({ serviceIds, institutionIds }) =>
      institutionIds.length > 0 ? institutionIds.includes(institutionId) : serviceIds.some((id) => subscribed.has(id)),
    );
  }

  /** Throws `changes.announcement-refused` where a service or an institution does not exist. */
  async requireKnown(on: Queryable, { serviceIds, institutionIds }: Addressed): Promise<void> {
    const [services, institutions] = await Promise.all([
      this.catalogue.names(serviceIds, 'lv', on),
      this.identity.institutionNames(institutionIds, 'lv', on),
    ]);
    const faults: FieldError[] = [
      ...(serviceIds.every((id) => services.has(id)) ? [] : [{ pointer: '/serviceIds', code: 'changes.service-unknown' }]),
      ...(institutionIds.every((id) => institutions.has(id)) ? [] : [{ pointer: '/institutionIds', code: 'changes.institution-unknown' }]),
    ];
    if (faults.length > 0) throw new DomainError('changes.announcement-refused', { count: faults.length }, 'invalid', faults);
  }
}
