import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts, type Locale } from '#identity';
import { Clock, type Instant } from '#kernel';
import type { Queryable } from '#platform';

/** Names change seldom and are shown with every row: a process keeps them so long. */
const KEPT_SECONDS = 30;
const MOST_KEPT = 20_000;

type Kind = 'person' | 'institution' | 'group' | 'service';

export interface NameWants {
  readonly people?: readonly (string | null)[];
  readonly institutions?: readonly (string | null)[];
  readonly groups?: readonly (string | null)[];
  readonly services?: readonly (string | null)[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names by id, in one language. What has no name any more shows its id's place as an empty name. */
export class Names {
  constructor(private readonly found: ReadonlyMap<string, string>) {}

  of(id: string): Named {
    return { id, name: this.found.get(id) ?? '' };
  }

  orNull(id: string | null): Named | null {
    return id === null ? null : this.of(id);
  }
}

/** Names for the rows of a page: one question for each kind, for the ids that are not known yet. */
@Injectable()
export class TicketNames {
  private readonly kept = new Map<string, { readonly name: string; readonly until: Instant }>();

  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly clock: Clock,
  ) {}

  /** Finds the names that are wanted, within `on` where given. */
  async find(locale: Locale, wants: NameWants, on?: Queryable): Promise<Names> {
    const found = new Map<string, string>();
    await this.fill(found, 'person', locale, wants.people, (ids) => this.identity.names(ids, on));
    await this.fill(found, 'institution', locale, wants.institutions, (ids) => this.identity.institutionNames(ids, locale, on));
    await this.fill(found, 'group', locale, wants.groups, (ids) => this.identity.groupNames(ids, locale, on));
    await this.fill(found, 'service', locale, wants.services, (ids) => this.catalogue.names(ids, locale, on));
    return new Names(found);
  }

  private async fill(
    found: Map<string, string>,
    kind: Kind,
    locale: Locale,
    wanted: readonly (string | null)[] = [],
    ask: (ids: string[]) => Promise<ReadonlyMap<string, string>>,
  ): Promise<void> {
    const now = this.clock.now();
    const missing: string[] = [];
    for (const id of new Set(wanted)) {
      if (id === null) continue;
      const kept = this.kept.get(`${kind}${locale}${id}`);
      if (kept && kept.until > now) found.set(id, kept.name);
      else missing.push(id);
    }
    if (missing.length === 0) return;
    if (this.kept.size > MOST_KEPT) this.kept.clear();
    const until = (now + KEPT_SECONDS * 1_000_000) as Instant;
    for (const [id, name] of await ask(missing)) {
      found.set(id, name);
      this.kept.set(`${kind}${locale}${id}`, { name, until });
    }
  }
}
