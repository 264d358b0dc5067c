import { Button, FileButton, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../format';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { DecisionDialog, ExtensionDialog, OwnerDialog, ReportDialog, WithdrawDialog } from './RecommendationDialogs';
import { RecommendationPill } from './RecommendationPill';
import { type Recommendation, registerQueries } from './register-queries';
import { RegisterTabs } from './RegisterTabs';
import c from './registers.module.css';
import { useRecommendation } from './use-recommendation';

const route = getRouteApi('/reports/recommendations/$id');

type Dialog = 'extension' | 'report' | 'owner' | 'withdraw' | 'grant' | 'refuse' | 'accept' | 'sendBack';

function Open({ dialog, recommendation, onClose }: { dialog: Dialog; recommendation: Recommendation; onClose: () => void }) {
  const props = { recommendation, onClose };
  if (dialog === 'extension') return <ExtensionDialog {...props} />;
  if (dialog === 'report') return <ReportDialog {...props} />;
  if (dialog === 'owner') return <OwnerDialog {...props} />;
  if (dialog === 'withdraw') return <WithdrawDialog {...props} />;
  return <DecisionDialog {...props} what={dialog} />;
}

/** A file that was forgotten, or did not arrive, is sent afterwards. */
function MissingFile({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTexts();
  const change = useRecommendation(recommendation, () => undefined);
  return (
    <>
      <FileButton onChange={(file) => file && change.mutate({ do: 'file', file })}>
        {(props) => (
          <Button {...props} size="xs" loading={change.isPending}>
            {t('registers.addFile')}
          </Button>
        )}
      </FileButton>
      {change.error && <ProblemNote error={change.error} />}
    </>
  );
}

function Facts({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const { source, number, owner, dueOn, countedDueOn, implementedOn, withdrawalReason, createdBy, createdAt } = recommendation;
  const facts: [string, ReactNode][] = [
    [t('registers.field.source'), source],
    [t('registers.field.number'), number],
    [t('registers.field.owner'), owner.name],
    [t('registers.originalDue'), date(dueOn)],
    ...(countedDueOn === dueOn ? [] : ([[t('registers.countedDue'), date(countedDueOn)]] as [string, ReactNode][])),
    ...(implementedOn ? ([[t('registers.implementedOn'), date(implementedOn)]] as [string, ReactNode][]) : []),
    ...(withdrawalReason ? ([[t('registers.withdrawnWhy'), withdrawalReason]] as [string, ReactNode][]) : []),
    [t('registers.enteredBy'), `${createdBy.name}, ${dateTime(createdAt)}`],
  ];
  return (
    <dl className={`${c.facts} num`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was asked for and reported, with what another person decided, the latest first. */
function Answers({ recommendation, open }: { recommendation: Recommendation; open: (dialog: Dialog) => void }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const { extensionList, reports, abilities, id } = recommendation;
  const decided = (by: { name: string } | null, at: string | null, note: string | null) =>
    by && at && <small>{[`${by.name}, ${dateTime(at)}`, note].filter(Boolean).join(' · ')}</small>;
  const decision = (buttons: [Dialog, boolean][]) =>
    buttons.some(([, may]) => may) && (
      <div className={c.decide}>
        {buttons.map(([what, may], index) =>
          may ? (
            <Button key={what} size="xs" variant={index === 0 ? 'filled' : 'default'} onClick={() => open(what)}>
              {t(`registers.${what}` as never)}
            </Button>
          ) : null,
        )}
      </div>
    );
  return (
    <section className={reportsCss.card} aria-label={t('registers.answers')}>
      <header>
        <h2>{t('registers.answers')}</h2>
      </header>
      {extensionList.length + reports.length === 0 && <p className={reportsCss.nothing}>{t('registers.noAnswers')}</p>}
      <ol className={`${c.answers} num`}>
        {reports.map((one) => (
          <li key={one.id}>
            <b>{t('registers.reportedAs', { date: date(one.implementedOn) })}</b>
            <p>{one.note}</p>
            <small>{`${one.reportedBy.name}, ${dateTime(one.reportedAt)}`}</small>
            {one.file ? (
              <a href={`/api/v1/audit-recommendations/${id}/reports/${one.id}/file`} download className={c.file}>
                <IconFileText size={16} aria-hidden /> {one.file.name}
              </a>
            ) : (
              one.decidedAt === null && abilities.file && <MissingFile recommendation={recommendation} />
            )}
            {one.decidedAt === null && (
              <>
                <em>{t('registers.awaitsVerification')}</em>
                {decision([
                  ['accept', abilities.accept],
                  ['sendBack', abilities.sendBack],
                ])}
              </>
            )}
            {one.accepted !== null && <em>{t(one.accepted ? 'registers.wasAccepted' : 'registers.wasSentBack')}</em>}
            {decided(one.decidedBy, one.decidedAt, one.decisionNote)}
          </li>
        ))}
        {extensionList.map((one) => (
          <li key={one.id}>
            <b>{t('registers.extensionTo', { date: date(one.dueOn) })}</b>
            <p>{one.reason}</p>
            <small>{`${one.askedBy.name}, ${dateTime(one.askedAt)}`}</small>
            {one.decidedAt === null && (
              <>
                <em>{t('registers.awaitsDecision')}</em>
                {decision([
                  ['grant', abilities.decideExtension],
                  ['refuse', abilities.decideExtension],
                ])}
              </>
            )}
            {one.granted !== null && (
              <em>{t(one.granted ? (one.counts ? 'registers.wasGranted' : 'registers.grantedLate') : 'registers.wasRefused')}</em>
            )}
            {decided(one.decidedBy, one.decidedAt, one.decisionNote)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Head({ recommendation, open }: { recommendation: Recommendation; open: (dialog: Dialog) => void }) {
  const { t } = useTexts();
  const { abilities, number, source } = recommendation;
  return (
    <header className={reportsCss.head}>
      <div>
        <Link to="/reports/recommendations" className={reportsCss.backLink}>
          <IconArrowLeft size={15} aria-hidden /> {t('registers.back')}
        </Link>
        <h1>{t('registers.one', { number })}</h1>
        <p>{source}</p>
      </div>
      {abilities.withdraw && (
        <Button variant="default" onClick={() => open('withdraw')}>
          {t('registers.withdraw')}
        </Button>
      )}
      {abilities.changeOwner && (
        <Button variant="default" onClick={() => open('owner')}>
          {t('registers.changeOwner')}
        </Button>
      )}
      {abilities.askExtension && (
        <Button variant="default" onClick={() => open('extension')}>
          {t('registers.askExtension')}
        </Button>
      )}
      {abilities.report && <Button onClick={() => open('report')}>{t('registers.report')}</Button>}
    </header>
  );
}

/** One recommendation: what it says, by when, and everything that was answered to it. */
export function RecommendationPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(registerQueries.recommendation(id));
  const [dialog, setDialog] = useState<Dialog | null>(null);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  if (!data)
    return (
      <main className={reportsCss.page}>
        <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <RegisterTabs />
      <Head recommendation={data} open={setDialog} />
      <section className={reportsCss.card} aria-label={t('registers.field.text')}>
        <header>
          <h2>{t('registers.field.text')}</h2>
          <RecommendationPill {...data} />
        </header>
        <p className={c.text}>{data.text}</p>
        <Facts recommendation={data} />
      </section>
      <Answers recommendation={data} open={setDialog} />
      {dialog && <Open dialog={dialog} recommendation={data} onClose={() => setDialog(null)} />}
    </main>
  );
}
