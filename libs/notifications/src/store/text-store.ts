import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';

/** An administrator's wording; null in a language whose shipped text holds. */
export interface OwnText {
  readonly key: string;
  readonly lv: string | null;
  readonly en: string | null;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
}

const COLUMNS = `key, text_lv as lv, text_en as en, version, updated_at as "updatedAt", updated_by as "updatedBy"`;

/** What administrators worded themselves: a handful of rows. */
@Injectable()
export class TextStore {
  async all(on: Queryable): Promise<ReadonlyMap<string, OwnText>> {
    const rows = await on.query<OwnText>(`select ${COLUMNS} from notifications.text`);
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Under lock until the end of the transaction, be there such a row or not. */
  async lock(tx: Tx, key: string): Promise<OwnText | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.text'), hashtext($1))`, [key]);
    const [row] = await tx.query<OwnText>(`select ${COLUMNS} from notifications.text where key = $1`, [key]);
    return row;
  }

  async write(tx: Tx, id: string, key: string, texts: Readonly<Record<Locale, string | null>>, by: string): Promise<void> {
    await tx.execute(
      `insert into notifications.text (id, key, text_lv, text_en, version, updated_at, updated_by) values ($1, $2, $3, $4, 1, $5, $6)
       on conflict (key) do update set text_lv = excluded.text_lv, text_en = excluded.text_en, version = notifications.text.version + 1,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [id, key, texts.lv, texts.en, ts(tx.now), by],
    );
  }
}
