import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';

export class TemplateStepResponse {
  text: string;
  offsetMinutes: number | null;
  who: string | null;
}

export class TemplateOrderResponse {
  number: string;
  date: string;
  by: RefResponse;
  at: string;
}

/** What a version of a template says. */
export class TemplateVersionResponse {
  version: number;
  /** In the reader's language. */
  name: string;
  nameLv: string;
  nameEn: string;
  description: string | null;
  steps: TemplateStepResponse[];
  testPlan: string | null;
  rollbackPlan: string | null;
  rollbackNotNeeded: string | null;
  rollbackMinutes: number | null;
  maxRisk: 2 | 4;
  service: RefResponse | null;
  group: RefResponse | null;
  minutes: number;
  outageMinutes: number;
  failureLimit: number;
  authors: RefResponse[];
  savedAt: string;
  /** The order that put it in force; null for a draft. */
  order: TemplateOrderResponse | null;
}

/** How the changes from a template ended. */
export class TemplateRecordResponse {
  finished: number;
  successful: number;
  withIssues: number;
  /** Failed or rolled back. */
  failed: number;
  /** Ended well, and an incident followed. */
  causedIncident: number;
}

export class TemplateSuspensionResponse {
  at: string;
  cause: 'failures' | 'decision';
  note: string | null;
  failures: number | null;
  of: number | null;
}

export class TemplateAbilitiesResponse {
  change: boolean;
  approve: boolean;
  suspend: boolean;
  retire: boolean;
}

export class TemplateResponse {
  id: string;
  state: 'draft' | 'active' | 'suspended' | 'retired';
  revision: number;
  /** The version in force, else the latest. */
  current: TemplateVersionResponse;
  /** The latest version where no order has put it in force. */
  draft: TemplateVersionResponse | null;
  /** Share of the changes from it that succeeded and caused no incident (KPI-10). */
  success: FigureResponse;
  record: TemplateRecordResponse;
  suspension: TemplateSuspensionResponse | null;
  retiredAt: string | null;
  retirementReason: string | null;
  abilities: TemplateAbilitiesResponse;
}

export class TemplateListAbilitiesResponse {
  create: boolean;
}

export class TemplatesResponse {
  items: TemplateResponse[];
  abilities: TemplateListAbilitiesResponse;
}

/** A template with every version that it has had, the latest first. */
export class TemplateDetailResponse extends TemplateResponse {
  versions: TemplateVersionResponse[];
}
