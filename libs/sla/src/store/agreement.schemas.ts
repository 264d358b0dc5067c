import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

const empty = (type: 'uuid' | 'text' | 'date'): EntitySchemaColumnOptions => ({ type, nullable: true });
const nil = (column: string): string => `coalesce(${column}, '00000000-0000-0000-0000-000000000000'::uuid)`;

/** `sla.agreement`: who agreed with whom on which service; as it stands now. */
export const agreementSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaAgreement',
  schema: 'sla',
  tableName: 'agreement',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_agreement' },
    kind: { type: 'text' },
    reference: { type: 'text' },
    service_id: empty('uuid'),
    institution_id: empty('uuid'),
    group_id: empty('uuid'),
    supplier: empty('text'),
    policy_id: empty('uuid'),
    valid_from: { type: 'date' },
    valid_to: empty('date'),
    note: empty('text'),
    version: { type: 'integer', default: 1 },
  },
  indices: ['service', 'institution', 'group', 'policy'].map((noun) => ({ name: `ix_agreement_${noun}`, columns: [`${noun}_id`] })),
  foreignKeys: [
    { name: 'fk_agreement_service', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'fk_agreement_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_agreement_group', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    { name: 'fk_agreement_policy', target: 'SlaPolicy', columnNames: ['policy_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_agreement_kind', expression: `kind in ('sla', 'ola', 'uc')` },
    { name: 'ck_agreement_party', expression: `(kind = 'ola') = (group_id is not null) and (kind = 'uc') = (supplier is not null)` },
    { name: 'ck_agreement_policy', expression: `policy_id is null or kind = 'sla'` },
    { name: 'ck_agreement_reference', expression: `reference <> ''` },
    { name: 'ck_agreement_validity', expression: 'valid_to is null or valid_to >= valid_from' },
  ],
  exclusions: [
    {
      name: 'ex_agreement_overlap',
      expression: `USING gist (kind WITH =, ${nil('service_id')} WITH =, ${nil('institution_id')} WITH =, ${nil('group_id')} WITH =, coalesce(lower(supplier), '') WITH =, daterange(valid_from, valid_to) WITH &&)`,
    },
  ],
});

/** `sla.agreement_version`: every version of an agreement with who made it; append-only. */
export const agreementVersionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaAgreementVersion',
  schema: 'sla',
  tableName: 'agreement_version',
  columns: {
    agreement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_agreement_version' },
    version: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_agreement_version' },
    terms: { type: 'jsonb' },
    act: { type: 'text' },
    reason: empty('text'),
    actor_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_agreement_version_actor', columns: ['actor_id'] }],
  foreignKeys: [
    { name: 'fk_agreement_version_agreement', target: 'SlaAgreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'] },
    { name: 'fk_agreement_version_actor', target: 'AppUser', columnNames: ['actor_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_agreement_version_act', expression: `act in ('concluded', 'changed', 'ended')` }],
});

export const agreementSchemas = [agreementSchema, agreementVersionSchema];
