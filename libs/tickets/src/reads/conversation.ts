import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Instant, notFound } from '#kernel';
import { Database, type Queryable, Texts } from '#platform';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import type { AttachmentResponse, CommentResponse } from '../http/responses/conversation.response.js';
import type { CommentKind } from '../store/comments.js';
import { type SeenTicket, TicketFacts } from './ticket-facts.js';
import { type Names, TicketNames } from './ticket-names.js';
import { iso } from './ticket-rows.js';

interface CommentRow {
  id: string;
  ticketId: string;
  number: string;
  authorId: string | null;
  byStaff: boolean;
  visibility: 'public' | 'internal';
  kind: CommentKind;
  body: string;
  at: Instant;
}

export interface AttachmentRow {
  id: string;
  ticketId: string;
  commentId: string | null;
  byId: string;
  visibility: 'public' | 'internal';
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  hasPreview: boolean;
  scanState: AttachmentResponse['scanState'];
  at: Instant;
}

const ATTACHMENT_COLUMNS = `a.id, a.ticket_id as "ticketId", a.comment_id as "commentId", a.by_id as "byId", a.visibility, a.name, a.size,
  a.media_type as "mediaType", a.sha256, a.has_preview as "hasPreview", a.scan_state as "scanState", a.at`;

/** What was said and filed on a ticket, as far as the actor may read it: internal notes and files are for staff alone. */
@Injectable()
export class Conversation {
  constructor(
    private readonly database: Database,
    private readonly facts: TicketFacts,
    private readonly names: TicketNames,
    private readonly texts: Texts,
  ) {}

  /** The comments, oldest first; public ones of its duplicates among them (DOMAIN 3.1). Throws `tickets.not-found`. */
  async comments(actor: Actor, key: string): Promise<CommentResponse[]> {
    const { ticket, standing } = await this.seen(actor, key);
    const params = new Params([ticket.id, standing.staff]);
    const rows = await this.database.query<CommentRow>(
      `select c.id, c.ticket_id as "ticketId", o.number, c.author_id as "authorId", c.by_staff as "byStaff", c.visibility, c.kind, c.body, c.at
       from tickets.comment c join tickets.ticket o on o.id = c.ticket_id
       where c.ticket_id = any(array(select $1::uuid union all
           select d.id from tickets.ticket d where d.duplicate_of_id = $1::uuid and ${ticketVisibility(actor, params, 'd')}))
         and (c.visibility = 'public' or ($2::boolean and c.ticket_id = $1::uuid))
       order by c.at, c.id`,
      params.values,
    );
    return this.present(actor, ticket.id, rows);
  }

  /** One comment that has just been added. */
  async comment(actor: Actor, ticketId: string, commentId: string): Promise<CommentResponse | undefined> {
    return (await this.comments(actor, ticketId)).find((comment) => comment.id === commentId);
  }

  /** The files of a ticket, oldest first. Throws `tickets.not-found`. */
  async attachments(actor: Actor, key: string): Promise<AttachmentResponse[]> {
    const { ticket, standing } = await this.seen(actor, key);
    const rows = await this.database.query<AttachmentRow>(
      `select ${ATTACHMENT_COLUMNS} from tickets.attachment a where a.ticket_id = $1 and (a.visibility = 'public' or $2) order by a.at, a.id`,
      [ticket.id, standing.staff],
    );
    const names = await this.names.find(actor.locale, { people: rows.map((row) => row.byId) });
    return rows.map((row) => toAttachment(row, names));
  }

  /** One file, if the actor may read it and no scan has found anything in it. Throws `tickets.attachment.not-found`. */
  async attachment(actor: Actor, id: string, on: Queryable = this.database): Promise<AttachmentRow> {
    const [row] = await on.query<AttachmentRow>(
      `select ${ATTACHMENT_COLUMNS} from tickets.attachment a where a.id = $1 and a.scan_state <> 'infected'`,
      [id],
    );
    const seen = row && (await this.facts.seenBy(actor, row.ticketId, on));
    if (!row || !seen || (row.visibility === 'internal' && !seen.standing.staff)) throw notFound('tickets.attachment');
    return row;
  }

  private async seen(actor: Actor, key: string): Promise<SeenTicket> {
    const seen = await this.facts.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    return seen;
  }

  private async present(actor: Actor, ticketId: string, rows: readonly CommentRow[]): Promise<CommentResponse[]> {
    const files = await this.database.query<AttachmentRow>(
      `select ${ATTACHMENT_COLUMNS} from tickets.attachment a where a.comment_id = any($1::uuid[]) order by a.at, a.id`,
      [rows.map((row) => row.id)],
    );
    const names = await this.names.find(actor.locale, { people: [...rows.map((row) => row.authorId), ...files.map((file) => file.byId)] });
    return rows.map((row) => ({
      id: row.id,
      author: {
        ...(names.orNull(row.authorId) ?? { id: null, name: this.texts.say(actor.locale, 'tickets.automatic-author') }),
        staff: row.byStaff,
      },
      visibility: row.visibility,
      kind: row.kind,
      body: row.body,
      at: iso(row.at),
      attachments: files.filter((file) => file.commentId === row.id).map((file) => toAttachment(file, names)),
      from: row.ticketId === ticketId ? null : { id: row.ticketId, number: row.number },
    }));
  }
}

function toAttachment(row: AttachmentRow, names: Names): AttachmentResponse {
  const { id, name, size, mediaType, sha256, scanState, hasPreview, visibility } = row;
  return { id, name, size, mediaType, sha256, scanState, hasPreview, at: iso(row.at), by: names.of(row.byId), visibility };
}
