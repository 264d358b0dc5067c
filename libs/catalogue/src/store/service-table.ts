import type { RecordTable } from '#identity';

export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;

export type Criticality = (typeof CRITICALITIES)[number];

export interface ServiceFields {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly descriptionLv: string | null;
  readonly descriptionEn: string | null;
  readonly ownerId: string | null;
  readonly defaultGroupId: string | null;
  readonly criticality: Criticality;
  readonly status: 'draft' | 'published' | 'retired';
  /** Who wrote what another person publishes. */
  readonly draftedBy: string | null;
}

export const SERVICES: RecordTable<ServiceFields> = {
  name: 'catalogue.service',
  subject: 'service',
  noun: 'catalogue.service',
  missing: 'catalogue.service',
  columns: {
    code: 'code',
    nameLv: 'name_lv',
    nameEn: 'name_en',
    descriptionLv: 'description_lv',
    descriptionEn: 'description_en',
    ownerId: 'owner_id',
    defaultGroupId: 'default_group_id',
    criticality: 'criticality',
    status: 'status',
    draftedBy: 'drafted_by',
  },
};
