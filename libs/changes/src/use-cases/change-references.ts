import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import { CatalogueFacts } from '#catalogue';
import { type Actor, IdentityFacts } from '#identity';
import { fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import { linkItem, TicketFacts, unlinkItem } from '#tickets';

interface Named {
  readonly serviceId?: string | null | undefined;
  readonly serviceIds?: readonly string[] | undefined;
  readonly groupId?: string | null | undefined;
  readonly assigneeId?: string | null | undefined;
}

/** Are the services, groups, people and devices that a change names really there? */
@Injectable()
export class ChangeReferences {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
    private readonly assets: AssetFacts,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws 422 naming the field that names nothing. `groupId` is the group in which an assignee must be. */
  async require(tx: Tx, { serviceId, serviceIds, groupId, assigneeId }: Named, groupOfAssignee: string | null): Promise<void> {
    const services = [...new Set([...(serviceIds ?? []), ...(serviceId ? [serviceId] : [])])];
    const known = await this.catalogue.names(services, 'lv', tx);
    if (serviceId && !known.has(serviceId)) throw fieldRefused('changes.service-unknown', 'serviceId');
    if (services.some((id) => !known.has(id))) throw fieldRefused('changes.service-unknown', 'serviceIds');
    if (groupId && !(await this.identity.group(groupId, tx))) throw fieldRefused('changes.group-unknown', 'groupId');
    if (!assigneeId) return;
    if (groupOfAssignee === null || !(await this.identity.isMember(groupOfAssignee, assigneeId, tx)))
      throw fieldRefused('changes.implementer-not-in-group', 'assigneeId');
  }

  /** Makes `itemIds` the devices of the change; answers whether that changed anything. Throws 422 where the actor reads no such device. */
  async setItems(tx: Tx, actor: Actor, changeId: string, itemIds: readonly string[]): Promise<boolean> {
    const before = (await this.tickets.itemsOf([changeId], tx)).map(({ itemId }) => itemId);
    const added = itemIds.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !itemIds.includes(id));
    for (const id of added) {
      if (!(await linkItem(tx, this.assets, actor, changeId, id))) throw fieldRefused('changes.item-unknown', 'itemIds');
    }
    for (const id of removed) await unlinkItem(tx, this.assets, actor, changeId, id);
    return added.length + removed.length > 0;
  }

  /** The group that looks after the service; null where none is named. */
  async groupOf(tx: Tx, serviceId: string | null): Promise<string | null> {
    return serviceId === null ? null : this.catalogue.defaultGroupOf(serviceId, tx);
  }
}
