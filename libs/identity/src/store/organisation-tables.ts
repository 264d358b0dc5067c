import type { PersonFields } from '../domain/person-fields.js';
import type { InstitutionKind } from './organisation.js';
import type { RecordTable } from './record-table.js';

export interface InstitutionFields {
  readonly nameLv: string;
  readonly nameEn: string;
  readonly kind: InstitutionKind;
  readonly isClient: boolean;
  /** `YYYY-MM-DD`; the end is the first day on which it is not served any more. */
  readonly activeFrom: string;
  readonly activeTo: string | null;
  readonly parentId: string | null;
  readonly registrationNo: string | null;
  readonly externalId: string | null;
}

export interface UnitFields {
  readonly institutionId: string;
  readonly parentId: string | null;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly active: boolean;
  readonly externalId: string | null;
}

export interface GroupFields {
  readonly nameLv: string;
  readonly nameEn: string;
  readonly tier: number;
  readonly isUserSupport: boolean;
  readonly calendarCode: string;
  readonly leadId: string | null;
  readonly email: string | null;
  readonly active: boolean;
}

export const INSTITUTIONS: RecordTable<InstitutionFields> = {
  name: 'identity.institution',
  subject: 'institution',
  noun: 'identity.institution',
  missing: 'identity.institution',
  columns: {
    nameLv: 'name_lv',
    nameEn: 'name_en',
    kind: 'kind',
    isClient: 'is_client',
    activeFrom: 'active_from',
    activeTo: 'active_to',
    parentId: 'parent_id',
    registrationNo: 'registration_no',
    externalId: 'external_id',
  },
};

export const UNITS: RecordTable<UnitFields> = {
  name: 'identity.org_unit',
  subject: 'org_unit',
  noun: 'identity.unit',
  missing: 'identity.unit',
  within: { subject: 'institution', field: 'institutionId', as: 'unitId' },
  columns: {
    institutionId: 'institution_id',
    parentId: 'parent_id',
    nameLv: 'name_lv',
    nameEn: 'name_en',
    active: 'active',
    externalId: 'external_id',
  },
};

/** A unit with the system that tells of it; null where it is kept by hand. */
export type SourcedUnit = UnitFields & { readonly source: string | null };

export const SOURCED_UNITS: RecordTable<SourcedUnit> = { ...UNITS, columns: { ...UNITS.columns, source: 'source' } };

export const GROUPS: RecordTable<GroupFields> = {
  name: 'identity.support_group',
  subject: 'support_group',
  noun: 'identity.group',
  missing: 'identity.group',
  columns: {
    nameLv: 'name_lv',
    nameEn: 'name_en',
    tier: 'tier',
    isUserSupport: 'is_user_support',
    calendarCode: 'calendar_code',
    leadId: 'lead_id',
    email: 'email',
    active: 'active',
  },
};

export const PEOPLE: RecordTable<PersonFields & { readonly searchText: string }> = {
  name: 'identity.app_user',
  subject: 'user',
  noun: 'identity.person',
  missing: 'identity.user',
  columns: {
    login: 'login',
    name: 'name',
    email: 'email',
    phone: 'phone',
    locale: 'locale',
    institutionId: 'institution_id',
    unitId: 'unit_id',
    externalId: 'external_id',
    leavesOn: 'leaves_on',
    active: 'active',
    searchText: 'search_text',
  },
};
