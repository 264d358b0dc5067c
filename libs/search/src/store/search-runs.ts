import { RunTable, runTableSchema } from '#platform';

/** Rebuilds of the index, in slices. */
export const searchRuns = new RunTable<'rebuild'>('search.run');

/** `search.run`. */
export const searchRunSchema = runTableSchema('SearchRun', 'search', ['rebuild']);
