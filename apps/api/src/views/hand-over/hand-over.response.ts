import { RefResponse } from '#identity';

export class HandOverAbsenceResponse {
  /** `YYYY-MM-DD`, both included. */
  from: string;
  until: string;
  /** Who stands in. */
  delegate: RefResponse | null;
}

/** Somebody whose open work the reader may hand over. */
export class HandOverPersonResponse extends RefResponse {
  /** Incidents, problems and changes together. */
  open: number;
  /** Of them, problems that he owns. */
  problems: number;
  /** Of them, changes that he carries out. */
  changes: number;
  /** Of the incidents, those that wait for something. */
  onHold: number;
  /** False: has left. */
  active: boolean;
  /** The first day on which he is not with us any more. */
  leavesOn: string | null;
  /** Away today or within a week. */
  away: HandOverAbsenceResponse | null;
}

export class HandOverPeopleResponse {
  /** Those who have left or are away first, then by name. */
  items: HandOverPersonResponse[];
  /** Groups that the reader leads: of others he hands over what is in these. */
  groupIds: string[];
}
