import { Injectable } from '@nestjs/common';
import { calendarVersionInForce } from '#calendars';
import type { Queryable } from '#platform';
import { chooseTargets, type TargetRule } from '../domain/choose-targets.js';
import type { EscalationStep } from '../domain/escalation-step.js';
import type { MidFlightRule } from '../domain/ledger-entry.js';
import type { TargetKind } from '../domain/policy-target.js';
import type { ClockFacts } from '../domain/tracked-clock.js';

interface TargetRow {
  ticket_type: string;
  priority: number;
  kind: TargetKind;
  service_id: string | null;
  institution_id: string | null;
  party_id: string | null;
  seconds: number;
  calendar_id: string;
  calendar_version_id: string;
  pause_reasons: string[];
  thresholds: number[];
  steps: EscalationStep[];
  policy_version_id: string;
  mid_flight_rule: MidFlightRule;
}

/** The code of the policy that holds where no agreement names another. */
export const GENERAL_POLICY = 'default';

const TODAY = `(clock_timestamp() at time zone 'Europe/Riga')::date`;

const RULES = `
  select t.ticket_type, t.priority, t.kind, t.service_id, t.institution_id, t.party_id, t.seconds, t.calendar_id,
    ${calendarVersionInForce('t.calendar_id')} as calendar_version_id, t.pause_reasons, t.thresholds, t.steps, t.policy_version_id, v.mid_flight_rule
  from sla.target t join sla.policy_version v on v.id = t.policy_version_id`;

/** The version in force of the policy whose id the expression gives. */
const inForce = (policyId: string): string => `(select w.id from sla.policy_version w
    where w.policy_id = ${policyId} and w.valid_from <= clock_timestamp() order by w.valid_from desc, w.version desc limit 1)`;

const GENERAL = `(select p.id from sla.policy p where p.code = '${GENERAL_POLICY}')`;

/** Which agreements decide a ticket's policy, as \`decidingAgreement\` of the domain says; $3 is the service, $4 the institution. */
const AGREED = `(select a.policy_id from sla.agreement a
    where a.policy_id is not null and daterange(a.valid_from, a.valid_to) @> ${TODAY}
      and (a.service_id is null or a.service_id = $3) and (a.institution_id is null or a.institution_id = $4)
      and exists (select 1 from sla.policy_version w where w.policy_id = a.policy_id and w.valid_from <= clock_timestamp())
    order by a.institution_id is not null desc, a.service_id is not null desc limit 1)`;

/** One statement for each clock that starts, so that filing a ticket stays fast: agreement, policy, version and targets at once. */
const FOR_TICKET = `${RULES}
  where v.id = ${inForce(`coalesce(${AGREED}, ${GENERAL})`)}
    and t.ticket_type = $1 and t.priority = $2
    and (t.service_id is null or t.service_id = $3) and (t.institution_id is null or t.institution_id = $4)`;

/** The targets of policies, each on its calendar's version in force. */
@Injectable()
export class PolicyBook {
  /** What was agreed for such a ticket now, one target for each kind of clock; of an OLA that of the group that has the ticket. */
  async targetsFor(on: Queryable, facts: ClockFacts): Promise<TargetRule[]> {
    const { ticketType, priority, serviceId, institutionId } = facts;
    const rows = await on.query<TargetRow>(FOR_TICKET, [ticketType, priority, serviceId, institutionId], 'sla.policy-in-force');
    return chooseTargets(rows.map(ruleOf), facts);
  }

  /** A whole policy as it is in force, the general one where none is named; for history that is folded in bulk. */
  async policyInForce(on: Queryable, policyId: string | null = null): Promise<readonly TargetRule[]> {
    return (await on.query<TargetRow>(`${RULES} where v.id = ${inForce(`coalesce($1::uuid, ${GENERAL})`)}`, [policyId])).map(ruleOf);
  }

  /** All rules of one version of a policy, or of a draft; none where there is no such version. */
  async rulesOf(policyVersionId: string, on: Queryable): Promise<TargetRule[]> {
    return (await on.query<TargetRow>(`${RULES} where v.id = $1`, [policyVersionId], 'sla.policy-rules')).map(ruleOf);
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
    calendarKey: row.calendar_id,
    pauseReasons: row.pause_reasons,
    thresholds: [...row.thresholds].sort((a, b) => a - b),
    steps: row.steps,
    policyVersionId: row.policy_version_id,
    rule: row.mid_flight_rule,
  };
}
