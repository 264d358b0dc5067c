import { ItemSummaryResponse } from '#assets';

/** The devices that a ticket is about. */
export class TicketItemsResponse {
  items: ItemSummaryResponse[];
}
