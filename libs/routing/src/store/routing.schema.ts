import { EntitySchema } from 'typeorm';
import { routingRunSchema } from './runs.js';

type Row = Record<string, unknown>;

const reference = (
  name: string,
  target: string,
  column: string,
): { name: string; target: string; columnNames: string[]; referencedColumnNames: string[] } => ({
  ...{ name, target, columnNames: [column], referencedColumnNames: ['id'] },
});

/** `routing.rule_set`: one row; its version tells every process when its rules are old. */
const ruleSetSchema = new EntitySchema<Row>({
  name: 'RoutingRuleSet',
  schema: 'routing',
  tableName: 'rule_set',
  columns: {
    id: { type: 'smallint', primary: true, primaryKeyConstraintName: 'rule_set_pk' },
    version: { type: 'integer' },
  },
  checks: [{ name: 'rule_set_is_one', expression: 'id = 1' }],
});

/** `routing.rule`: a rule in its place. One that was removed stays, since tickets name it. */
const ruleSchema = new EntitySchema<Row>({
  name: 'RoutingRule',
  schema: 'routing',
  tableName: 'rule',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'routing_rule_pk' },
    position: { type: 'integer' },
    title: { type: 'text' },
    active: { type: 'boolean' },
    service_ids: { type: 'uuid', array: true },
    without_service: { type: 'boolean' },
    institution_ids: { type: 'uuid', array: true },
    sources: { type: 'text', array: true },
    words_any: { type: 'text', array: true },
    words_all: { type: 'text', array: true },
    words_none: { type: 'text', array: true },
    words_in: { type: 'text' },
    hours: { type: 'text', nullable: true },
    group_id: { type: 'uuid', nullable: true },
    impact: { type: 'smallint', nullable: true },
    urgency: { type: 'smallint', nullable: true },
    category: { type: 'text', nullable: true },
    answer_id: { type: 'uuid', nullable: true },
    watcher_ids: { type: 'uuid', array: true },
    version: { type: 'integer', default: 1 },
    created_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
    updated_by_id: { type: 'uuid' },
    removed_at: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'routing_rule_in_order', columns: ['position', 'id'], where: 'removed_at is null' }],
  foreignKeys: [
    reference('routing_rule_group_fk', 'SupportGroup', 'group_id'),
    reference('routing_rule_updated_by_fk', 'AppUser', 'updated_by_id'),
  ],
  checks: [
    { name: 'routing_rule_words_in_known', expression: `words_in in ('title', 'anywhere')` },
    { name: 'routing_rule_hours_known', expression: `hours in ('inside', 'outside')` },
    { name: 'routing_rule_levels', expression: `impact between 1 and 3 and urgency between 1 and 3` },
    { name: 'routing_rule_priority_whole', expression: `(impact is null) = (urgency is null)` },
  ],
});

/** `routing.rule_version`: what a rule said at the time of each of its versions. */
const ruleVersionSchema = new EntitySchema<Row>({
  name: 'RoutingRuleVersion',
  schema: 'routing',
  tableName: 'rule_version',
  columns: {
    rule_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'rule_version_pk' },
    version: { type: 'integer', primary: true, primaryKeyConstraintName: 'rule_version_pk' },
    terms: { type: 'jsonb' },
    at: { type: 'timestamptz' },
    by_id: { type: 'uuid' },
  },
  foreignKeys: [reference('rule_version_rule_fk', 'RoutingRule', 'rule_id'), reference('rule_version_by_fk', 'AppUser', 'by_id')],
});

/** `routing.applied`: by which rule a ticket was routed, and what it took of what the rule wanted. */
const appliedSchema = new EntitySchema<Row>({
  name: 'RoutingApplied',
  schema: 'routing',
  tableName: 'applied',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'applied_pk' },
    rule_id: { type: 'uuid' },
    rule_version: { type: 'integer' },
    group_taken: { type: 'boolean' },
    priority_taken: { type: 'boolean' },
    comment_id: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'applied_by_rule', columns: ['rule_id', 'at'] }],
  foreignKeys: [
    reference('applied_ticket_fk', 'Ticket', 'ticket_id'),
    {
      name: 'applied_rule_version_fk',
      target: 'RoutingRuleVersion',
      columnNames: ['rule_id', 'rule_version'],
      referencedColumnNames: ['rule_id', 'version'],
    },
  ],
});

export const routingSchemas = [ruleSetSchema, ruleSchema, ruleVersionSchema, appliedSchema, routingRunSchema];
