import { RunTable } from '#platform';

export const PROCESS_RUN_KINDS = ['traces', 'flow', 'event_log'] as const;

/** Traces are counted anew, a flow is mined, an event log is read. */
export type ProcessRunKind = (typeof PROCESS_RUN_KINDS)[number];

/** Long work of this module, with its progress. */
export const processRuns = new RunTable<ProcessRunKind>('processes.run');

/** The job that goes on with a run of any kind. */
export const PROCESS_RUN_JOB = 'processes.continue-run';
