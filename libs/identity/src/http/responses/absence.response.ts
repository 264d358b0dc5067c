import { RefResponse } from './ref.response.js';

/** Days on which one is away, both included. */
export class AbsenceResponse {
  id: string;
  firstDay: string;
  lastDay: string;
  /** Who stands in. */
  delegate: RefResponse | null;
}

export class AbsencesResponse {
  items: AbsenceResponse[];
}
