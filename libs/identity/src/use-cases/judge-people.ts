import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { ImportFault, Judged } from '../domain/import-line.js';
import { PeopleJudge, type PersonLine, type SourcedPerson } from '../domain/people-judge.js';
import { keepersOf, peopleOf } from '../store/sourced-people.js';
import type { PeopleWork } from './write-people.js';

/** Lines that are held against the register in one statement. */
const SLICE = 2_000;

type Done = Extract<Judged<SourcedPerson>, { action: unknown }> & { readonly of: PersonLine };

export interface JudgedPeople {
  readonly done: readonly Done[];
  readonly faults: readonly ImportFault[];
}

/** Says what lines of people would do; changes nothing. */
@Injectable()
export class JudgePeople {
  async execute(on: Queryable, { source, actorId, link }: PeopleWork, lines: readonly PersonLine[]): Promise<JudgedPeople> {
    const judge = new PeopleJudge({ source, actorId, link, keepers: await keepersOf(on) });
    const done: Done[] = [];
    const faults: ImportFault[] = [];
    for (let at = 0; at < lines.length; at += SLICE) {
      const slice = lines.slice(at, at + SLICE);
      const found = await peopleOf(on, slice);
      for (const one of slice) {
        const judged = judge.judge(one, found);
        if ('faults' in judged) faults.push(...judged.faults);
        else done.push({ ...judged, of: one });
      }
    }
    return { done, faults };
  }
}
