import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Suspension, TemplateRecord, TemplateTerms, TemplateVersion } from '../domain/template.js';

interface TemplateRow extends Omit<TemplateRecord, 'suspension'> {
  readonly suspendedAt: Instant | null;
  readonly cause: Suspension['cause'] | null;
  readonly note: string | null;
  readonly failures: number | null;
  readonly of: number | null;
}

interface VersionRow extends Omit<TemplateVersion, 'order'> {
  readonly orderNumber: string | null;
  readonly orderDate: string | null;
  readonly approvedById: string | null;
  readonly approvedAt: Instant | null;
}

const TEMPLATE = `select id, state, active_version as "activeVersion", created_at as "createdAt", suspended_at as "suspendedAt",
  suspension_cause as cause, suspension_note as note, suspension_failures as failures, suspension_of as "of", retired_at as "retiredAt",
  retirement_reason as "retirementReason", revision
  from changes.change_template`;

const VERSION = `select template_id as "templateId", version, name_lv as "nameLv", name_en as "nameEn", description, steps,
  test_plan as "testPlan", rollback_plan as "rollbackPlan", rollback_not_needed as "rollbackNotNeeded",
  rollback_minutes as "rollbackMinutes", max_risk as "maxRisk", service_id as "serviceId", group_id as "groupId", minutes,
  outage_minutes as "outageMinutes", failure_limit as "failureLimit", author_ids as "authorIds", saved_at as "savedAt",
  order_number as "orderNumber", order_date as "orderDate", approved_by_id as "approvedById", approved_at as "approvedAt"
  from changes.change_template_version`;

/** Templates and their versions as they are kept. Every change raises the revision. */
@Injectable()
export class TemplateStore {
  async all(on: Queryable): Promise<TemplateRecord[]> {
    return (await on.query<TemplateRow>(`${TEMPLATE} order by created_at, id limit 500`)).map(templateOf);
  }

  /** Throws `changes.template.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<TemplateRecord> {
    const [row] = await on.query<TemplateRow>(`${TEMPLATE} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('changes.template');
    return templateOf(row);
  }

  lock(tx: Tx, id: string): Promise<TemplateRecord> {
    return this.one(tx, id, 'for update');
  }

  /** All versions of these templates, the latest first. */
  async versions(on: Queryable, templateIds: readonly string[]): Promise<TemplateVersion[]> {
    const rows = await on.query<VersionRow>(`${VERSION} where template_id = any($1::uuid[]) order by template_id, version desc`, [
      templateIds,
    ]);
    return rows.map(versionOf);
  }

  async add(tx: Tx, id: string): Promise<void> {
    await tx.execute(`insert into changes.change_template (id, created_at) values ($1, $2)`, [id, ts(tx.now)]);
  }

  /** Writes a draft; whoever writes on it joins its authors. */
  async saveDraft(tx: Tx, templateId: string, version: number, terms: TemplateTerms, authorId: string): Promise<void> {
    await tx.execute(
      `insert into changes.change_template_version (template_id, version, name_lv, name_en, description, steps, test_plan, rollback_plan,
         rollback_not_needed, rollback_minutes, max_risk, service_id, group_id, minutes, outage_minutes, failure_limit, author_ids, saved_at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, array[$17::uuid], $18)
       on conflict (template_id, version) do update set name_lv = excluded.name_lv, name_en = excluded.name_en,
         description = excluded.description, steps = excluded.steps, test_plan = excluded.test_plan, rollback_plan = excluded.rollback_plan,
         rollback_not_needed = excluded.rollback_not_needed, rollback_minutes = excluded.rollback_minutes, max_risk = excluded.max_risk,
         service_id = excluded.service_id, group_id = excluded.group_id, minutes = excluded.minutes, outage_minutes = excluded.outage_minutes,
         failure_limit = excluded.failure_limit, saved_at = excluded.saved_at,
         author_ids = (select array_agg(distinct a) from unnest(change_template_version.author_ids || excluded.author_ids) a)
       where change_template_version.approved_at is null`,
      [templateId, version, ...valuesOf(terms), authorId, ts(tx.now)],
    );
    await this.touch(tx, templateId);
  }

  async approve(tx: Tx, { templateId, version }: TemplateVersion, order: { number: string; date: string; byId: string }): Promise<void> {
    await tx.execute(
      `update changes.change_template_version set order_number = $3, order_date = $4, approved_by_id = $5, approved_at = $6
       where template_id = $1 and version = $2`,
      [templateId, version, order.number, order.date, order.byId, ts(tx.now)],
    );
    await tx.execute(
      `update changes.change_template set state = 'active', active_version = $2, suspended_at = null, suspension_cause = null,
         suspension_note = null, suspension_failures = null, suspension_of = null, revision = revision + 1 where id = $1`,
      [templateId, version],
    );
  }

  async suspend(tx: Tx, id: string, { at, cause, note, failures, of }: Suspension): Promise<void> {
    await tx.execute(
      `update changes.change_template set state = 'suspended', suspended_at = $2, suspension_cause = $3, suspension_note = $4,
         suspension_failures = $5, suspension_of = $6, revision = revision + 1 where id = $1`,
      [id, ts(at), cause, note, failures, of],
    );
  }

  async retire(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.execute(
      `update changes.change_template set state = 'retired', retired_at = $2, retirement_reason = $3, revision = revision + 1 where id = $1`,
      [id, ts(tx.now), reason],
    );
  }

  private async touch(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update changes.change_template set revision = revision + 1 where id = $1`, [id]);
  }
}

function templateOf({ suspendedAt, cause, note, failures, of, ...row }: TemplateRow): TemplateRecord {
  return { ...row, suspension: suspendedAt === null || cause === null ? null : { at: suspendedAt, cause, note, failures, of } };
}

function versionOf({ orderNumber, orderDate, approvedById, approvedAt, ...row }: VersionRow): TemplateVersion {
  const signed = orderNumber !== null && orderDate !== null && approvedById !== null && approvedAt !== null;
  return { ...row, order: signed ? { number: orderNumber, date: orderDate, byId: approvedById, at: approvedAt } : null };
}

function valuesOf(terms: TemplateTerms): unknown[] {
  const { nameLv, nameEn, description, steps, testPlan, rollbackPlan, rollbackNotNeeded, rollbackMinutes } = terms;
  const { maxRisk, serviceId, groupId, minutes, outageMinutes, failureLimit } = terms;
  return [
    ...[nameLv, nameEn, description, JSON.stringify(steps), testPlan, rollbackPlan, rollbackNotNeeded, rollbackMinutes],
    ...[maxRisk, serviceId, groupId, minutes, outageMinutes, failureLimit],
  ];
}
