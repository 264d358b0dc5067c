import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';

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

const COLUMNS = `id, change_id as "changeId", body, asked_on as "askedOn", due_on as "dueOn", answered_on as "answeredOn", granted, document, note`;

/** Reads and writes concurrences. The lock of their change covers them. */
@Injectable()
export class Concurrences {
  /** Oldest first. */
  async of(on: Queryable, changeId: string): Promise<Concurrence[]> {
    return on.query<Concurrence>(`select ${COLUMNS} from changes.concurrence where change_id = $1 order by asked_on, id`, [changeId]);
  }
}
