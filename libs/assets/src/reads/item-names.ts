import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale, type RefResponse } from '#identity';
import { Database } from '#platform';
import type { ItemRecord } from '../domain/item.js';
import type { ItemSummaryResponse } from '../http/responses/item.response.js';

/** The names that go with items: of classes, institutions and custodians. */
@Injectable()
export class ItemNames {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  /** Names of all classes by code. */
  async classes(locale: Locale): Promise<ReadonlyMap<string, string>> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    const rows = await this.database.query<{ code: string; name: string }>(`select code, ${name} as name from assets.class`);
    return new Map(rows.map(({ code, name: said }) => [code, said]));
  }

  /** Items as lists show them, in the same order. */
  async summaries(locale: Locale, items: readonly ItemRecord[]): Promise<ItemSummaryResponse[]> {
    const [classes, institutions, people] = await Promise.all([
      this.classes(locale),
      this.identity.institutionNames([...new Set(items.map(({ institutionId }) => institutionId))], locale),
      this.identity.names([...new Set(items.flatMap(({ custodianId }) => custodianId ?? []))]),
    ]);
    return items.map((item) => {
      const { id, tag, name, status, serial, manufacturer, model, location, warrantyUntil, supportUntil, agentSeenAt } = item;
      return {
        ...{ id, tag, name, status, serial, manufacturer, model, location, warrantyUntil, supportUntil, agentSeenAt },
        class: { code: item.class, name: classes.get(item.class) ?? item.class },
        institution: refOf(item.institutionId, institutions),
        custodian: item.custodianId === null ? null : refOf(item.custodianId, people),
      };
    });
  }
}

/** A name by its id; an empty one where a person has been erased. */
export function refOf(id: string, names: ReadonlyMap<string, string>): RefResponse {
  return { id, name: names.get(id) ?? '' };
}
