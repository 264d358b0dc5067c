import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#kernel';
import type { Tx } from '#platform';
import type { ImportFault } from '../domain/import-line.js';
import { PeopleJudge, type PersonLine, type SourcedPerson } from '../domain/people-judge.js';
import { addRecords, changeRecords } from '../store/many-records.js';
import { endSessionsOf, keepersOf, peopleOf, SOURCED_PEOPLE } from '../store/sourced-people.js';
import { recordEvent } from './record-work.js';

export interface PeopleWork {
  readonly source: string;
  /** Null: the system itself. */
  readonly actorId: string | null;
  readonly link: boolean;
  /** The file that the lines came from. */
  readonly importId?: string;
}

/** How many people lines came to, and the lines that were refused. */
export interface PeopleWritten {
  readonly created: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  readonly faults: readonly ImportFault[];
}

type Written = SourcedPerson & { readonly id: string };

/** Writes lines of people in one transaction: judged under lock, a statement for each kind of work, and an event for each person as by hand. */
@Injectable()
export class WritePeople {
  async execute(tx: Tx, { source, actorId, link, importId }: PeopleWork, lines: readonly PersonLine[]): Promise<PeopleWritten> {
    const keepers = await keepersOf(tx, { lock: lines.some(({ fields }) => fields.active === false) });
    const judge = new PeopleJudge({ source, actorId, link, keepers });
    const found = await peopleOf(tx, lines, { lock: true });
    const [fresh, known, ended]: [Written[], Written[], string[]] = [[], [], []];
    const events: DomainEvent[] = [];
    const faults: ImportFault[] = [];
    let unchanged = 0;
    const actor = actorId === null ? null : { id: actorId };
    const more = { source, ...(importId === undefined ? {} : { importId }) };
    for (const line of lines) {
      const judged = judge.judge(line, found);
      if ('faults' in judged) {
        faults.push(...judged.faults);
        continue;
      }
      const { action, id, after, changes } = judged;
      if (action === 'same') {
        unchanged += 1;
        continue;
      }
      (action === 'add' ? fresh : known).push({ ...after, id });
      if (action === 'end') ended.push(id);
      const what = action === 'end' ? 'left' : action === 'add' ? 'added' : changes['active'] ? 'came-back' : 'changed';
      events.push(recordEvent(SOURCED_PEOPLE, what, id, actor, changes, more));
    }
    await addRecords(tx, SOURCED_PEOPLE, fresh);
    await changeRecords(tx, SOURCED_PEOPLE, known);
    await endSessionsOf(tx, ended);
    await tx.append(...events);
    return { created: fresh.length, changed: known.length - ended.length, ended: ended.length, unchanged, faults };
  }
}
