import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { ImportKind } from '../domain/import-columns.js';
import { countOfSource, missingPeople } from './sourced-people.js';

export interface Named {
  readonly id: string;
}

export interface ImportKeys {
  readonly ids: readonly string[];
  readonly externalIds: readonly string[];
}

/** Records by the system that tells of them. Institutions are nobody's: a file never ends one by not naming it. */
@Injectable()
export class SourcedRecords {
  /** How many records in use a source tells of. */
  async count(on: Queryable, kind: ImportKind, source: string): Promise<number> {
    if (kind === 'people') return countOfSource(on, source);
    if (kind === 'institutions') return 0;
    const [row] = await on.query<{ count: number }>(`select count(*)::int as count from identity.org_unit where source = $1 and active`, [
      source,
    ]);
    return row!.count;
  }

  /** Records in use of a source that a file does not name. */
  async missing(on: Queryable, kind: ImportKind, source: string, { ids, externalIds }: ImportKeys): Promise<readonly Named[]> {
    if (kind === 'people') return missingPeople(on, source, { ids, externalIds });
    if (kind === 'institutions') return [];
    return on.query<Named>(
      `select n.id from identity.org_unit n where n.source = $1 and n.active
         and not exists (select 1 from unnest($2::text[]) as named where named = n.external_id)
         and not exists (select 1 from unnest($3::uuid[]) as named where named = n.id) order by n.name_lv, n.id`,
      [source, externalIds, ids],
    );
  }
}
