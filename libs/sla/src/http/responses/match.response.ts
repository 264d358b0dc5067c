import { RefResponse } from '#identity';
import { PolicyTargetResponse } from './policy.response.js';

export class CandidateResponse {
  target: PolicyTargetResponse;
  verdict: 'chosen' | 'less-specific' | 'other';
  /** In what it is for another; null unless `other`. */
  misses: 'serviceId' | 'institutionId' | 'partyId' | null;
  /** Why, in words. */
  why: string;
}

export class KindMatchResponse {
  kind: 'response' | 'resolution' | 'ola' | 'supplier';
  chosen: PolicyTargetResponse | null;
  candidates: CandidateResponse[];
}

export class AgreementCandidateResponse {
  id: string;
  reference: string;
  service: RefResponse | null;
  institution: RefResponse | null;
  policy: RefResponse;
  verdict: 'chosen' | 'less-specific' | 'other';
  why: string;
}

/** Which targets a ticket would get, and why. */
export class PolicyMatchResponse {
  policy: RefResponse;
  version: number;
  /** Who decided the policy: an agreement, nobody (the general one), or whoever asked for this version. */
  decidedBy: 'agreement' | 'general' | 'asked';
  agreements: AgreementCandidateResponse[];
  kinds: KindMatchResponse[];
}
