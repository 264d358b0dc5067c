import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type Problem = Schemas['ProblemResponse'];
export type ProblemSummary = Schemas['ProblemSummaryResponse'];
export type ProblemState = ProblemSummary['state'];
export type Fix = Schemas['ProblemFixResponse'];
export type KnownError = Schemas['KnownErrorResponse'];
export type Knowledge = Schemas['EditProblemRequest'];

export const problemStates = [
  'new',
  'investigating',
  'known_error',
  'fix_in_progress',
  'resolved',
  'closed',
  'cancelled',
] as const satisfies readonly ProblemState[];

export type Origin = Problem['origin'];
export const origins = ['incidents', 'trend', 'reason'] as const satisfies readonly Origin[];
