import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { CONDITION_KEYS, type ConditionKey } from '../../domain/conditions.js';
import { EVIDENCE_KINDS, type EvidenceKind, LIFECYCLE_NAMES, type LifecycleName } from '../../domain/process.js';
import { STAGES, type Stage } from '../../domain/process-lifecycle.js';
import { TODO_CODES, type TodoCode } from '../../domain/todo.js';

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

/** Something that is missing, in words. */
export class ProcessTodoResponse {
  @ApiProperty({ enum: TODO_CODES })
  code: TodoCode;
  text: string;
  /** The reader may do it himself. */
  may: boolean;
}

export class ProcessSummaryResponse {
  id: string;
  practice: PracticeResponse;
  owner: RefResponse | null;
  @ApiProperty({ enum: STAGES })
  stage: Stage;
  stageSince: string;
  /** Whose tickets are its cases; null where it is not lived at the desk. */
  @ApiProperty({ enum: LIFECYCLE_NAMES, nullable: true })
  lifecycle: LifecycleName | null;
  conditions: ProcessConditionResponse[];
  reviewDueOn: string | null;
  /** What is missing for the next stage, or to keep this one. */
  todo: ProcessTodoResponse[];
  /** Of a process at risk: when it will be suspended unless its conditions are met again. */
  suspendsAt: string | null;
  /** The last day on which all of its documents hold and no review is due. */
  holdsUntil: string | null;
}

export class CountedProcessResponse {
  id: string;
  name: string;
  /** Null where a document of the years before the register says that it was implemented. */
  @ApiProperty({ enum: STAGES, nullable: true })
  stage: Stage | null;
}

/** KPI-03 at the end of a day. */
export class ProcessCountResponse {
  on: string;
  count: number;
  /** So many of them are counted by a document of the years before the register. */
  external: number;
  target: number | null;
  items: CountedProcessResponse[];
}

export class RegisterAbilitiesResponse {
  register: boolean;
  appointOwner: boolean;
}

export class ProcessesResponse {
  items: ProcessSummaryResponse[];
  /** The end of each year that a stage or a document speaks of, and now. */
  counts: ProcessCountResponse[];
  /** This installation is a demonstration: the history laid into it counts as if it were live. */
  demonstration: boolean;
  /** Whom the reader may name as the owner of a process. */
  owners: RefResponse[];
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
  lifecycleVersion: number | null;
  metrics: string[];
  lowVolumeReason: string | null;
  evidence: EvidenceResponse[];
  months: MonthCountResponse[];
  stages: ProcessStageResponse[];
  abilities: ProcessAbilitiesResponse;
  revision: number;
}

export class DeviatingTicketResponse {
  number: string;
  type: string;
  title: string;
}

export class DeviatingCaseResponse {
  ticketId: string;
  /** Null where the reader may not see it. */
  ticket: DeviatingTicketResponse | null;
  /** What it did otherwise, in sentences. */
  deviations: string[];
}

export class ConformanceResponse {
  months: MonthCountResponse[];
  /** Of the cases that ended in these months; at most two hundred. */
  deviating: DeviatingCaseResponse[];
}
