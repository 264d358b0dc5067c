import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { ControlElement, ControlReview, ControlTerms } from '../domain/control.js';

/** The columns of `processes.control_element e`, named as `ControlElement` names them. */
export const CONTROL_COLUMNS = `e.id, e.document, e.reference, e.area, e.location, e.owner_id as "ownerId", e.review_months as "reviewMonths",
  e.review_due_on as "reviewDueOn", e.last_review_on as "lastReviewOn", e.retired_on as "retiredOn", e.retirement_reason as "retirementReason",
  e.revision, e.created_at as "createdAt"`;

/** Elements of internal control and their reviews. Every change raises the revision. */
@Injectable()
export class ControlStore {
  /** Throws `processes.control.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<ControlElement> {
    const [row] = await on.query<ControlElement>(`select ${CONTROL_COLUMNS} from processes.control_element e where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('processes.control');
    return row;
  }

  lock(tx: Tx, id: string): Promise<ControlElement> {
    return this.one(tx, id, 'for update');
  }

  /** The latest first. */
  reviews(on: Queryable, id: string): Promise<ControlReview[]> {
    return on.query<ControlReview>(
      `select id, reviewed_on as "reviewedOn", due_on as "dueOn", outcome, note, by_id as "byId", at
       from processes.control_review where control_element_id = $1 order by reviewed_on desc, at desc limit 100`,
      [id],
    );
  }

  async add(tx: Tx, id: string, terms: ControlTerms, createdById: string): Promise<void> {
    await tx.execute(
      `insert into processes.control_element (id, document, reference, area, location, owner_id, review_months, review_due_on, created_by_id,
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, ...valuesOf(terms), createdById, ts(tx.now)],
    );
  }

  async describe(tx: Tx, id: string, terms: ControlTerms): Promise<void> {
    await tx.execute(
      `update processes.control_element set document = $2, reference = $3, area = $4, location = $5, owner_id = $6, review_months = $7,
         review_due_on = $8, revision = revision + 1 where id = $1`,
      [id, ...valuesOf(terms)],
    );
  }

  /** Notes a review; the next one is due so many months after it as the element says. */
  async review(
    tx: Tx,
    element: ControlElement,
    review: Pick<ControlReview, 'id' | 'reviewedOn' | 'outcome' | 'note'>,
    byId: string,
  ): Promise<void> {
    const { id, reviewedOn, outcome, note } = review;
    await tx.execute(
      `insert into processes.control_review (id, control_element_id, reviewed_on, due_on, outcome, note, by_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, element.id, reviewedOn, element.reviewDueOn, outcome, note, byId, ts(tx.now)],
    );
    await tx.execute(
      `update processes.control_element set last_review_on = greatest(last_review_on, $2::date),
         review_due_on = (greatest(last_review_on, $2::date) + make_interval(months => review_months))::date, revision = revision + 1
       where id = $1`,
      [element.id, reviewedOn],
    );
  }

  async retire(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.execute(
      `update processes.control_element set retired_on = (now() at time zone 'Europe/Riga')::date, retirement_reason = $2,
         revision = revision + 1 where id = $1`,
      [id, reason],
    );
  }

  /** Those whose review is late, or comes within `days`, and of which nobody was told yet; they are marked as told. */
  async takeUntold(tx: Tx, what: 'soon' | 'late', days: number): Promise<ControlElement[]> {
    const told = what === 'late' ? 'told_late_of' : 'told_soon_of';
    const today = `(now() at time zone 'Europe/Riga')::date`;
    const when = what === 'late' ? `review_due_on < ${today} - $1::int` : `review_due_on between ${today} and ${today} + $1::int`;
    return tx.query<ControlElement>(
      `update processes.control_element e set ${told} = review_due_on
       where retired_on is null and ${when} and ${told} is distinct from review_due_on returning ${CONTROL_COLUMNS}`,
      [days],
    );
  }
}

function valuesOf({ document, reference, area, location, ownerId, reviewMonths, reviewDueOn }: ControlTerms): unknown[] {
  return [document, reference, area, location, ownerId, reviewMonths, reviewDueOn];
}
