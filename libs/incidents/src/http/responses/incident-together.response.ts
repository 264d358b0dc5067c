import { RefResponse } from '#identity';
import { TicketRefResponse } from '#tickets';
import type { Audience, Channel } from '../../domain/communication.js';

/** What became of one child. */
export class ChildOutcomeResponse {
  ticket: TicketRefResponse;
  done: boolean;
  /** Code of the refusal, which is also the key of its text; null where it is done. */
  code: string | null;
  /** The refusal in words, in the reader's language; null where it is done. */
  detail: string | null;
}

export class ChildrenResolvedResponse {
  items: ChildOutcomeResponse[];
}

/** One entry of a major incident's log. */
export class CommunicationResponse {
  id: string;
  at: string;
  by: RefResponse;
  audience: Audience;
  channel: Channel;
  body: string;
}

export class CommunicationsResponse {
  items: CommunicationResponse[];
}
