import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts, type Locale } from '#identity';
import { Texts } from '#platform';
import { isCalendarPart, type Layout } from '../domain/kpi.js';
import { NONE } from '../domain/ticket-event.js';

/** Names of the keys of a breakdown, in the reader's language. */
@Injectable()
export class DimensionNames {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly texts: Texts,
  ) {}

  /** A function from key to name; a key that stands for nothing has a name too. */
  async of(by: Layout, keys: readonly string[], locale: Locale): Promise<(key: string) => string> {
    // Dates are written by whoever shows them.
    if (isCalendarPart(by)) return (key) => key;
    const none = this.texts.say(locale, `kpis.none.${by}`);
    if (by === 'kind') return (key) => this.texts.say(locale, `kpis.kind.${key}`);
    if (by === 'priority') return (key) => (key === '0' ? none : this.texts.say(locale, 'kpis.priority', { priority: key }));
    const ids = keys.filter((key) => key !== NONE);
    const names =
      by === 'institution'
        ? await this.identity.institutionNames(ids, locale)
        : by === 'group'
          ? await this.identity.groupNames(ids, locale)
          : await this.catalogue.names(ids, locale);
    return (key) => names.get(key) ?? none;
  }
}
