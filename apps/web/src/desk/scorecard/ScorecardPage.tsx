import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { IconPlus, IconPrinter, IconSnowflake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../format';
import { inRiga } from '../../shared/format/riga-time';
import { useMe } from '../data/session';
import { useNow } from '../now';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { FreezeDialog } from './FreezeDialog';
import { IndicatorPanel } from './IndicatorPanel';
import { NewScorecardDialog } from './NewScorecardDialog';
import { type Scorecard, scorecardQueries, type Scorecards } from './scorecard-queries';
import type { ScorecardSearch } from './scorecard-search';
import c from './scorecard.module.css';
import { ScorecardTable } from './ScorecardTable';
import { Snapshots } from './Snapshots';
import { Summary } from './Summary';

const route = getRouteApi('/reports/scorecard');

/** The card that was asked for, else the one of this year, else the latest. */
function chosenOf({ items }: Scorecards, asked: string | undefined, year: number): Scorecards['items'][number] | undefined {
  return items.find(({ id }) => id === asked) ?? items.find(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) ?? items[0];
}

type Go = (search: ScorecardSearch) => void;

function Head({ scorecard, list, go, onNew }: { scorecard: Scorecard; list: Scorecards; go: Go; onNew: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { id, name, year, firstYear, lastYear, snapshot, source } = scorecard;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => String(firstYear + at));
  const state = snapshot ? t('scorecard.frozenAt', { at: dateTime(snapshot.frozenAt) }) : t('scorecard.alive');
  const query = `year=${year}${snapshot ? `&snapshot=${snapshot.number}` : ''}`;
  return (
    <header className={reportsCss.head}>
      <div>
        <h1>{name}</h1>
        <p className="num">
          {t('scorecard.lead', { year: String(year) })} · {state} · {source}
        </p>
      </div>
      <div className={`${c.choose} ${reportsCss.noPrint}`}>
        {list.items.length > 1 && (
          <NativeSelect
            aria-label={t('scorecard.card')}
            value={id}
            onChange={(event) => go({ card: event.currentTarget.value })}
            data={list.items.map((one) => ({ value: one.id, label: `${one.firstYear}–${one.lastYear}` }))}
          />
        )}
        <NativeSelect
          aria-label={t('scorecard.year')}
          value={String(year)}
          onChange={(event) => go({ card: id, year: Number(event.currentTarget.value) })}
          data={years}
        />
        {list.create && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
            {t('scorecard.new')}
          </Button>
        )}
        <SaveMenu href={(format) => `/api/v1/scorecards/${id}/export?${query}&format=${format}`} />
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('reports.print')}
        </Button>
      </div>
    </header>
  );
}

/** What can be done with the year, and why. */
function YearNote({ scorecard, onFreeze }: { scorecard: Scorecard; onFreeze: () => void }) {
  const { t } = useTexts();
  const { abilities, year, recordedSince, live, snapshot } = scorecard;
  if (!live && !snapshot) return <p className={c.note}>{t('scorecard.notFrozenYet', { year: String(year) })}</p>;
  const again = abilities.restate && recordedSince > 0;
  if (!abilities.freeze && !again) return null;
  return (
    <div className={c.note} role="note">
      <span>{again ? t('scorecard.recordedSince', { count: recordedSince }) : t('scorecard.yearIsOver', { year: String(year) })}</span>
      <Button variant="default" leftSection={<IconSnowflake size={16} aria-hidden />} onClick={onFreeze}>
        {t(again ? 'scorecard.restate' : 'scorecard.freeze')}
      </Button>
    </div>
  );
}

function Foot() {
  const { t } = useTexts();
  return (
    <div className={c.foot}>
      <span>
        <svg width="44" height="14" aria-hidden>
          <rect x="4" y="4" width="30" height="7" rx="3.5" fill="currentColor" opacity=".34" />
          <circle cx="19" cy="7.5" r="4.5" fill="currentColor" />
          <line x1="40" x2="40" y1="0" y2="14" stroke="var(--ink)" strokeWidth="2" />
        </svg>
        {t('scorecard.legend.scale')}
      </span>
      <span>{t('scorecard.legend.imported')}</span>
      <span>{t('scorecard.legend.safely')}</span>
    </div>
  );
}

/** Where a printed page is signed. */
function Signatures() {
  const { t } = useTexts();
  const { date } = useFormat();
  const me = useMe();
  return (
    <div className={c.signatures}>
      <span>{t('scorecard.preparedBy', { name: me.name, date: date(useNow()) })}</span>
      <span>{t('scorecard.approvedBy')}</span>
    </div>
  );
}

function Card({ list, search, go }: { list: Scorecards; search: ScorecardSearch; go: Go }) {
  const { t } = useTexts();
  const now = inRiga(useNow()).year;
  const [dialog, setDialog] = useState<'freeze' | 'new' | null>(null);
  const chosen = chosenOf(list, search.card, now);
  const { year, snapshot } = search;
  const query = { ...(year ? { year } : {}), ...(snapshot ? { snapshot } : {}) };
  const { data, error, refetch } = useQuery({ ...scorecardQueries.page(chosen?.id ?? '', query), enabled: chosen !== undefined });
  const template = list.templates[0];
  const close = (): void => setDialog(null);
  const { indicator, ...rest } = search;
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <>
      {!chosen && (
        <section className={reportsCss.card}>
          <p className={reportsCss.nothing}>{t('scorecard.none')}</p>
          {list.create && <Button onClick={() => setDialog('new')}>{t('scorecard.new')}</Button>}
        </section>
      )}
      {chosen && !data && <Skeleton height={560} radius={12} />}
      {data && (
        <>
          <Head scorecard={data} list={list} go={go} onNew={() => setDialog('new')} />
          <YearNote scorecard={data} onFreeze={() => setDialog('freeze')} />
          <section className={c.sheet} aria-label={data.name}>
            <Summary scorecard={data} />
            <ScorecardTable scorecard={data} search={{ ...rest, card: data.id }} />
            <Foot />
          </section>
          <Signatures />
          <Snapshots scorecard={data} go={go} onRestate={() => setDialog('freeze')} />
          {indicator && <IndicatorPanel id={indicator} year={data.year} onClose={() => go(rest)} />}
          {dialog === 'freeze' && <FreezeDialog scorecard={data} onClose={close} />}
        </>
      )}
      {dialog === 'new' && template && (
        <NewScorecardDialog
          template={template}
          onClose={close}
          onMade={({ id }) => {
            close();
            go({ card: id });
          }}
        />
      )}
    </>
  );
}

/** Goals and indicators of the Centre against their yearly targets (DOMAIN A5), for the screen and for one printed page. */
export function ScorecardPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(scorecardQueries.list());
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const go: Go = (next) => void navigate({ to: '/reports/scorecard', search: next, replace: true, resetScroll: false });
  return (
    <main className={`${reportsCss.page} ${c.page}`}>
      <ReportTabs />
      {data ? <Card list={data} search={search} go={go} /> : <Skeleton height={560} radius={12} />}
    </main>
  );
}
