import { Button, Select, Skeleton } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Agreements } from './Agreements';
import { DraftCard } from './DraftCard';
import { DraftEditor } from './DraftEditor';
import { NewPolicyDialog } from './NewPolicyDialog';
import type { PoliciesSearch } from './policies-search';
import c from './policies.module.css';
import { policyQueries } from './policy-queries';
import { SlaTabs } from './SlaTabs';
import { TargetTables } from './TargetTables';
import { TryOut } from './TryOut';
import type { Policy, VersionRef } from './types';
import { Versions } from './Versions';

const route = getRouteApi('/admin/policies');

type Go = (search: PoliciesSearch) => void;

function Head({ policies, policy, go, part }: { policies: Policy[]; policy: Policy | undefined; go: Go; part: PoliciesSearch['part'] }) {
  const { t } = useTexts();
  const mayDraft = useRight('sla.draft');
  const [making, setMaking] = useState(false);
  const choosing = part === undefined && policies.length > 1;
  return (
    <header className={c.head}>
      <div>
        <SlaTabs here={part === 'agreements' ? 'agreements' : 'policies'} policy={policy?.id} />
        <h1>{t(part === 'agreements' ? 'sla.agreements' : 'sla.title')}</h1>
      </div>
      {choosing && (
        <Select
          aria-label={t('sla.policy')}
          className={c.choose}
          allowDeselect={false}
          data={policies.map(({ id, name }) => ({ value: id, label: name }))}
          value={policy?.id ?? null}
          onChange={(id) => id && go({ policy: id })}
        />
      )}
      {part === undefined && mayDraft && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('sla.newPolicy')}
        </Button>
      )}
      {part === undefined && mayDraft && policy && !policy.draft && (
        <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => go({ policy: policy.id, part: 'edit' })}>
          {t('sla.startDraft')}
        </Button>
      )}
      {making && <NewPolicyDialog onMade={({ id }) => (setMaking(false), go({ policy: id }))} onClose={() => setMaking(false)} />}
    </header>
  );
}

function InForce({ policy, version }: { policy: Policy; version: VersionRef | null }) {
  const { t } = useTexts();
  const { dateTime, date } = useFormat();
  const { data } = useQuery({ ...policyQueries.version(policy.id, version?.version ?? 0), enabled: version !== null });
  const now = version !== null && version.id === policy.inForce?.id;
  return (
    <section className={c.card} aria-labelledby="policy-title">
      <header>
        <div>
          <h2 id="policy-title">{policy.name}</h2>
          <p className="num">
            {version
              ? t(now ? 'sla.inForce' : 'sla.notInForce', { version: String(version.version), since: date(version.validFrom) })
              : t('sla.neverPublished')}
            {version?.publishedBy && version.publishedAt && ` · ${version.publishedBy.name}, ${dateTime(version.publishedAt)}`}
            {version?.note && ` · ${version.note}`}
          </p>
        </div>
        {now && <span className={c.mark}>{t('sla.holds')}</span>}
      </header>
      {version !== null && !data && <Skeleton height={260} />}
      {data && <TargetTables targets={data.targets} />}
      {data && <p className={c.foot}>{t(`sla.rule.${data.midFlightRule}.hint`)}</p>}
    </section>
  );
}

function PolicyView({ policy, version, go }: { policy: Policy; version: number | undefined; go: Go }) {
  const shown = policy.versions.find((one) => one.version === version) ?? policy.inForce ?? policy.coming;
  return (
    <div className={c.columns}>
      <div className={c.main}>
        {policy.draft && <DraftCard policy={policy} onEdit={() => go({ policy: policy.id, part: 'edit' })} />}
        <InForce policy={policy} version={shown} />
      </div>
      <aside className={c.side}>
        <TryOut policy={policy} />
        <Versions policy={policy} shown={shown} onShow={(number) => go({ policy: policy.id, version: number })} />
      </aside>
    </div>
  );
}

/** What is promised to whom: the policy in force, its draft, why a ticket gets which target, and the agreements behind it. */
export function PoliciesPage() {
  const { t } = useTexts();
  const { part, policy: asked, version } = route.useSearch();
  const navigate = useNavigate();
  const policies = useQuery(policyQueries.policies());
  const mayDraft = useRight('sla.draft');
  if (policies.error) return <FailedPage error={policies.error} reset={() => void policies.refetch()} />;
  const go: Go = (search) => void navigate({ to: '/admin/policies', search });
  const policy = policies.data?.find(({ id }) => id === asked) ?? policies.data?.[0];
  const editing = part === 'edit' && mayDraft ? part : undefined;
  return (
    <main className={c.page}>
      <Head policies={policies.data ?? []} policy={policy} go={go} part={part === 'edit' ? editing : part} />
      {!policies.data && (
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={420} radius={12} />
        </div>
      )}
      {part === 'agreements' && <Agreements />}
      {policy && editing && <DraftEditor policy={policy} onClose={() => go({ policy: policy.id })} />}
      {policy && part !== 'agreements' && !editing && <PolicyView policy={policy} version={version} go={go} />}
    </main>
  );
}
