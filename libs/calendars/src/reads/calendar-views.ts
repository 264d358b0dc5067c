import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { Database, PeopleNames } from '#platform';
import type { CalendarContent, CalendarIdentity } from '../domain/calendar-content.js';
import { type Comparison, compare } from '../domain/compare.js';
import type { CalendarDefinition } from '../domain/calendar-version.js';
import { localDate } from '../domain/local-day.js';
import { CalendarDraftStore, type KeptDraft } from '../store/calendar-draft-store.js';
import { composeAll, versionsOf } from '../store/calendar-versions.js';
import { CalendarDrafts } from './calendar-drafts.js';

export interface VersionHistory {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly publishedAt: Instant;
  readonly exceptions: number;
  readonly validFrom: string | null;
  readonly draftedBy: readonly string[];
  readonly publishedBy: string | null;
}

/** A calendar with all that a person who looks after it wants to see. */
export interface CalendarDetail {
  readonly id: string;
  readonly identity: CalendarIdentity;
  readonly today: string;
  readonly versions: readonly VersionHistory[];
  readonly inForce: CalendarContent | null;
  readonly draft: KeptDraft | null;
  readonly names: ReadonlyMap<string, string>;
}

/** Which rules of a calendar: a version by its number, the draft, or what is in force. */
export type Which = number | 'draft' | 'in-force';

/** Calendars for the screen that looks after them. */
@Injectable()
export class CalendarViews {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarDraftStore,
    private readonly drafts: CalendarDrafts,
    private readonly people: PeopleNames,
  ) {}

  /** Throws `calendars.not-found`. */
  async detail(id: string): Promise<CalendarDetail> {
    const [calendar] = await this.database.query<CalendarIdentity & { now: Instant }>(
      `select code, name_lv as "nameLv", name_en as "nameEn", timezone, now() as now from calendars.calendar where id = $1`,
      [id],
    );
    if (!calendar) throw notFound('calendars');
    const { now, ...identity } = calendar;
    const [versions, kept, draft] = await Promise.all([
      this.history(id),
      versionsOf(this.database, id),
      this.store.find(this.database, id),
    ]);
    const ids = [...versions.flatMap((v) => [...v.draftedBy, v.publishedBy]), ...(draft?.authorIds ?? [])].filter((one) => one !== null);
    return {
      id,
      identity,
      today: localDate(identity.timezone, now),
      versions,
      inForce: kept.at(-1)?.content ?? null,
      draft: draft ?? null,
      names: await this.people.names([...new Set(ids)]),
    };
  }

  /** What a version or the draft says, ready to be counted on. Throws `calendars.not-found` where there is no such one. */
  async definition(id: string, which: Which): Promise<{ definition: CalendarDefinition; version: number | null }> {
    if (which === 'draft') {
      const definition = await this.drafts.definition(id);
      if (!definition) throw notFound('calendars.draft');
      return { definition, version: null };
    }
    const all = await versionsOf(this.database, id);
    const versions = which === 'in-force' ? all : all.filter(({ version }) => version <= which);
    const last = versions.at(-1);
    const definition = composeAll(versions);
    if (!last || !definition || (which !== 'in-force' && last.version !== which)) throw notFound('calendars');
    return { definition, version: last.version };
  }

  /** What the draft changes. Throws `calendars.draft.not-found`. */
  async comparison(id: string): Promise<Comparison> {
    const found = await this.drafts.find(id);
    if (!found) throw notFound('calendars.draft');
    const [{ now }] = (await this.database.query<{ now: Instant }>(`select now() as now`)) as [{ now: Instant }];
    const { draft, definition, inForce } = found;
    const before = inForce ? { ...inForce.content, definition: inForce.definition } : null;
    return compare(before, { ...draft.content, definition }, localDate(definition.timezone, now));
  }

  private history(id: string): Promise<VersionHistory[]> {
    return this.database.query<VersionHistory>(
      `select id, version, source, published_at as "publishedAt", jsonb_array_length(exceptions) as exceptions, valid_from as "validFrom",
         drafted_by as "draftedBy", published_by as "publishedBy"
       from calendars.calendar_version where calendar_id = $1 order by version desc`,
      [id],
    );
  }
}
