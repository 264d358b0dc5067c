import { RefResponse } from '#identity';
import { TicketRefResponse } from './ticket-ref.response.js';

export class AuthorResponse {
  /** Null where no person has written it: an answer that the system gave by a rule. */
  id: string | null;
  name: string;
  /** Wrote in the course of his work. */
  staff: boolean;
}

export class AttachmentResponse {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  sha256: string;
  scanState: 'not_scanned' | 'clean' | 'infected';
  hasPreview: boolean;
  at: string;
  by: RefResponse;
  visibility: 'public' | 'internal';
}

export class AttachmentsResponse {
  items: AttachmentResponse[];
}

export class CommentResponse {
  id: string;
  author: AuthorResponse;
  visibility: 'public' | 'internal';
  kind: 'reply' | 'note' | 'question' | 'reopening' | 'resolution' | 'automatic';
  /** Markdown. */
  body: string;
  at: string;
  attachments: AttachmentResponse[];
  /** The duplicate on which it was said, where that is another ticket. */
  from: TicketRefResponse | null;
}

export class CommentsResponse {
  items: CommentResponse[];
}

export class AddedCommentResponse extends CommentResponse {
  /** `personal_code`: the text seems to hold a Latvian personal code. */
  warnings: string[];
  /** The ticket was finished: nothing was added to it, and this new one holds the text (`id` is then its id). */
  followUp: TicketRefResponse | null;
  /** The ticket is resolved and its person may still reopen it. */
  mayReopen: boolean;
}

export class HistoryEntryResponse {
  id: number;
  at: string;
  type: string;
  actor: RefResponse | null;
  /** A sentence in the reader's language. */
  text: string;
  payload: Record<string, unknown>;
}

export class HistoryResponse {
  items: HistoryEntryResponse[];
}

/** The tickets that got an answer to all. */
export class ChildrenRepliedResponse {
  items: TicketRefResponse[];
}

export class LinkResponse {
  kind: string;
  /** Does the link lead from this ticket to the other, or back? */
  direction: 'out' | 'in';
  ticket: TicketRefResponse;
  title: string;
  state: string;
}

export class LinksResponse {
  items: LinkResponse[];
}

export class WatchersResponse {
  items: RefResponse[];
}
