import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ReportTabs } from '../reports/ReportTabs';
import reports from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { CampaignActs } from './CampaignActs';
import { campaignQueries, type Campaign } from './campaign-queries';
import { CampaignPill } from './CampaignPill';
import c from './campaign.module.css';
import { CoverageCard } from './CoverageCard';
import { FrameCard } from './FrameCard';
import { HistoryCard } from './HistoryCard';
import { PlanCard } from './PlanCard';
import { Stages } from './Stages';
import { TermsCard } from './TermsCard';
import { Tiles } from './Tiles';

const route = getRouteApi('/reports/surveys/$id');

function Head({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  return (
    <header className={reports.head}>
      <div>
        <Link to="/reports/surveys" className={reports.backLink}>
          <IconArrowLeft size={15} aria-hidden />
          {t('campaigns.heading')}
        </Link>
        <h1 className={c.title}>
          {campaign.title} <CampaignPill {...campaign} />
        </h1>
        <p>
          {t('campaigns.asks', { title: campaign.survey.title, version: String(campaign.survey.version) })} ·{' '}
          {t(`campaigns.mode.${campaign.mode}`)} · {t(campaign.anonymous ? 'campaigns.anonymous' : 'campaigns.named')}
        </p>
      </div>
      <CampaignActs campaign={campaign} />
    </header>
  );
}

function Obstacles({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  if (campaign.obstacles.length === 0) return null;
  return (
    <section className={c.obstacles} aria-label={t('campaigns.obstacles')}>
      <IconAlertTriangle size={18} aria-hidden />
      <ul>
        {campaign.obstacles.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Cockpit({ campaign }: { campaign: Campaign }) {
  const coverage = useQuery(campaignQueries.coverage(campaign));
  const mails = useQuery(campaignQueries.mails(campaign));
  const error = coverage.error ?? mails.error;
  if (error) return <FailedPage error={error} reset={() => void Promise.all([coverage.refetch(), mails.refetch()])} />;
  const opened = campaign.openedAt !== null;
  return (
    <>
      <Stages campaign={campaign} />
      <Obstacles campaign={campaign} />
      {opened && <Tiles campaign={campaign} coverage={coverage.data} />}
      <div className={c.columns}>
        {opened ? <CoverageCard campaign={campaign} coverage={coverage.data} /> : <FrameCard campaign={campaign} />}
        <div className={c.side}>
          <PlanCard campaign={campaign} mails={mails.data ?? []} />
          <TermsCard campaign={campaign} />
          <HistoryCard campaign={campaign} />
        </div>
      </div>
    </>
  );
}

/** One campaign: where it stands, who may do what next, whom it asks, how far it has come, which mails left and which follow. */
export function CampaignPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(campaignQueries.one(id));
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={reports.page}>
      <ReportTabs />
      {data ? (
        <>
          <Head campaign={data} />
          <Cockpit campaign={data} />
        </>
      ) : (
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={90} radius={12} mb={16} />
          <Skeleton height={420} radius={12} />
        </div>
      )}
    </main>
  );
}
