import { EntitySchema } from 'typeorm';

const count = { type: 'integer', default: 0 } as const;

/** A table of sums: by edition, month and key. */
export function cell(
  name: string,
  tableName: string,
  key: Record<string, 'uuid' | 'text' | 'integer'>,
  counts: readonly string[],
): EntitySchema<Record<string, unknown>> {
  const primary = { primary: true, primaryKeyConstraintName: `pk_${tableName}` } as const;
  return new EntitySchema<Record<string, unknown>>({
    name,
    schema: 'kpis',
    tableName,
    columns: {
      edition: { type: 'integer', ...primary },
      month: { type: 'date', ...primary },
      ...Object.fromEntries(Object.entries(key).map(([column, type]) => [column, { type, ...primary }])),
      ...Object.fromEntries(counts.map((column) => [column, count])),
    },
  });
}

const dimensions = { institution_id: 'uuid', service_id: 'uuid', group_id: 'uuid' } as const;

/** `kpis.clock_cell`: clocks by month and all dimensions of KPI-09. */
export const clockCellSchema = cell('KpiClockCell', 'clock_cell', { kind: 'text', ...dimensions, priority: 'integer' }, [
  'met',
  'breached',
  'open_breached',
  'cancelled',
  'merged',
  'tests',
]);

/** `kpis.rating_cell`: one user's ratings in a month. */
export const ratingCellSchema = cell('KpiRatingCell', 'rating_cell', { ...dimensions, rater_id: 'uuid' }, ['ratings', 'satisfied', 'good']);

/** `kpis.resolution_cell`: tickets resolved in a month, those of them that were rated, and those that one contact was enough for. */
export const resolutionCellSchema = cell('KpiResolutionCell', 'resolution_cell', dimensions, ['resolved', 'rated', 'first_contact']);

/** `kpis.first_resolution_cell`: tickets resolved for the first time in a month, and those of them that were reopened. */
export const firstResolutionCellSchema = cell('KpiFirstResolutionCell', 'first_resolution_cell', dimensions, ['resolved', 'reopened']);

/** `kpis.change_cell`: changes implemented in a month, and what came of them. */
export const changeCellSchema = cell('KpiChangeCell', 'change_cell', { kind: 'text', ...dimensions }, [
  ...['implemented', 'successful', 'emergency', 'standard'],
  ...['conflicts', 'causing', 'incidents'],
]);
