import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import type { TicketFilters } from '../../domain/ticket-query.js';
import { SavedFiltersRequest } from '../requests/saved-view.request.js';

/** Filters, order and columns under a name. */
export class SavedViewResponse {
  id: string;
  name: string;
  @ApiProperty({ type: SavedFiltersRequest })
  filters: TicketFilters;
  sort: string | null;
  columns: string[];
  owner: RefResponse;
  /** The group that sees it too. */
  group: RefResponse | null;
  mine: boolean;
  mayChange: boolean;
}

export class SavedViewsResponse {
  items: SavedViewResponse[];
}

/** How many tickets a view holds for the reader. */
export class SavedViewCountResponse {
  id: string;
  count: number;
  /** There are that many or more: counting stops at 999, and after looking through a bounded number of tickets. */
  more: boolean;
}

export class SavedViewCountsResponse {
  items: SavedViewCountResponse[];
}

export class SavedViewIdResponse {
  id: string;
}
