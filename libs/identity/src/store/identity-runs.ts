import { RunTable, runTableSchema } from '#platform';

/** Files that are being applied, in slices. */
export const identityRuns = new RunTable<'import'>('identity.run');

/** `identity.run`. */
export const identityRunSchema = runTableSchema('IdentityRun', 'identity', ['import']);
