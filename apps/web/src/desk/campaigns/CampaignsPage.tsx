import { Button, Skeleton } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../format';
import { ReportTabs } from '../reports/ReportTabs';
import reports from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { campaignQueries, type CampaignLine } from './campaign-queries';
import { CampaignPill } from './CampaignPill';
import c from './list.module.css';
import { NewCampaignDialog } from './NewCampaignDialog';
import { useDays } from './use-days';

function Share({ coverage }: { coverage: NonNullable<CampaignLine['coverage']> }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const { answered, invited, responding, institutions } = coverage;
  return (
    <>
      <td data-label={t('campaigns.answered')} className="num">
        <span>
          <b>{number(answered)}</b> {t('campaigns.ofInvited', { invited: number(invited) })}
        </span>
        <small>{invited > 0 ? percent((100 * answered) / invited) : t('campaigns.nobody')}</small>
      </td>
      <td data-label={t('campaigns.institutions')} className="num">
        {t('campaigns.responding', { responding: number(responding), institutions: number(institutions) })}
      </td>
    </>
  );
}

function Line({ campaign }: { campaign: CampaignLine }) {
  const { t } = useTexts();
  const { day } = useDays();
  const { id, title, survey, mode, anonymous, opensOn, closesOn, coverage } = campaign;
  return (
    <tr>
      <th scope="row">
        <Link to="/reports/surveys/$id" params={{ id }}>
          {title}
        </Link>
        <small>{t('campaigns.asks', { title: survey.title, version: String(survey.version) })}</small>
      </th>
      <td data-label={t('campaigns.state')}>
        <CampaignPill {...campaign} />
      </td>
      <td data-label={t('campaigns.period')} className="num">
        {t('campaigns.range', { from: day(opensOn), to: day(closesOn) })}
      </td>
      <td data-label={t('campaigns.who')}>
        {t(`campaigns.mode.${mode}`)}
        <small>{t(anonymous ? 'campaigns.anonymous' : 'campaigns.named')}</small>
      </td>
      {coverage ? (
        <Share coverage={coverage} />
      ) : (
        <td colSpan={2} className={c.none}>
          {t(campaign.state === 'cancelled' ? 'campaigns.neverOpened' : 'campaigns.notYetOpen')}
        </td>
      )}
    </tr>
  );
}

function Table({ items }: { items: CampaignLine[] }) {
  const { t } = useTexts();
  const heads = ['title', 'state', 'period', 'who', 'answered', 'institutions'] as const;
  return (
    <table className={c.table}>
      <thead>
        <tr>
          {heads.map((key) => (
            <th key={key} scope="col">
              {t(`campaigns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((campaign) => (
          <Line key={campaign.id} campaign={campaign} />
        ))}
      </tbody>
    </table>
  );
}

function Nothing({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTexts();
  return (
    <div className={c.nothing}>
      <IconClipboardList size={30} stroke={1.4} aria-hidden />
      <p>{t(mayCreate ? 'campaigns.noneYet' : 'campaigns.none')}</p>
    </div>
  );
}

/** The campaigns of all years: whom they ask and how far they have come. */
export function CampaignsPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(campaignQueries.list());
  const [making, setMaking] = useState(false);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={reports.page}>
      <ReportTabs />
      <header className={reports.head}>
        <div>
          <h1>{t('campaigns.heading')}</h1>
          <p>{t('campaigns.lead')}</p>
        </div>
        {data?.mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('campaigns.new')}
          </Button>
        )}
      </header>
      <section className={c.card} aria-label={t('campaigns.heading')}>
        {!data && <Skeleton height={220} />}
        {data && (data.items.length === 0 ? <Nothing mayCreate={data.mayCreate} /> : <Table items={data.items} />)}
      </section>
      {making && data && (
        <NewCampaignDialog
          earlier={data.items.filter(({ state }) => state !== 'cancelled')}
          onClose={() => setMaking(false)}
          onMade={(id) => void navigate({ to: '/reports/surveys/$id', params: { id } })}
        />
      )}
    </main>
  );
}
