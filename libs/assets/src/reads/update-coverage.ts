import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { figureOf, formatInstant, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { coverageTarget } from '../domain/coverage-target.js';
import { itemVisibility } from '../domain/item-visibility.js';
import type { CoveredItemResponse, EquipmentItemResponse, UpdateCoverageResponse } from '../http/responses/fleet.response.js';
import { endOfDay } from '../store/agent-sightings.js';
import { ITEM_COLUMNS, type ItemRow, toItem } from '../store/items.js';
import { type CoverageOutcome, coverageSql, IN_COVERAGE, IN_FLEET, itemsAt, lastSighting } from './fleet-sql.js';
import { ItemNames } from './item-names.js';

interface RowsOf {
  readonly on?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface ClassCounts {
  readonly code: string;
  readonly covered: number;
  readonly stale: number;
  readonly never: number;
}

/** Which workstations get their updates by the agent (KPI-13), and the items behind that figure and behind the fleet's (KPI-12). */
@Injectable()
export class UpdateCoverage {
  constructor(
    private readonly database: Database,
    private readonly names: ItemNames,
  ) {}

  /** As of the end of a day of Riga (`YYYY-MM-DD`), of what the actor reads or may see in figures. */
  async read(actor: Actor, on: string | undefined): Promise<UpdateCoverageResponse> {
    const end = await endOfDay(this.database, on);
    const values: unknown[] = [ts(end.at)];
    const seen = scopeOf(actor, 'cmdb.read').aggregates ? 'true' : itemVisibility(actor, (value) => `$${values.push(value)}`);
    const counts = (['covered', 'stale', 'never'] as const).map(
      (one) => `count(*) filter (where ${coverageSql(one, '$1')})::int as ${one}`,
    );
    const rows = await this.database.query<ClassCounts>(
      `select c.class as code, ${counts.join(', ')} from ${itemsAt('$1::timestamptz')} ${lastSighting('$1::timestamptz')}
       where ${IN_COVERAGE} and ${seen} group by c.class, k.position order by k.position`,
      values,
    );
    const classes = await this.names.classes(actor.locale);
    const sum = (of: (row: ClassCounts) => number): number => rows.reduce((all, row) => all + of(row), 0);
    const [covered, stale, never] = [sum((row) => row.covered), sum((row) => row.stale), sum((row) => row.never)];
    const target = coverageTarget(Number(end.day.slice(0, 4)));
    return {
      ...{ on: end.day, dataAt: formatInstant(end.now), target, stale, never },
      figure: figureOf({ numerator: covered, denominator: covered + stale + never, extra: {} }, 'counts', target),
      classes: rows.map(({ code, ...counted }) => ({ class: { code, name: classes.get(code) ?? code }, ...counted })),
    };
  }

  /** The workstations behind the figure that the actor reads, by tag. */
  async rows(
    actor: Actor,
    { outcome, ...asked }: RowsOf & { readonly outcome?: CoverageOutcome | undefined },
  ): Promise<Page<CoveredItemResponse>> {
    const condition = outcome ? coverageSql(outcome, '$1') : 'true';
    const page = await this.page(actor, asked, { condition: `${IN_COVERAGE} and ${condition}`, join: lastSighting('$1::timestamptz') });
    return {
      items: page.items.map(({ item, seenAt, outcome: found }) => ({ ...item, seenAt, outcome: found! })),
      nextCursor: page.nextCursor,
    };
  }

  /** The items of the fleet that the actor reads, by tag. */
  async fleetRows(
    actor: Actor,
    { class: code, office, ...asked }: RowsOf & { readonly class?: string | undefined; readonly office: boolean },
  ): Promise<Page<EquipmentItemResponse>> {
    const condition = [IN_FLEET, ...(office ? ['k.is_office'] : [])].join(' and ');
    const page = await this.page(actor, asked, { condition, join: '', code });
    return { items: page.items.map(({ item }) => item), nextCursor: page.nextCursor };
  }

  private async page(
    actor: Actor,
    { on, cursor, limit }: RowsOf,
    { condition, join, code }: { readonly condition: string; readonly join: string; readonly code?: string | undefined },
  ) {
    const end = await endOfDay(this.database, on);
    const values: unknown[] = [ts(end.at)];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [condition, itemVisibility(actor, add)];
    if (code) conditions.push(`c.class = ${add(code)}`);
    const after = readCursor(cursor, 1);
    if (after) conditions.push(`c.tag > ${add(after[0])}::text`);
    const sighted = join === '' ? 'null::timestamptz as "sightedAt", null as outcome' : `a.seen_at as "sightedAt", ${OUTCOME}`;
    const rows = await this.database.query<
      ItemRow & { statusThen: ItemRow['status']; sightedAt: Instant | null; outcome: CoverageOutcome | null }
    >(
      `select ${ITEM_COLUMNS}, s.status as "statusThen", ${sighted} from ${itemsAt('$1::timestamptz')} ${join}
       where ${conditions.join(' and ')} order by c.tag limit ${add(limit + 1)}`,
      values,
    );
    const page = pageOf(rows, limit, ({ tag }) => [tag]);
    const summaries = await this.names.summaries(actor.locale, page.items.map(toItem));
    return {
      items: page.items.map(({ statusThen, sightedAt, outcome }, at) => {
        const { id, tag, name, class: klass, institution, location } = summaries[at]!;
        const item = { id, tag, name, class: klass, institution, location, status: statusThen };
        return { item, seenAt: sightedAt === null ? null : formatInstant(sightedAt), outcome };
      }),
      nextCursor: page.nextCursor,
    };
  }
}

const OUTCOME = `case when ${coverageSql('never', '$1')} then 'never' when ${coverageSql('covered', '$1')} then 'covered' else 'stale' end as outcome`;
