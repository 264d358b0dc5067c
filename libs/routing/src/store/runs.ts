import { RunTable, runTableSchema } from '#platform';

/** Tries of rules on the past. */
export const routingRuns = new RunTable<'trial'>('routing.run');

/** `routing.run`. */
export const routingRunSchema = runTableSchema('RoutingRun', 'routing', ['trial']);
