import { EntitySchema } from 'typeorm';

export const problemSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Problem',
  schema: 'problems',
  tableName: 'problem',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'problem_pk' },
    type: { type: 'text', default: 'problem' },
    origin: { type: 'text' },
    origin_text: { type: 'text', nullable: true },
    root_cause: { type: 'text', nullable: true },
    workaround: { type: 'text', nullable: true },
    public_title: { type: 'text', nullable: true },
    public_text: { type: 'text', nullable: true },
    known_since: { type: 'timestamptz', nullable: true },
    risk_accepted_by_id: { type: 'uuid', nullable: true },
    risk_accepted_at: { type: 'timestamptz', nullable: true },
    risk_reason: { type: 'text', nullable: true },
    resolution: { type: 'text', nullable: true },
    verify_from: { type: 'timestamptz', nullable: true },
    end_reason: { type: 'text', nullable: true },
    recurrences: { type: 'integer', default: 0 },
  },
  indices: [{ name: 'problem_known', columns: ['known_since'], where: 'known_since is not null' }],
  foreignKeys: [
    { name: 'problem_ticket_fk', target: 'Ticket', columnNames: ['ticket_id', 'type'], referencedColumnNames: ['id', 'type'] },
    { name: 'problem_risk_accepted_by_fk', target: 'AppUser', columnNames: ['risk_accepted_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'problem_type', expression: `type = 'problem'` },
    { name: 'problem_origin_known', expression: `origin in ('incidents', 'trend', 'reason')` },
    { name: 'problem_origin_said', expression: `origin = 'incidents' or origin_text is not null` },
    { name: 'problem_known_whole', expression: 'known_since is null or (root_cause is not null and workaround is not null)' },
    { name: 'problem_public_whole', expression: '(public_title is null) = (public_text is null)' },
    { name: 'problem_risk_whole', expression: '(risk_accepted_at is null) = (risk_reason is null)' },
    { name: 'problem_recurrences_not_negative', expression: 'recurrences >= 0' },
  ],
});

export const fixSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ProblemFix',
  schema: 'problems',
  tableName: 'fix',
  columns: {
    problem_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'fix_pk' },
    change_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'fix_pk' },
    raised_at: { type: 'timestamptz' },
    outcome: { type: 'text', nullable: true },
    ended_at: { type: 'timestamptz', nullable: true },
    reviewed_at: { type: 'timestamptz', nullable: true },
    spent_at: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'fix_by_change', columns: ['change_id'] }],
  foreignKeys: [
    { name: 'fix_problem_fk', target: 'Problem', columnNames: ['problem_id'], referencedColumnNames: ['ticket_id'] },
    { name: 'fix_change_fk', target: 'Ticket', columnNames: ['change_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'fix_outcome_known', expression: `outcome in ('successful', 'with_issues', 'rolled_back', 'failed', 'not_done')` },
    { name: 'fix_outcome_whole', expression: '(outcome is null) = (ended_at is null)' },
  ],
});

export const problemsSchemas = [problemSchema, fixSchema];
