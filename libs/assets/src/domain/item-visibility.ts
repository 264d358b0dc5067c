import { type Actor, scopeOf } from '#identity';

/** The rows of `assets.configuration_item c` that an actor reads, each way on an index of its own; no way where there is none. */
export function itemWays(actor: Actor, add: (value: unknown) => string): string[] {
  const scope = scopeOf(actor, 'cmdb.read');
  if (scope.all) return ['true'];
  const ways: string[] = [];
  const institutions = scope.institutionIds.map((id) => `${add(id)}::uuid`);
  for (const id of institutions) ways.push(`c.institution_id = ${id}`);
  if (scope.own) {
    const elsewhere = institutions.length > 0 ? ` and c.institution_id not in (${institutions.join(', ')})` : '';
    ways.push(`(c.custodian_id = ${add(actor.id)}::uuid${elsewhere})`);
  }
  return ways;
}

/** The same as one condition (DOMAIN 9, "CMDB/equipment"). Every query over items passes it. */
export function itemVisibility(actor: Actor, add: (value: unknown) => string): string {
  const ways = itemWays(actor, add);
  return ways.length > 0 ? `(${ways.join(' or ')})` : 'false';
}

/** May the actor write what belongs to this institution? */
export function writesIn(actor: Actor, institutionId: string): boolean {
  const scope = scopeOf(actor, 'cmdb.write');
  return scope.all || scope.institutionIds.includes(institutionId);
}
