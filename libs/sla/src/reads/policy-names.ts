import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts, type Locale } from '#identity';

/** Something that has a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Ids whose names are asked for; nulls are passed over. */
export interface NamedIds {
  readonly services?: readonly (string | null)[];
  readonly institutions?: readonly (string | null)[];
  readonly groups?: readonly (string | null)[];
  readonly people?: readonly (string | null)[];
}

/** Names in one language. `service`, `institution`, `group` and `person` give null for null and for what there is not. */
export interface NameBook {
  readonly service: (id: string | null) => Named | null;
  readonly institution: (id: string | null) => Named | null;
  readonly group: (id: string | null) => Named | null;
  readonly person: (id: string | null) => Named | null;
  readonly calendars: readonly (Named & { readonly code: string })[];
}

/** Names of what policies and agreements speak of. */
@Injectable()
export class PolicyNames {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly calendars: CalendarBook,
  ) {}

  async find(locale: Locale, ids: NamedIds): Promise<NameBook> {
    const [services, institutions, groups, people, calendars] = await Promise.all([
      this.catalogue.names(present(ids.services), locale),
      this.identity.institutionNames(present(ids.institutions), locale),
      this.identity.groupNames(present(ids.groups), locale),
      this.identity.names(present(ids.people)),
      this.calendars.list(),
    ]);
    return {
      service: lookUp(services),
      institution: lookUp(institutions),
      group: lookUp(groups),
      person: lookUp(people),
      calendars: calendars.map(({ id, code, nameLv, nameEn }) => ({ id, code, name: locale === 'lv' ? nameLv : nameEn })),
    };
  }
}

function present(ids: readonly (string | null)[] = []): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function lookUp(names: ReadonlyMap<string, string>): (id: string | null) => Named | null {
  return (id) => (id !== null && names.has(id) ? { id, name: names.get(id)! } : null);
}
