import { RefResponse } from './ref.response.js';

/** A support group with its active members. */
export class GroupResponse {
  id: string;
  name: string;
  /** 1 is the first line. */
  tier: number;
  /** Do its tickets count for KPI-02? */
  isUserSupport: boolean;
  members: RefResponse[];
}

export class GroupsResponse {
  items: GroupResponse[];
}
