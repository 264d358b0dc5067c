import { RefResponse } from '#identity';

export class AgreementAbilitiesResponse {
  change: boolean;
  end: boolean;
}

export class AgreementResponse {
  id: string;
  kind: 'sla' | 'ola' | 'uc';
  reference: string;
  /** Null for all services. */
  service: RefResponse | null;
  /** Null for all institutions. */
  institution: RefResponse | null;
  group: RefResponse | null;
  supplier: string | null;
  /** Null where the general policy holds. */
  policy: RefResponse | null;
  validFrom: string;
  /** The first day on which it no longer holds. */
  validTo: string | null;
  state: 'coming' | 'in_force' | 'ended';
  note: string | null;
  /** The ETag. */
  version: number;
  abilities: AgreementAbilitiesResponse;
}

export class AgreementsResponse {
  items: AgreementResponse[];
}

export class AgreementVersionResponse {
  version: number;
  act: 'concluded' | 'changed' | 'ended';
  reason: string | null;
  actor: RefResponse | null;
  at: string;
  reference: string;
  policy: RefResponse | null;
  validFrom: string;
  validTo: string | null;
}

export class AgreementWithHistoryResponse extends AgreementResponse {
  /** The latest first. */
  versions: AgreementVersionResponse[];
}
