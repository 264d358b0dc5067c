import { stableId } from '#identity';
import type { Tx } from '#platform';

export type OfferingKind = 'incident' | 'request';

export interface ImportedService {
  readonly id: string;
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly descriptionLv?: string | null;
  readonly descriptionEn?: string | null;
  readonly ownerId?: string | null;
  readonly status: 'draft' | 'published' | 'retired';
  readonly criticality?: 'low' | 'medium' | 'high' | 'critical';
  readonly defaultGroupId?: string | null;
  readonly kinds: readonly OfferingKind[];
}

export interface ImportedSubscription {
  readonly serviceId: string;
  readonly institutionId: string;
  /** `YYYY-MM-DD`; the end is the first day that is not included any more. */
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/*
 * Taking in many rows at once, for first data and for history from elsewhere: under ids of the caller's own (`stableId`),
 * rows that are there already stay as they are.
 */

/** Services with a first version of each offering. Answers how many services were new. */
export async function importServices(tx: Tx, rows: readonly ImportedService[]): Promise<number> {
  const added = await tx.execute(
    `insert into catalogue.service (id, code, name_lv, name_en, description_lv, description_en, owner_id, status, criticality, default_group_id)
     select id, code, "nameLv", "nameEn", "descriptionLv", "descriptionEn", "ownerId", status, coalesce(criticality, 'medium'), "defaultGroupId"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, "nameLv" text, "nameEn" text, "descriptionLv" text, "descriptionEn" text,
       "ownerId" uuid, status text, criticality text, "defaultGroupId" uuid)
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
  await insertOfferings(
    tx,
    rows.flatMap(({ id, kinds }) => kinds.map((kind) => ({ serviceId: id, kind }))),
  );
  return added;
}

/** First versions of the ways to turn to a service. */
export async function addOfferings(tx: Tx, serviceId: string, kinds: readonly OfferingKind[]): Promise<void> {
  await insertOfferings(
    tx,
    kinds.map((kind) => ({ serviceId, kind })),
  );
}

async function insertOfferings(tx: Tx, offerings: readonly { readonly serviceId: string; readonly kind: OfferingKind }[]): Promise<void> {
  await tx.execute(
    `insert into catalogue.service_offering (id, service_id, kind)
     select id, "serviceId", kind from jsonb_to_recordset($1::jsonb) as r(id uuid, "serviceId" uuid, kind text) on conflict (id) do nothing`,
    [JSON.stringify(offerings.map(({ serviceId, kind }) => ({ id: stableId('offering', serviceId, kind, '1'), serviceId, kind })))],
  );
}

/** Subscriptions of institutions to services; one that overlaps another is left out. Answers how many were new. */
export async function importSubscriptions(tx: Tx, rows: readonly ImportedSubscription[]): Promise<number> {
  const withIds = rows.map((row) => ({ ...row, id: stableId('subscription', row.serviceId, row.institutionId, row.validFrom) }));
  return tx.execute(
    `insert into catalogue.subscription (id, service_id, institution_id, valid_from, valid_to)
     select id, "serviceId", "institutionId", "validFrom", "validTo"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "serviceId" uuid, "institutionId" uuid, "validFrom" date, "validTo" date)
     on conflict do nothing`,
    [JSON.stringify(withIds)],
  );
}
