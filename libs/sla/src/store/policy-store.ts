import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { EscalationStep } from '../domain/escalation-step.js';
import type { MidFlightRule } from '../domain/ledger-entry.js';
import type { PolicyDraft } from '../domain/policy-draft.js';
import { PRIORITIES, TARGET_KINDS, type TargetKind, type WrittenTarget } from '../domain/policy-target.js';

/** A policy under lock. */
export interface LockedPolicy {
  readonly id: string;
  readonly code: string;
}

/** A version of a policy, published or the draft of one. */
export interface PolicyVersionRow {
  readonly id: string;
  readonly policyId: string;
  readonly version: number;
  readonly state: 'draft' | 'published';
  readonly midFlightRule: MidFlightRule;
  readonly validFrom: Instant | null;
  readonly note: string | null;
  /** Counts the savings of a draft. */
  readonly revision: number;
  /** Everybody who saved it: none of them may publish it. */
  readonly drafters: readonly string[];
  readonly updatedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Instant | null;
}

interface WrittenRow {
  ticket_type: string;
  priority: number;
  kind: TargetKind;
  service_id: string | null;
  institution_id: string | null;
  party_id: string | null;
  seconds: number;
  calendar_id: string;
  pause_reasons: string[];
  thresholds: number[];
  steps: EscalationStep[];
}

const VERSION = `id, policy_id as "policyId", version, state, mid_flight_rule as "midFlightRule", valid_from as "validFrom", note, revision,
  drafters, updated_at as "updatedAt", published_by as "publishedBy", published_at as "publishedAt"`;

/** Policies with their versions and drafts, as they are kept. */
@Injectable()
export class PolicyStore {
  /** Locks a policy against other drafters and publishers. Throws `sla.policy.not-found`. */
  async lock(tx: Tx, policyId: string): Promise<LockedPolicy> {
    const [row] = await tx.query<LockedPolicy>(`select id, code from sla.policy where id = $1 for update`, [policyId]);
    if (!row) throw notFound('sla.policy');
    return row;
  }

  async add(tx: Tx, policy: LockedPolicy & { readonly nameLv: string; readonly nameEn: string }): Promise<boolean> {
    const { id, code, nameLv, nameEn } = policy;
    const sql = `insert into sla.policy (id, code, name_lv, name_en) values ($1, $2, $3, $4) on conflict (code) do nothing`;
    return (await tx.execute(sql, [id, code, nameLv, nameEn])) === 1;
  }

  /** All versions of these policies, drafts too, the latest first. */
  async versions(on: Queryable, policyIds: readonly string[]): Promise<PolicyVersionRow[]> {
    return on.query<PolicyVersionRow>(
      `select ${VERSION} from sla.policy_version where policy_id = any($1::uuid[]) order by policy_id, version desc`,
      [policyIds],
    );
  }

  /** What a version or a draft says, in the order in which one reads it. */
  async targets(on: Queryable, versionId: string): Promise<WrittenTarget[]> {
    const rows = await on.query<WrittenRow>(
      `select ticket_type, priority, kind, service_id, institution_id, party_id, seconds, calendar_id, pause_reasons, thresholds, steps
       from sla.target where policy_version_id = $1`,
      [versionId],
    );
    return rows.map(writtenOf).sort(inReadingOrder);
  }

  /** Saves the draft of a policy whole. Answers its row. */
  async saveDraft(tx: Tx, policyId: string, draft: PolicyDraft, drafterId: string): Promise<PolicyVersionRow> {
    const [row] = await tx.query<PolicyVersionRow>(
      `insert into sla.policy_version as v (id, policy_id, version, state, mid_flight_rule, valid_from, note, drafters, updated_at)
       select $1, $2, coalesce(max(version), 0) + 1, 'draft', $3, null, $4, array[$5::uuid], clock_timestamp()
       from sla.policy_version where policy_id = $2 and state = 'published'
       on conflict (policy_id) where state = 'draft' do update set mid_flight_rule = excluded.mid_flight_rule, note = excluded.note,
         revision = v.revision + 1, updated_at = excluded.updated_at,
         drafters = case when $5::uuid = any (v.drafters) then v.drafters else v.drafters || $5::uuid end
       returning ${VERSION}`,
      [randomUUID(), policyId, draft.midFlightRule, draft.note, drafterId],
    );
    await tx.execute(`delete from sla.target where policy_version_id = $1`, [row!.id]);
    await this.addTargets(tx, row!.id, draft.targets);
    return row!;
  }

  async dropDraft(tx: Tx, versionId: string): Promise<void> {
    await tx.execute(`delete from sla.target where policy_version_id = $1`, [versionId]);
    await tx.execute(`delete from sla.policy_version where id = $1 and state = 'draft'`, [versionId]);
  }

  /** Makes a draft the version that holds from then on; the row never changes again. */
  async publish(tx: Tx, versionId: string, { by, validFrom }: { readonly by: string; readonly validFrom: Instant }): Promise<void> {
    await tx.execute(
      `update sla.policy_version set state = 'published', valid_from = $2, published_by = $3, published_at = clock_timestamp() where id = $1`,
      [versionId, ts(validFrom), by],
    );
  }

  private async addTargets(tx: Tx, versionId: string, targets: readonly WrittenTarget[]): Promise<void> {
    const rows = targets.map((target) => ({ ...rowOf(target), id: randomUUID() }));
    await tx.execute(
      `insert into sla.target (id, policy_version_id, ticket_type, priority, kind, service_id, institution_id, party_id, seconds, calendar_id,
         pause_reasons, thresholds, steps)
       select r.id, $1, r.ticket_type, r.priority, r.kind, r.service_id, r.institution_id, r.party_id, r.seconds, r.calendar_id,
         r.pause_reasons, r.thresholds, r.steps
       from jsonb_to_recordset($2::jsonb) as r(id uuid, ticket_type text, priority smallint, kind text, service_id uuid, institution_id uuid,
         party_id uuid, seconds integer, calendar_id uuid, pause_reasons text[], thresholds integer[], steps jsonb)`,
      [versionId, JSON.stringify(rows)],
    );
  }
}

function writtenOf(row: WrittenRow): WrittenTarget {
  return {
    ticketType: row.ticket_type,
    priority: row.priority,
    kind: row.kind,
    serviceId: row.service_id,
    institutionId: row.institution_id,
    partyId: row.party_id,
    seconds: row.seconds,
    calendarKey: row.calendar_id,
    pauseReasons: row.pause_reasons,
    thresholds: [...row.thresholds].sort((a, b) => a - b),
    steps: row.steps,
  };
}

function rowOf(target: WrittenTarget): WrittenRow {
  return {
    ticket_type: target.ticketType,
    priority: target.priority,
    kind: target.kind,
    service_id: target.serviceId,
    institution_id: target.institutionId,
    party_id: target.partyId,
    seconds: target.seconds,
    calendar_id: target.calendarKey,
    pause_reasons: [...target.pauseReasons],
    thresholds: [...target.thresholds].sort((a, b) => a - b),
    steps: [...target.steps].sort((a, b) => a.pct - b.pct),
  };
}

/** By kind and priority, the general ones before the narrower. */
function inReadingOrder(a: WrittenTarget, b: WrittenTarget): number {
  const place = (target: WrittenTarget): number =>
    (target.institutionId === null ? 0 : 2000) +
    (target.serviceId === null ? 0 : 1000) +
    (target.partyId === null ? 0 : 500) +
    TARGET_KINDS.indexOf(target.kind) * PRIORITIES.length +
    target.priority;
  return (
    place(a) - place(b) ||
    (a.serviceId ?? '').localeCompare(b.serviceId ?? '') ||
    (a.institutionId ?? '').localeCompare(b.institutionId ?? '')
  );
}
