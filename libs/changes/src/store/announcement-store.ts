import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Announcement, AnnouncementTerms, Bilingual } from '../domain/announcement.js';

/** News of an announcement, in the order in which they were told. */
export interface AnnouncementUpdate {
  readonly id: string;
  readonly announcementId: string;
  readonly at: Instant;
  readonly byId: string;
  readonly text: Bilingual;
}

interface Row extends Omit<Announcement, 'title' | 'text' | 'after'> {
  readonly titleLv: string;
  readonly titleEn: string;
  readonly textLv: string;
  readonly textEn: string;
  readonly afterLv: string | null;
  readonly afterEn: string | null;
}

const SELECT = `select a.id, a.kind, a.incident_id as "incidentId", a.change_id as "changeId", a.title_lv as "titleLv", a.title_en as "titleEn",
  a.text_lv as "textLv", a.text_en as "textEn", a.starts_at as "startsAt", a.expected_end_at as "expectedEndAt", a.ended_at as "endedAt",
  a.after_lv as "afterLv", a.after_en as "afterEn", a.created_by_id as "createdById", a.created_at as "createdAt", a.revision,
  array(select s.service_id from changes.announcement_service s where s.announcement_id = a.id order by 1) as "serviceIds",
  array(select i.institution_id from changes.announcement_institution i where i.announcement_id = a.id order by 1) as "institutionIds"
  from changes.announcement a`;

/** Announcements as they are kept. Every change raises the revision. */
@Injectable()
export class AnnouncementStore {
  /** Those not ended and those ended since `since`, the latest beginning first. */
  async openOrEndedSince(on: Queryable, since: Instant): Promise<Announcement[]> {
    const rows = await on.query<Row>(`${SELECT} where a.ended_at is null or a.ended_at > $1 order by a.starts_at desc, a.id limit 500`, [
      ts(since),
    ]);
    return rows.map(announcementOf);
  }

  /** Those of one incident or one change, the latest first. */
  async behind(on: Queryable, ticketId: string): Promise<Announcement[]> {
    const rows = await on.query<Row>(`${SELECT} where a.incident_id = $1 or a.change_id = $1 order by a.created_at desc`, [ticketId]);
    return rows.map(announcementOf);
  }

  /** Throws `changes.announcement.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<Announcement> {
    const [row] = await on.query<Row>(`${SELECT} where a.id = $1 ${lock}`, [id]);
    if (!row) throw notFound('changes.announcement');
    return announcementOf(row);
  }

  lock(tx: Tx, id: string): Promise<Announcement> {
    return this.one(tx, id, 'for update of a');
  }

  async add(
    tx: Tx,
    announcement: Pick<Announcement, 'id' | 'kind' | 'incidentId' | 'changeId' | 'createdById'> & AnnouncementTerms,
  ): Promise<void> {
    const { id, kind, incidentId, changeId, createdById, title, text, startsAt, expectedEndAt } = announcement;
    await tx.execute(
      `insert into changes.announcement (id, kind, incident_id, change_id, title_lv, title_en, text_lv, text_en, starts_at, expected_end_at,
         created_by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, kind, incidentId, changeId, title.lv, title.en, text.lv, text.en, ts(startsAt), ts(expectedEndAt)],
        ...[createdById, ts(tx.now)],
      ],
    );
    await this.setAudience(tx, id, announcement);
  }

  async change(tx: Tx, id: string, terms: AnnouncementTerms): Promise<void> {
    const { title, text, startsAt, expectedEndAt } = terms;
    await tx.execute(
      `update changes.announcement set title_lv = $2, title_en = $3, text_lv = $4, text_en = $5, starts_at = $6, expected_end_at = $7,
         revision = revision + 1 where id = $1`,
      [id, title.lv, title.en, text.lv, text.en, ts(startsAt), ts(expectedEndAt)],
    );
    await tx.execute('delete from changes.announcement_service where announcement_id = $1', [id]);
    await tx.execute('delete from changes.announcement_institution where announcement_id = $1', [id]);
    await this.setAudience(tx, id, terms);
  }

  async end(tx: Tx, id: string, after: Bilingual): Promise<void> {
    await tx.execute(
      `update changes.announcement set ended_at = $2, after_lv = $3, after_en = $4, revision = revision + 1
       where id = $1`,
      [id, ts(tx.now), after.lv, after.en],
    );
  }

  async addUpdate(tx: Tx, { id, announcementId, byId, text }: Omit<AnnouncementUpdate, 'at'>): Promise<void> {
    await tx.execute(
      'insert into changes.announcement_update (id, announcement_id, at, by_id, text_lv, text_en) values ($1, $2, $3, $4, $5, $6)',
      [id, announcementId, ts(tx.now), byId, text.lv, text.en],
    );
    await tx.execute('update changes.announcement set revision = revision + 1 where id = $1', [announcementId]);
  }

  /** The news of these announcements, the latest first. */
  async updates(on: Queryable, announcementIds: readonly string[]): Promise<AnnouncementUpdate[]> {
    const rows = await on.query<Omit<AnnouncementUpdate, 'text'> & { readonly textLv: string; readonly textEn: string }>(
      `select id, announcement_id as "announcementId", at, by_id as "byId", text_lv as "textLv", text_en as "textEn"
       from changes.announcement_update where announcement_id = any($1::uuid[]) order by at desc, id`,
      [announcementIds],
    );
    return rows.map(({ textLv, textEn, ...row }) => ({ ...row, text: { lv: textLv, en: textEn } }));
  }

  private async setAudience(tx: Tx, id: string, { serviceIds, institutionIds }: AnnouncementTerms): Promise<void> {
    await tx.execute('insert into changes.announcement_service (announcement_id, service_id) select $1, unnest($2::uuid[])', [
      id,
      [...new Set(serviceIds)],
    ]);
    await tx.execute('insert into changes.announcement_institution (announcement_id, institution_id) select $1, unnest($2::uuid[])', [
      id,
      [...new Set(institutionIds)],
    ]);
  }
}

function announcementOf({ titleLv, titleEn, textLv, textEn, afterLv, afterEn, ...row }: Row): Announcement {
  return {
    ...row,
    title: { lv: titleLv, en: titleEn },
    text: { lv: textLv, en: textEn },
    after: afterLv === null || afterEn === null ? null : { lv: afterLv, en: afterEn },
  };
}
