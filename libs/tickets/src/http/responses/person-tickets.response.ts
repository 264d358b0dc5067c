import { TicketSummaryResponse } from './ticket-summary.response.js';

/** The tickets of one person, the latest first. */
export class PersonTicketsResponse {
  open: TicketSummaryResponse[];
  past: TicketSummaryResponse[];
}
