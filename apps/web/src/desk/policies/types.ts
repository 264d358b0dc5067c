import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type Policy = Schemas['PolicyResponse'];
export type PolicyVersion = Schemas['PolicyVersionResponse'];
export type VersionRef = Schemas['PolicyVersionRefResponse'];
export type Target = Schemas['PolicyTargetResponse'];
export type TargetKind = Target['kind'];
export type Terms = Schemas['TargetTermsResponse'];
export type Step = Schemas['EscalationStepResponse'];
export type StepAction = Step['action'];
export type Calendar = Schemas['TargetCalendarResponse'];
export type PolicyDraft = Schemas['PolicyDraftResponse'];
export type MidFlightRule = PolicyDraft['midFlightRule'];
export type Comparison = Schemas['PolicyComparisonResponse'];
export type ChangedTarget = Schemas['ChangedTargetResponse'];
export type Match = Schemas['PolicyMatchResponse'];
export type KindMatch = Schemas['KindMatchResponse'];
export type Agreement = Schemas['AgreementResponse'];
export type AgreementWithHistory = Schemas['AgreementWithHistoryResponse'];
export type AgreementKind = Agreement['kind'];
export type DraftBody = Schemas['PolicyDraftRequest'];
export type AgreementBody = Schemas['AgreementRequest'];
