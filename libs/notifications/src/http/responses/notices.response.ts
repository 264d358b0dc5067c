import { formatInstant } from '#kernel';
import type { NoticeView } from '../../reads/notices-of.js';

export class NoticeTicketResponse {
  id: string;
  number: string;
}

/** A notice of the bell. */
export class NoticeResponse {
  id: string;
  at: string;
  kind: string;
  /** What happened, in the reader's language. */
  text: string;
  ticket: NoticeTicketResponse | null;
  /** Path in the web app of the page that it is about, where that is no ticket's. */
  page: string | null;
  readAt: string | null;

  static of({ id, at, kind, text, ticket, page, readAt }: NoticeView): NoticeResponse {
    return { id, at: formatInstant(at), kind, text, ticket, page, readAt: readAt && formatInstant(readAt) };
  }
}

export class NoticesResponse {
  items: NoticeResponse[];
  nextCursor: string | null;
  /** Unread ones that the bell counts: what concerns a whole group is listed, not counted. */
  unread: number;
}
