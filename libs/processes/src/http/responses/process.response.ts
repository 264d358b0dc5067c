import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { CONDITION_KEYS, type ConditionKey } from '../../domain/conditions.js';
import { EVIDENCE_KINDS, type EvidenceKind, type LifecycleName } from '../../domain/process.js';
import { STAGES, type Stage } from '../../domain/process-lifecycle.js';

export class PracticeResponse {
  code: string;
  framework: string;
  category: 'general' | 'service' | 'technical';
  name: string;
}

export class PracticesResponse {
  items: PracticeResponse[];
}

/** One of the six conditions, with a sentence of what it was decided from. */
export class ProcessConditionResponse {
  @ApiProperty({ enum: CONDITION_KEYS })
  key: ConditionKey;
  met: boolean;
  /** Shown by a document instead of by the desk. */
  external: boolean;
  text: string;
}

export class ProcessSummaryResponse {
  id: string;
  practice: PracticeResponse;
  owner: RefResponse | null;
  @ApiProperty({ enum: STAGES })
  stage: Stage;
  stageSince: string;
  conditions: ProcessConditionResponse[];
  reviewDueOn: string | null;
}

/** KPI-03 at the end of a day. */
export class ProcessCountResponse {
  on: string;
  count: number;
  target: number | null;
}

export class RegisterAbilitiesResponse {
  register: boolean;
  appointOwner: boolean;
}

export class ProcessesResponse {
  items: ProcessSummaryResponse[];
  /** The end of each year since the register began, and now. */
  counts: ProcessCountResponse[];
  abilities: RegisterAbilitiesResponse;
}

export class EvidenceFileResponse {
  name: string;
  sha256: string;
}

export class EvidenceAbilitiesResponse {
  file: boolean;
  verify: boolean;
  takeVerificationBack: boolean;
  withdraw: boolean;
}

export class EvidenceResponse {
  id: string;
  @ApiProperty({ enum: EVIDENCE_KINDS })
  kind: EvidenceKind;
  document: string;
  orderNumber: string | null;
  orderDate: string | null;
  signatory: string | null;
  file: EvidenceFileResponse | null;
  validTo: string | null;
  addedBy: RefResponse;
  addedAt: string;
  verifiedBy: RefResponse | null;
  verifiedAt: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  abilities: EvidenceAbilitiesResponse;
}

export class ProcessRoleResponse {
  name: string;
  duty: string;
}

export class MonthCountResponse {
  month: string;
  live: number;
  judged: number;
  conforming: number;
}

export class ProcessStageResponse {
  @ApiProperty({ enum: STAGES })
  stage: Stage;
  since: string;
  cause: string | null;
}

export class ProcessAbilitiesResponse {
  describe: boolean;
  changeOwner: boolean;
  addEvidence: boolean;
  design: boolean;
  approve: boolean;
  goLive: boolean;
  implement: boolean;
  review: boolean;
  retire: boolean;
}

export class ProcessResponse extends ProcessSummaryResponse {
  scope: string;
  description: string;
  roles: ProcessRoleResponse[];
  lifecycle: LifecycleName | null;
  lifecycleVersion: number | null;
  metrics: string[];
  lowVolumeReason: string | null;
  evidence: EvidenceResponse[];
  months: MonthCountResponse[];
  stages: ProcessStageResponse[];
  abilities: ProcessAbilitiesResponse;
  revision: number;
}

export class DeviatingCaseResponse {
  ticketId: string;
  /** What it did otherwise, in sentences. */
  deviations: string[];
}

export class ConformanceResponse {
  months: MonthCountResponse[];
  /** Of the cases that ended in these months; at most two hundred. */
  deviating: DeviatingCaseResponse[];
}
