import { Injectable } from '@nestjs/common';
import { formatInstant, instant, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import type { Actor } from '../domain/actor.js';
import { holds } from '../domain/scope-of.js';
import type { GrantRequestResponse } from '../http/responses/person.response.js';
import { scopeName } from './people-register.js';

interface RequestRow extends Omit<GrantRequestResponse, 'requestedAt' | 'decidedAt' | 'validTo' | 'abilities'> {
  readonly requestedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly validTo: Instant | null;
}

interface ListQuery {
  readonly pending: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Roles asked for: those that wait for a second person, or those that were decided. */
@Injectable()
export class GrantRequestList {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async page(actor: Actor, { pending, cursor, limit }: ListQuery): Promise<Page<GrantRequestResponse>> {
    const [afterAt = null, afterId = null] = readCursor(cursor, 2) ?? [];
    const rows = await this.database.query<RequestRow>(
      `select r.id, json_build_object('id', u.id, 'name', u.name) as person, r.role, r.scope, ${scopeName('r')} as "scopeRecord", r.valid_to as "validTo",
         r.reason, case when q.id is null then null else json_build_object('id', q.id, 'name', q.name) end as "requestedBy", r.source,
         r.requested_at as "requestedAt", r.state,
         case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as "decidedBy",
         r.decided_at as "decidedAt", r.decision_reason as "decisionReason"
       from identity.grant_request r join identity.app_user u on u.id = r.user_id left join identity.app_user q on q.id = r.requested_by
       left join identity.app_user d on d.id = r.decided_by
       where (r.state = 'pending') = $2 and ($3::timestamptz is null or (r.requested_at, r.id) < ($3::timestamptz, $4::uuid))
       order by r.requested_at desc, r.id desc limit $5`,
      [actor.locale, pending, afterAt === null ? null : ts(instant(Number(afterAt))), afterId, limit + 1],
    );
    const page = pageOf(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
    return { items: page.items.map((row) => toResponse(actor, row)), nextCursor: page.nextCursor };
  }
}

function toResponse(actor: Actor, row: RequestRow): GrantRequestResponse {
  const pending = row.state === 'pending';
  const concerned = row.person.id === actor.id || row.requestedBy?.id === actor.id;
  return {
    ...row,
    validTo: row.validTo === null ? null : formatInstant(row.validTo),
    requestedAt: formatInstant(row.requestedAt),
    decidedAt: row.decidedAt === null ? null : formatInstant(row.decidedAt),
    abilities: { decide: pending && !concerned && holds(actor, 'grant.approve'), withdraw: pending && holds(actor, 'admin.users') },
  };
}
