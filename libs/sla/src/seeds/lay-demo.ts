import { demoId } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { readSeed, ts, type Tx } from '#platform';
import type { AgreementKind, AgreementTerms } from '../domain/agreement.js';
import { agreementEvent } from '../domain/agreement-events.js';
import { AgreementStore } from '../store/agreement-store.js';

const SINCE = '2024-01-01';

interface DemoAgreement {
  readonly kind: AgreementKind;
  readonly reference: string;
  readonly institution?: string;
  readonly service?: string;
  readonly group?: string;
  readonly supplier?: string;
  readonly note: string | null;
}

interface DemoSla {
  readonly drafter: string;
  readonly publisher: string;
  readonly policy: {
    readonly code: string;
    readonly note: string;
    readonly firstLine: string;
    /** What of the resolution time each link of the chain may take. */
    readonly firstLineShare: number;
    readonly groupShare: number;
    readonly supplierShare: number;
    readonly pauseReasons: readonly string[];
  };
  readonly agreements: readonly DemoAgreement[];
}

/**
 * Gives the demonstration times of groups and suppliers, in force since `validFrom`, as the next version of the policy that every
 * installation begins with, and agreements. After `seedCatalogueDemo`; may be run again.
 */
export async function seedSlaDemo(tx: Tx, validFrom: Instant): Promise<void> {
  const seed = readSeed<DemoSla>('demo/sla.json');
  await layPolicy(tx, seed, validFrom);
  await layAgreements(tx, seed);
}

async function layPolicy(tx: Tx, { drafter, publisher, policy }: DemoSla, validFrom: Instant): Promise<void> {
  const id = demoId('policy-version', policy.code);
  const [before] = await tx.query<{ id: string; policyId: string; version: number }>(
    `select v.id, v.policy_id as "policyId", v.version from sla.policy_version v join sla.policy p on p.id = v.policy_id
     where p.code = $1 and not exists (select 1 from sla.policy_version d where d.id = $2 or (d.policy_id = p.id and d.state = 'draft'))
     order by v.version desc limit 1`,
    [policy.code, id],
  );
  if (!before) return;
  const version = before.version + 1;
  await tx.execute(
    `insert into sla.policy_version (id, policy_id, version, mid_flight_rule, state, note, drafters)
     select $1, policy_id, $2, mid_flight_rule, 'draft', $3, array[$4::uuid] from sla.policy_version where id = $5`,
    [id, version, policy.note, demoId('person', drafter), before.id],
  );
  await layTargets(tx, id, before.id, policy);
  const by = demoId('person', publisher);
  await tx.execute(
    `update sla.policy_version set state = 'published', valid_from = $2, published_by = $3, published_at = $2, updated_at = $2 where id = $1`,
    [id, ts(validFrom), by],
  );
  const { policyId } = before;
  const payload = {
    policyId,
    code: policy.code,
    versionId: id,
    version,
    previousVersionId: before.id,
    validFrom: formatInstant(validFrom),
  };
  await tx.append({ type: 'sla.policy-published', version: 1, subject: { type: 'policy', id: policyId }, actorId: by, payload });
}

/** What was promised before, and beside it a share of each resolution time for the first line, for the other groups and for suppliers. */
async function layTargets(tx: Tx, id: string, beforeId: string, policy: DemoSla['policy']): Promise<void> {
  const same = 'ticket_type, priority, calendar_id, thresholds';
  const other = 'kind, service_id, institution_id, party_id, seconds, pause_reasons, steps';
  await tx.execute(
    `insert into sla.target (id, policy_version_id, ${same}, ${other})
     select gen_random_uuid(), $1, ${same}, ${other} from sla.target where policy_version_id = $2`,
    [id, beforeId],
  );
  const lead = JSON.stringify([{ pct: 100, action: 'notify_lead', to: null }]);
  for (const [kind, party, share, pauseReasons, steps] of [
    ['ola', demoId('group', policy.firstLine), policy.firstLineShare, policy.pauseReasons, lead],
    ['ola', null, policy.groupShare, policy.pauseReasons, lead],
    ['supplier', null, policy.supplierShare, [], '[]'],
  ] as const) {
    await tx.execute(
      `insert into sla.target (id, policy_version_id, ${same}, ${other})
       select gen_random_uuid(), $1, ${same}, $3, null, null, $4, round(seconds * $5::numeric), $6::text[], $7::jsonb
       from sla.target where policy_version_id = $2 and kind = 'resolution'`,
      [id, beforeId, kind, party, share, pauseReasons, steps],
    );
  }
}

async function layAgreements(tx: Tx, { drafter, agreements }: DemoSla): Promise<void> {
  const store = new AgreementStore();
  const actorId = demoId('person', drafter);
  const known = new Set((await store.list(tx)).map(({ id }) => id));
  for (const agreement of agreements) {
    const id = demoId('agreement', agreement.reference);
    if (known.has(id)) continue;
    const terms = termsOf(agreement);
    await store.add(tx, id, terms);
    await store.remember(tx, id, 1, terms, { act: 'concluded', reason: null, actorId });
    await tx.append(agreementEvent('concluded', id, 1, terms, actorId));
  }
}

function termsOf({ kind, reference, institution, service, group, supplier, note }: DemoAgreement): AgreementTerms {
  const idOf = (what: 'institution' | 'service' | 'group', key: string | undefined): string | null => (key ? demoId(what, key) : null);
  return {
    ...{ kind, reference, note, supplier: supplier ?? null, policyId: null, validFrom: SINCE, validTo: null },
    institutionId: idOf('institution', institution),
    serviceId: idOf('service', service),
    groupId: idOf('group', group),
  };
}
