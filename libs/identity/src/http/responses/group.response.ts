import { RefResponse } from './ref.response.js';

/** Somebody of a group. */
export class AvailableMemberResponse extends RefResponse {
  /** The last day (`YYYY-MM-DD`) of his absence; null where he is not away today. */
  absentUntil: string | null;
}

/** A support group with its active members. */
export class GroupResponse {
  id: string;
  name: string;
  /** 1 is the first line. */
  tier: number;
  /** Do its tickets count for KPI-02? */
  isUserSupport: boolean;
  members: AvailableMemberResponse[];
}

export class GroupsResponse {
  items: GroupResponse[];
}
