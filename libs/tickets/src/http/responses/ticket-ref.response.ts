/** Another ticket that the reader may see. */
export class TicketRefResponse {
  id: string;
  number: string;
}
