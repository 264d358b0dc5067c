import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '#platform';
import type { MailFile } from '../domain/parsed-mail.js';

export interface DueFile {
  readonly ord: number;
  readonly name: string;
}

/** The files of a mail: which of them wait to be filed with its ticket. Their bytes are those of the mail. */
@Injectable()
export class MailFiles {
  constructor(private readonly database: Database) {}

  /** Notes the files of a mail, as the mail is read. */
  async list(tx: Tx, mailId: string, files: readonly MailFile[]): Promise<void> {
    if (files.length === 0) return;
    const rows = files.map(({ name, content }, ord) => ({ ord, name: name.slice(0, 300), size: content.length }));
    await tx.execute(
      `insert into inbound.mail_file (mail_id, ord, name, size, state)
       select $1, ord, name, size, 'listed' from jsonb_to_recordset($2::jsonb) as r(ord int, name text, size int) on conflict do nothing`,
      [mailId, JSON.stringify(rows)],
    );
  }

  /** From now on they are to be filed with the mail's ticket. */
  async fall(tx: Tx, mailId: string): Promise<void> {
    await tx.execute(`update inbound.mail_file set state = 'due' where mail_id = $1 and state = 'listed'`, [mailId]);
  }

  /** Ids of mails some of whose files are due. */
  async mailsWithDue(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct mail_id as id from inbound.mail_file where state = 'due' limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async due(on: Queryable, mailId: string): Promise<DueFile[]> {
    return on.query<DueFile>(`select ord, name from inbound.mail_file where mail_id = $1 and state = 'due' order by ord`, [mailId]);
  }

  /** Marks one as filed; false where somebody else has filed it meanwhile. */
  async filed(tx: Tx, mailId: string, ord: number, attachmentId: string): Promise<boolean> {
    const done = await tx.execute(
      `update inbound.mail_file set state = 'filed', attachment_id = $3 where mail_id = $1 and ord = $2 and state = 'due'`,
      [mailId, ord, attachmentId],
    );
    return done > 0;
  }

  async refused(tx: Tx, mailId: string, ord: number, why: string): Promise<void> {
    await tx.execute(`update inbound.mail_file set state = 'refused', why = $3 where mail_id = $1 and ord = $2 and state = 'due'`, [
      mailId,
      ord,
      why,
    ]);
  }
}
