import { RunTable, runTableSchema } from '#platform';
import type { RecountKind } from '../domain/recount.js';

/** Recounts, with what they came to. */
export const kpiRuns = new RunTable<RecountKind>('kpis.run');

/** `kpis.run`: recounts in slices. */
export const kpiRunSchema = runTableSchema('KpiRun', 'kpis', ['all', 'days']);
