import { RunTable, runTableSchema } from '#platform';
import type { RunKind } from '../domain/run.js';

/** Long work over many clocks. */
export const slaRuns = new RunTable<RunKind>('sla.run');

/** `sla.run`: long work over many clocks, done in slices. */
export const runSchema = runTableSchema('SlaRun', 'sla', ['replan', 'what_if']);
