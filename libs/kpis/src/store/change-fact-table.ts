import { changeContribution } from '../domain/cell.js';
import type { ChangeFact } from '../domain/change-fact.js';
import { inMonthsOf } from './fact-months.js';
import type { FactTable } from './fact-table.js';

const dimensions = { institution_id: 'uuid', service_id: 'uuid', group_id: 'uuid' } as const;

export const changeFacts: FactTable<ChangeFact> = {
  table: 'kpis.change_fact',
  columns: {
    ticket_id: 'uuid',
    kind: 'text',
    outcome: 'text',
    ended_at: 'timestamptz',
    month: 'date',
    ...dimensions,
    successful: 'boolean',
    incidents: 'integer',
    conflict: 'boolean',
    lead_seconds: 'integer',
  },
  id: 'ticket_id',
  at: 'ended_at',
  months: inMonthsOf('month'),
  contribution: changeContribution,
  cells: {
    table: 'kpis.change_cell',
    key: { kind: 'text', ...dimensions },
    counts: {
      implemented: 'count(*)',
      successful: 'count(*) filter (where f.successful)',
      emergency: `count(*) filter (where f.kind = 'emergency')`,
      standard: `count(*) filter (where f.kind = 'standard')`,
      conflicts: 'count(*) filter (where f.conflict)',
      causing: 'count(*) filter (where f.incidents > 0)',
      incidents: 'sum(f.incidents)',
    },
    where: 'true',
  },
};
