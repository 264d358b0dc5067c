import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database, type Queryable } from '#platform';

export interface Practice {
  readonly code: string;
  readonly framework: string;
  readonly category: 'general' | 'service' | 'technical';
  readonly name: string;
}

/** ITIL 4's practices, as the framework orders them. */
@Injectable()
export class PracticeCatalogue {
  constructor(private readonly database: Database) {}

  all(locale: Locale, on: Queryable = this.database): Promise<Practice[]> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    return on.query<Practice>(`select code, framework, category, ${name} as name from processes.practice order by position`);
  }

  async has(on: Queryable, code: string): Promise<boolean> {
    return (await on.query(`select 1 from processes.practice where code = $1`, [code])).length > 0;
  }
}
