import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { ts, type Tx, UnitOfWork } from '#platform';
import { allowedMediaType, hasPreviewOf, safeFileName } from '../domain/file-rules.js';
import { notAllowed } from '../domain/ticket-standing.js';
import type { Visibility } from '../domain/ticket.js';
import { TicketKinds } from '../ports/ticket-kinds.js';
import { type SeenTicket, TicketFacts } from '../reads/ticket-facts.js';
import { AttachmentFiles, type ReceivedFile } from '../store/attachment-files.js';
import { ForgetFiles, holdFile } from './forget-files.js';

export interface FileInput {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
  /** Known only after the content, since the form's fields may follow the file. */
  readonly rest: () => Promise<{ readonly commentId: string | undefined; readonly visibility: Visibility | undefined }>;
  /** What the caller keeps of it, in the same transaction: a file that is taken from somewhere is taken once. */
  readonly alongside?: (tx: Tx, attachmentId: string) => Promise<void>;
}

/**
 * Files something with a ticket. The type is read from the bytes, the original is only ever downloaded, a picture is drawn anew for
 * looking at. The file gets its place last within the transaction; where that is rolled back, the file goes as well. Without a scanner configured the state is `not_scanned`, and the page says so (DOMAIN 2.2).
 */
@Injectable()
export class AttachFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly files: AttachmentFiles,
    private readonly forgetFiles: ForgetFiles,
  ) {}

  /** Answers the attachment's id. Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.finished`, `tickets.attachment-too-large`, `tickets.attachment-type`. */
  async execute(actor: Actor, key: string, input: FileInput): Promise<{ readonly id: string; readonly ticketId: string }> {
    const { ticket } = await this.permit(actor, key);
    const name = safeFileName(input.name);
    const file = await this.files.receive(input.content);
    try {
      const { commentId, visibility } = await input.rest();
      const mediaType = allowedMediaType((await fileTypeFromBuffer(file.head))?.mime, name, file.head);
      if (mediaType === undefined)
        throw new DomainError('tickets.attachment-type', {}, 'invalid', [{ pointer: '/file', code: 'tickets.attachment-type' }]);
      const hasPreview = hasPreviewOf(mediaType) && (await this.files.drawPreview(file));
      const filing = this.unitOfWork.run(async (tx) => {
        const seen = await this.permit(actor, ticket.id, tx);
        const seenAs = await this.visibilityOf(tx, actor, seen, { commentId, visibility });
        const filed = { file, name, mediaType, hasPreview, commentId: commentId ?? null, visibility: seenAs };
        await holdFile(tx, file.sha256);
        const id = await record(tx, actor, seen, filed);
        await input.alongside?.(tx, id);
        await this.files.keep(file, hasPreview);
        return { id, ticketId: ticket.id };
      });
      return await filing.catch(async (error: unknown) => {
        await this.forgetFiles.unlessFiled([file.sha256]).catch(() => undefined);
        throw error;
      });
    } finally {
      await this.files.discard(file.path);
    }
  }

  private async permit(actor: Actor, key: string, tx?: Tx): Promise<SeenTicket> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.own && !seen.standing.works) throw notAllowed('attach');
    const { type, state } = seen.ticket;
    if (this.kinds.of(type).finalStates.includes(state)) throw new DomainError('tickets.finished', { state }, 'conflict');
    return seen;
  }

  /** A file of a comment is as public as the comment, which must be the actor's own. */
  private async visibilityOf(
    tx: Tx,
    actor: Actor,
    { ticket, standing }: SeenTicket,
    given: Awaited<ReturnType<FileInput['rest']>>,
  ): Promise<Visibility> {
    const { commentId, visibility = 'public' } = given;
    if (commentId !== undefined) {
      const [comment] = await tx.query<{ visibility: Visibility }>(
        `select visibility from tickets.comment where id = $1 and ticket_id = $2 and author_id = $3`,
        [commentId, ticket.id, actor.id],
      );
      if (!comment) throw notFound('tickets.comment');
      return comment.visibility;
    }
    if (visibility === 'internal' && !standing.works) throw notAllowed('note');
    return visibility;
  }
}

interface Filed {
  readonly file: ReceivedFile;
  readonly name: string;
  readonly mediaType: string;
  readonly hasPreview: boolean;
  readonly commentId: string | null;
  readonly visibility: Visibility;
}

async function record(tx: Tx, actor: Actor, { ticket, standing }: SeenTicket, filed: Filed): Promise<string> {
  const id = randomUUID();
  const { file, name, mediaType, hasPreview, commentId, visibility } = filed;
  const byStaff = visibility === 'internal' || (standing.works && !standing.person);
  await tx.execute(
    `with touched as (update tickets.ticket set updated_at = greatest(updated_at, $13) where id = $2)
     insert into tickets.attachment (id, ticket_id, comment_id, by_id, by_staff, visibility, name, size, media_type, sha256, has_preview, scan_state, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      ticket.id,
      commentId,
      actor.id,
      byStaff,
      visibility,
      name,
      file.size,
      mediaType,
      file.sha256,
      hasPreview,
      'not_scanned',
      ts(tx.now),
    ],
  );
  await tx.append({
    type: 'tickets.attachment-added',
    version: 1,
    subject: { type: 'ticket', id: ticket.id },
    actorId: actor.id,
    payload: { attachmentId: id, visibility },
  });
  return id;
}
