import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, type Queryable, requireVersion, ts, type Tx } from '#platform';
import { type AgendaItem, Meeting, type MeetingMember, type MeetingRecord } from '../domain/meeting.js';

const COLUMNS = `m.id, m.title, m.starts_at as "startsAt", m.place, m.quorum, m.state, m.minutes, m.called_by_id as "calledById",
  m.opened_at as "openedAt", m.closed_at as "closedAt", m.version`;

type MeetingRow = Omit<MeetingRecord, 'members' | 'agenda'>;

/** Reads and writes the meetings of the CAB. */
@Injectable()
export class Meetings {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], on: Queryable = this.database): Promise<MeetingRecord[]> {
    return this.whole(on, await on.query<MeetingRow>(`select ${COLUMNS} from changes.cab_meeting m where m.id = any($1::uuid[])`, [ids]));
  }

  /** Throws `changes.meeting.not-found`; `platform.version-mismatch` (412) where `ifMatch` names another version. */
  async lock(tx: Tx, id: string, ifMatch: string | undefined): Promise<Meeting> {
    const rows = await tx.query<MeetingRow>(`select ${COLUMNS} from changes.cab_meeting m where m.id = $1 for update`, [id]);
    const [record] = await this.whole(tx, rows);
    if (!record) throw notFound('changes.meeting');
    requireVersion(ifMatch, record.version);
    return new Meeting(record);
  }

  /** Writes the meeting as it is now, raises its version and appends its events. */
  async save(tx: Tx, { record, events }: Meeting): Promise<void> {
    const { id, title, startsAt, place, quorum, state, minutes, calledById, openedAt, closedAt } = record;
    await tx.execute(
      `insert into changes.cab_meeting as m (id, title, starts_at, place, quorum, state, minutes, called_by_id, opened_at, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set title = $2, starts_at = $3, place = $4, quorum = $5, state = $6, minutes = $7, opened_at = $9, closed_at = $10,
         version = m.version + 1`,
      [id, title, ts(startsAt), place, quorum, state, minutes, calledById, ts(openedAt), ts(closedAt)],
    );
    await tx.execute(`delete from changes.cab_member where meeting_id = $1`, [id]);
    await tx.execute(
      `insert into changes.cab_member (meeting_id, user_id, present)
       select $1, "userId", present from jsonb_to_recordset($2::jsonb) as r("userId" uuid, present boolean)`,
      [id, JSON.stringify(record.members)],
    );
    await tx.execute(`delete from changes.cab_agenda_item where meeting_id = $1`, [id]);
    await tx.execute(
      `insert into changes.cab_agenda_item (meeting_id, change_id, position, notes, result, approved, rejected)
       select $1, "changeId", position, notes, result, approved, rejected
       from jsonb_to_recordset($2::jsonb) as r("changeId" uuid, position int, notes text, result text, approved int, rejected int)`,
      [id, JSON.stringify(record.agenda)],
    );
    await tx.append(...events.splice(0));
  }

  private async whole(on: Queryable, rows: readonly MeetingRow[]): Promise<MeetingRecord[]> {
    const ids = rows.map(({ id }) => id);
    const members = await on.query<MeetingMember & { meetingId: string }>(
      `select meeting_id as "meetingId", user_id as "userId", present from changes.cab_member where meeting_id = any($1::uuid[]) order by user_id`,
      [ids],
    );
    const agenda = await on.query<AgendaItem & { meetingId: string }>(
      `select meeting_id as "meetingId", change_id as "changeId", position, notes, result, approved, rejected from changes.cab_agenda_item
       where meeting_id = any($1::uuid[]) order by position, change_id`,
      [ids],
    );
    return rows.map((row) => ({
      ...row,
      members: members.filter(({ meetingId }) => meetingId === row.id).map(({ userId, present }) => ({ userId, present })),
      agenda: agenda.filter(({ meetingId }) => meetingId === row.id).map(({ meetingId: _, ...item }) => item),
    }));
  }
}
