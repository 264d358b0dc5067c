import { TicketResponse } from '#tickets';

/** Why one incident of a batch was left as it is, in the reader's language. */
export class BatchRefusalResponse {
  /** The status that the action alone would have answered. */
  status: number;
  code: string;
  detail: string;
}

/** What became of one incident: it is there as it is now, or the refusal is. */
export class BatchResultResponse {
  id: string;
  ticket: TicketResponse | null;
  refusal: BatchRefusalResponse | null;
}

/** The results in the order of the request. */
export class IncidentBatchResponse {
  done: number;
  refused: number;
  items: BatchResultResponse[];
}
