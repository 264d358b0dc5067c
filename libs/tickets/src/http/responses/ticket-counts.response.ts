/** Open tickets of one of the reader's groups. */
export class GroupCountResponse {
  id: string;
  count: number;
}

/** Open tickets by view; 10,000 stands for "that many or more". Which ones there are depends on the actor. */
export class TicketCountsResponse {
  mine?: number;
  group?: number;
  unassigned?: number;
  breaching?: number;
  all?: number;
  requested_open?: number;
  requested_all?: number;
  institution?: number;
  groups?: GroupCountResponse[];
}
