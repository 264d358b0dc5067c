import { Injectable } from '@nestjs/common';
import { calendarVersionInForce } from '#calendars';
import type { Queryable } from '#platform';
import { chooseTargets, type TargetRule } from '../domain/choose-targets.js';
import type { ClockKind, MidFlightRule } from '../domain/ledger-entry.js';
import type { ClockFacts, PolicyTarget } from '../domain/tracked-clock.js';

interface TargetRow {
  ticket_type: string;
  priority: number;
  kind: ClockKind;
  service_id: string | null;
  institution_id: string | null;
  party_id: string | null;
  seconds: number;
  calendar_version_id: string;
  pause_reasons: string[];
  thresholds: number[];
  policy_version_id: string;
  mid_flight_rule: MidFlightRule;
}

/** The targets of the policy in force, each on its calendar's version in force. */
@Injectable()
export class PolicyBook {
  /** What the policy says of such a ticket now, one target for each kind of clock. */
  async targetsFor(on: Queryable, facts: ClockFacts): Promise<PolicyTarget[]> {
    return chooseTargets(await this.rules(on, facts), facts);
  }

  /** The whole policy in force; for history that is folded in bulk. */
  async policyInForce(on: Queryable): Promise<readonly TargetRule[]> {
    return this.rules(on, null);
  }

  private async rules(on: Queryable, facts: Pick<ClockFacts, 'ticketType' | 'priority'> | null): Promise<TargetRule[]> {
    const rows = await on.query<TargetRow>(
      `select t.ticket_type, t.priority, t.kind, t.service_id, t.institution_id, t.party_id, t.seconds, ${calendarVersionInForce('t.calendar_id')} as calendar_version_id, t.pause_reasons, t.thresholds,
         t.policy_version_id, v.mid_flight_rule
       from sla.target t join sla.policy_version v on v.id = t.policy_version_id
       where v.id = (select id from sla.policy_version where valid_from <= clock_timestamp() order by valid_from desc, version desc limit 1)
         and ($1::text is null or t.ticket_type = $1) and ($2::int is null or t.priority = $2)`,
      [facts?.ticketType ?? null, facts?.priority ?? null],
      'sla.policy-in-force',
    );
    return rows.map(ruleOf);
  }
}

function ruleOf(row: TargetRow): TargetRule {
  return {
    ticketType: row.ticket_type,
    priority: row.priority,
    kind: row.kind,
    serviceId: row.service_id,
    institutionId: row.institution_id,
    partyId: row.party_id,
    seconds: row.seconds,
    calendarId: row.calendar_version_id,
    pauseReasons: row.pause_reasons,
    thresholds: [...row.thresholds].sort((a, b) => a - b),
    policyVersionId: row.policy_version_id,
    rule: row.mid_flight_rule,
  };
}
