import type { components } from '../../shared/api-schema';
import type { Change, ChangeState } from '../../shared/api/api-types';

export type { Change, ChangeState, ChangeSummary } from '../../shared/api/api-types';

type Schemas = components['schemas'];

export const changeStates = [
  'draft',
  'assessing',
  'awaiting_authorisation',
  'scheduled',
  'implementing',
  'review',
  'closed',
  'rejected',
  'cancelled',
] as const satisfies readonly ChangeState[];

export type ChangeKind = Schemas['ChangeSummaryResponse']['kind'];
export const changeKinds = ['standard', 'normal', 'emergency'] as const satisfies readonly ChangeKind[];

export const riskLevels = ['low', 'medium', 'high'] as const satisfies readonly RiskLevel[];

export type Outcome = NonNullable<Schemas['ChangeSummaryResponse']['outcome']>;
export const outcomes = ['successful', 'with_issues', 'rolled_back', 'failed'] as const satisfies readonly Outcome[];

type Funding = Schemas['ChangeResponse']['funding'];
export const fundingStates = ['not_needed', 'requested', 'granted', 'refused'] as const satisfies readonly Funding[];

export type Section = Schemas['ChangeSectionResponse']['code'];
export const sections = [
  'what',
  'risk',
  'plan',
  'test',
  'rollback',
  'window',
  'approvals',
  'outcome',
] as const satisfies readonly Section[];

export type ChangeRisk = Schemas['ChangeRiskResponse'];
export type RiskLevel = ChangeRisk['level'];
export type ChangeWindow = Schemas['ChangeWindowResponse'];
/** What is known of a change wherever it can be put into the calendar. */
export type PlacedChange = Pick<Change, 'id' | 'number' | 'title' | 'version' | 'state' | 'window' | 'outageMinutes'> & {
  abilities: Pick<Change['abilities'], 'override'>;
};
export type PlanStep = Schemas['PlanStepResponse'];
export type ChangeConflict = Schemas['ChangeConflictResponse'];
export type ChangeConcurrence = Schemas['ChangeConcurrenceResponse'];
export type StandingRound = Schemas['StandingRoundResponse'];
export type StandingStep = Schemas['StandingStepResponse'];
export type StandingApproval = Schemas['StandingApprovalResponse'];
/** A configuration item that the change touches. */
export type ItemRef = Pick<Schemas['ItemSummaryResponse'], 'id' | 'tag' | 'name'>;

/** What can be written in a change; null empties a field. */
export type EditChange = Schemas['EditChangeRequest'];
