import { loadContribution } from '../domain/cell.js';
import { LOAD_KINDS, type LoadFact } from '../domain/load-fact.js';
import { inMonthsOf } from './fact-months.js';
import type { FactTable } from './fact-table.js';

const dimensions = { institution_id: 'uuid', service_id: 'uuid', group_id: 'uuid' } as const;

export const loadFacts: FactTable<LoadFact> = {
  table: 'kpis.load_fact',
  columns: { load_id: 'uuid', ticket_id: 'uuid', kind: 'text', at: 'timestamptz', hour: 'integer', month: 'date', ...dimensions },
  id: 'load_id',
  at: 'at',
  months: inMonthsOf('month'),
  contribution: loadContribution,
  cells: {
    table: 'kpis.load_cell',
    key: { hour: 'integer', ...dimensions },
    counts: Object.fromEntries(LOAD_KINDS.map((kind) => [kind, `count(*) filter (where f.kind = '${kind}')`])),
    where: 'true',
  },
};
