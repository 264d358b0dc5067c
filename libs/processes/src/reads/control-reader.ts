import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { DomainError, formatInstant, type Instant, notFound } from '#kernel';
import { Database, EXPORT_ROWS_MAX, type ExportTable, pageOf, readCursor, Texts } from '#platform';
import { type ControlElement, type ControlState, SOON_DAYS } from '../domain/control.js';
import { mayReview } from '../domain/control-access.js';
import type { ControlPageResponse, ControlResponse, ControlSummaryResponse } from '../http/responses/control.response.js';
import { CONTROL_COLUMNS, ControlStore } from '../store/control-store.js';

export interface ControlQuery {
  /** Left out: all that are in force. */
  readonly state?: ControlState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const TODAY = `(now() at time zone 'Europe/Riga')::date`;
const STATE = `case when e.retired_on is not null then 'retired' when e.review_due_on < ${TODAY} then 'overdue'
  when e.review_due_on <= ${TODAY} + ${SOON_DAYS} then 'due_soon' else 'in_order' end`;

// The same as `STATE` says, as conditions that the index on reviews answers.
const WHERE: Readonly<Record<ControlState, string>> = {
  overdue: `e.retired_on is null and e.review_due_on < ${TODAY}`,
  due_soon: `e.retired_on is null and e.review_due_on between ${TODAY} and ${TODAY} + ${SOON_DAYS}`,
  in_order: `e.retired_on is null and e.review_due_on > ${TODAY} + ${SOON_DAYS}`,
  retired: `e.retired_on is not null`,
};

interface Row extends ControlElement {
  readonly state: ControlState;
}

/** The register of internal control as its page shows it: the plan of reviews, the next one first. */
@Injectable()
export class ControlReader {
  constructor(
    private readonly database: Database,
    private readonly controls: ControlStore,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
  ) {}

  async page(actor: Actor, query: ControlQuery): Promise<ControlPageResponse> {
    const page = pageOf(await this.rows(query), query.limit, ({ reviewDueOn, id }) => [reviewDueOn, id]);
    const names = await this.identity.names([...new Set(page.items.map(({ ownerId }) => ownerId))]);
    return {
      items: page.items.map((row) => summaryOf(actor, row, names)),
      nextCursor: page.nextCursor,
      counts: await this.counts(),
      abilities: { enter: holds(actor, 'control.write') },
    };
  }

  /** Throws `processes.control.not-found`. */
  async one(actor: Actor, id: string): Promise<ControlResponse> {
    const [row] = await this.database.query<Row>(
      `select ${CONTROL_COLUMNS}, ${STATE} as state from processes.control_element e where e.id = $1`,
      [id],
    );
    if (!row) throw notFound('processes.control');
    const reviews = await this.controls.reviews(this.database, id);
    const names = await this.identity.names([...new Set([row.ownerId, ...reviews.map(({ byId }) => byId)])]);
    return {
      ...summaryOf(actor, row, names),
      reviews: reviews.map(({ id: reviewId, reviewedOn, dueOn, outcome, note, byId, at }) => ({
        ...{ id: reviewId, reviewedOn, dueOn, outcome, note },
        by: { id: byId, name: names.get(byId) ?? '' },
        at: formatInstant(at),
      })),
    };
  }

  /** Throws `processes.export-too-large`. */
  async export(actor: Actor, query: ControlQuery): Promise<ExportTable> {
    const rows = await this.rows({ ...query, cursor: undefined, limit: EXPORT_ROWS_MAX });
    if (rows.length > EXPORT_ROWS_MAX) throw new DomainError('processes.export-too-large', { most: EXPORT_ROWS_MAX }, 'invalid');
    const names = await this.identity.names([...new Set(rows.map(({ ownerId }) => ownerId))]);
    const say = (key: string): string => this.texts.say(actor.locale, `processes.control.${key}`);
    const columns = ['document', 'reference', 'area', 'location', 'owner', 'months', 'last-review', 'review-due', 'state'];
    return {
      title: say('title'),
      columns: columns.map((column) => say(`column.${column}`)),
      rows: rows.map(({ document, reference, area, location, ownerId, reviewMonths, lastReviewOn, reviewDueOn, state }) => [
        ...[document, reference, say(`area.${area}`), location, names.get(ownerId) ?? ''],
        ...[reviewMonths, lastReviewOn, reviewDueOn, say(`state.${state}`)],
      ]),
    };
  }

  /** One row longer than asked. */
  private rows({ state, cursor, limit }: ControlQuery): Promise<Row[]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [state ? WHERE[state] : 'e.retired_on is null'];
    const after = readCursor(cursor, 2);
    if (after) conditions.push(`(e.review_due_on, e.id) > (${add(after[0])}::date, ${add(after[1])}::uuid)`);
    return this.database.query<Row>(
      `select ${CONTROL_COLUMNS}, ${STATE} as state from processes.control_element e
       where ${conditions.join(' and ')} order by e.review_due_on, e.id limit ${add(limit + 1)}`,
      values,
    );
  }

  private async counts() {
    const of = (state: ControlState): string => `count(*) filter (where ${WHERE[state]})::int`;
    const [row] = await this.database.query<{ overdue: number; dueSoon: number; inOrder: number; retired: number; at: Instant }>(
      `select ${of('overdue')} as overdue, ${of('due_soon')} as "dueSoon", ${of('in_order')} as "inOrder", ${of('retired')} as retired, now() as at
       from processes.control_element e`,
    );
    const { at, ...counts } = row!;
    return { ...counts, dataAt: formatInstant(at) };
  }
}

function summaryOf(actor: Actor, element: Row, names: ReadonlyMap<string, string>): ControlSummaryResponse {
  const { id, document, reference, area, location, ownerId, reviewMonths, reviewDueOn, lastReviewOn, retiredOn, retirementReason } =
    element;
  const inForce = retiredOn === null;
  const keeps = inForce && holds(actor, 'control.write');
  return {
    ...{ id, document, reference, area, location, reviewMonths, reviewDueOn, lastReviewOn, retiredOn, retirementReason },
    ...{ owner: { id: ownerId, name: names.get(ownerId) ?? '' }, state: element.state, revision: element.revision },
    abilities: { describe: keeps, retire: keeps, review: inForce && mayReview(actor, element) },
  };
}
