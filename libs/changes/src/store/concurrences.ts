import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';

/** Somebody outside the Centre who is asked for concurrence (DOMAIN A17). Dates are `YYYY-MM-DD`. */
export interface Concurrence {
  readonly id: string;
  readonly changeId: string;
  readonly body: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly answeredOn: string | null;
  readonly granted: boolean | null;
  readonly document: string | null;
  readonly note: string | null;
}

export interface AskedConcurrence extends Pick<Concurrence, 'changeId' | 'body' | 'askedOn' | 'document'> {
  readonly askedById: string;
}

export interface AnsweredConcurrence {
  readonly granted: boolean;
  readonly answeredOn: string;
  readonly note: string | null;
  readonly document: string | null;
}

const COLUMNS = `id, change_id as "changeId", body, asked_on as "askedOn", due_on as "dueOn", answered_on as "answeredOn", granted, document, note`;

/** Concurrence or a reasoned refusal is given within a month (DOMAIN A17). */
const WITHIN = `interval '1 month'`;

/** Reads and writes concurrences. The lock of their change covers them. */
@Injectable()
export class Concurrences {
  /** Oldest first. */
  async of(on: Queryable, changeId: string): Promise<Concurrence[]> {
    return on.query<Concurrence>(`select ${COLUMNS} from changes.concurrence where change_id = $1 order by asked_on, id`, [changeId]);
  }

  async ask(tx: Tx, { changeId, body, askedOn, document, askedById }: AskedConcurrence): Promise<void> {
    await tx.execute(
      `insert into changes.concurrence (id, change_id, body, asked_on, due_on, document, asked_by_id)
       values ($1, $2, $3, $4::date, ($4::date + ${WITHIN})::date, $5, $6)`,
      [randomUUID(), changeId, body, askedOn, document, askedById],
    );
  }

  async answer(tx: Tx, id: string, { granted, answeredOn, note, document }: AnsweredConcurrence): Promise<void> {
    await tx.execute(
      `update changes.concurrence set answered_on = $2, granted = $3, note = $4, document = coalesce($5, document) where id = $1`,
      [id, answeredOn, granted, note, document],
    );
  }

  /** Those that nobody has answered in time and nobody has been told of, the earliest first. `today` is the date in Latvia. */
  async overdue(on: Queryable, today: string, most: number): Promise<Concurrence[]> {
    return on.query<Concurrence>(
      `select ${COLUMNS} from changes.concurrence where answered_on is null and notice_at is null and due_on < $1 order by due_on limit $2`,
      [today, most],
    );
  }

  async noticed(tx: Tx, id: string): Promise<boolean> {
    const done = await tx.execute(
      `update changes.concurrence set notice_at = $2 where id = $1 and notice_at is null and answered_on is null`,
      [id, ts(tx.now)],
    );
    return done === 1;
  }
}
