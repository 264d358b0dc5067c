import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader } from '#identity';
import { DomainError } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { AttachFile } from '#tickets';
import { MailFiles } from '../store/mail-files.js';
import { Mails } from '../store/mails.js';
import { contentsOf, filesOf } from './read-mail.js';

/**
 * Files what came with a mail with its ticket, by the rules that hold for any file: each in a transaction of its own that also strikes it
 * off the list of what is due. What the rules refuse stays with the mail, with the reason.
 */
@Injectable()
export class FileAttachments {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly mails: Mails,
    private readonly files: MailFiles,
    private readonly actors: ActorReader,
    private readonly attachFile: AttachFile,
  ) {}

  async execute(mailId: string): Promise<void> {
    const due = await this.files.due(this.database, mailId);
    const place = due.length > 0 ? await this.mails.place(this.database, mailId) : undefined;
    const source = place && (await this.mails.source(this.database, mailId));
    if (!place || !source) return;
    const actor = await this.actors.byId(place.actorId);
    const files = filesOf(await contentsOf(source));
    for (const { ord } of due) {
      const file = files[ord];
      if (!actor || !file) await this.refuse(mailId, ord, 'inbound.file-lost');
      else await this.fileOne(actor, { ...place, mailId, ord }, file);
    }
  }

  private async fileOne(
    actor: Actor,
    { mailId, ord, ticketId, commentId }: Place,
    file: { name: string; content: Uint8Array },
  ): Promise<void> {
    const rest = { commentId: commentId ?? undefined, visibility: 'public' as const };
    try {
      await this.attachFile.execute(actor, ticketId, {
        name: file.name,
        content: inOnePiece(file.content),
        rest: () => Promise.resolve(rest),
        alongside: async (tx, attachmentId) => {
          if (!(await this.files.filed(tx, mailId, ord, attachmentId))) throw new DomainError('inbound.file-filed', {}, 'conflict');
        },
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.refuse(mailId, ord, error.code);
    }
  }

  private refuse(mailId: string, ord: number, why: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.files.refused(tx, mailId, ord, why));
  }
}

interface Place {
  readonly mailId: string;
  readonly ord: number;
  readonly ticketId: string;
  readonly commentId: string | null;
}

async function* inOnePiece(content: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}
