import { EntitySchema } from 'typeorm';

export interface SubscriptionRow {
  id: string;
  service_id: string;
  institution_id: string;
  valid_from: string;
  valid_to: string | null;
}

export const subscriptionSchema = new EntitySchema<SubscriptionRow>({
  name: 'Subscription',
  schema: 'catalogue',
  tableName: 'subscription',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_subscription' },
    service_id: { type: 'uuid' },
    institution_id: { type: 'uuid' },
    valid_from: { type: 'date' },
    valid_to: { type: 'date', nullable: true },
  },
  indices: [
    { name: 'ix_subscription_institution', columns: ['institution_id', 'service_id'] },
    { name: 'ix_subscription_service', columns: ['service_id', 'valid_from'] },
  ],
  foreignKeys: [
    { name: 'fk_subscription_service', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'fk_subscription_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_subscription_validity', expression: 'valid_to is null or valid_to > valid_from' }],
  exclusions: [
    {
      name: 'ex_subscription_overlap',
      expression: 'USING gist (service_id WITH =, institution_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    },
  ],
});
