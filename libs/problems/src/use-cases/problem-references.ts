import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import { CatalogueFacts } from '#catalogue';
import { type Actor, IdentityFacts } from '#identity';
import { fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import { linkItem } from '#tickets';

/** Are the service, group, person and devices that a problem names really there? */
@Injectable()
export class ProblemReferences {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
    private readonly assets: AssetFacts,
  ) {}

  /** Throws `problems.service-unknown`. */
  async requireService(tx: Tx, serviceId: string | null | undefined): Promise<void> {
    if (serviceId && !(await this.catalogue.names([serviceId], 'lv', tx)).has(serviceId))
      throw fieldRefused('problems.service-unknown', 'serviceId');
  }

  /** Throws `problems.group-unknown`, `problems.owner-not-in-group`. */
  async requireOwner(tx: Tx, groupId: string, ownerId: string | null): Promise<void> {
    if (!(await this.identity.group(groupId, tx))) throw fieldRefused('problems.group-unknown', 'groupId');
    if (ownerId !== null && !(await this.identity.isMember(groupId, ownerId, tx)))
      throw fieldRefused('problems.owner-not-in-group', 'assigneeId');
  }

  /** The group that looks after the service, else the actor's first one; null where neither is there. */
  async groupFor(tx: Tx, actor: Actor, serviceId: string | null): Promise<string | null> {
    const ofService = serviceId === null ? null : await this.catalogue.defaultGroupOf(serviceId, tx);
    return ofService ?? actor.groupIds[0] ?? null;
  }

  /** Throws `problems.item-unknown` where the actor reads no such device. */
  async addItems(tx: Tx, actor: Actor, problemId: string, itemIds: readonly string[]): Promise<void> {
    for (const id of itemIds)
      if (!(await linkItem(tx, this.assets, actor, problemId, id))) throw fieldRefused('problems.item-unknown', 'itemIds');
  }
}
