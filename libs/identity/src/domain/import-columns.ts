/** What a file of the organisation may hold. */
export const IMPORT_KINDS = ['institutions', 'units', 'people'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The columns of each kind, in the order in which an export writes them. Their names in both languages are those of the fields, the texts `identity.field.<field>`. */
export const IMPORT_COLUMNS = {
  institutions: [
    ...(['id', 'external_id', 'name_lv', 'name_en', 'kind', 'is_client', 'parent'] as const),
    ...(['registration_no', 'active_from', 'active_to'] as const),
  ],
  units: ['id', 'external_id', 'institution', 'name_lv', 'name_en', 'parent', 'active'],
  people: ['id', 'external_id', 'name', 'login', 'email', 'phone', 'institution', 'unit', 'language', 'active'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type ImportColumn = (typeof IMPORT_COLUMNS)[ImportKind][number];

/** The field that a column fills; `parent` is a word until the whole file is read, and `id` only says which record is meant. */
export const FIELD_OF: Readonly<Record<ImportColumn, string>> = {
  id: 'id',
  external_id: 'externalId',
  name_lv: 'nameLv',
  name_en: 'nameEn',
  kind: 'kind',
  is_client: 'isClient',
  parent: 'parentId',
  registration_no: 'registrationNo',
  active_from: 'activeFrom',
  active_to: 'activeTo',
  institution: 'institutionId',
  active: 'active',
  name: 'name',
  login: 'login',
  email: 'email',
  phone: 'phone',
  unit: 'unitId',
  language: 'locale',
};

/** What every record has: an empty cell says nothing about it. */
export const KEPT_WHERE_EMPTY: ReadonlySet<ImportColumn> = new Set([
  ...(['external_id', 'name_lv', 'name_en', 'kind', 'is_client', 'active_from'] as const),
  ...(['institution', 'active', 'name', 'language'] as const),
]);

/** The form of a source's name: it is shown, and stands with every record that the source tells of. */
export const SOURCE = /^[a-z0-9][a-z0-9-]{0,39}$/;
