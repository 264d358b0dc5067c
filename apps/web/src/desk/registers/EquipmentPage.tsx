import { Button, Skeleton, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useNow } from '../now';
import { floorOf, IntervalBar } from '../reports/IntervalBar';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { StatusMark } from '../reports/StatusMark';
import { useFigureWords } from '../reports/use-figure-words';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { AgentStatusButton } from './AgentStatusButton';
import { EquipmentRows } from './EquipmentRows';
import { type Coverage, type EquipmentCount, registerQueries } from './register-queries';
import type { EquipmentSearch } from './registers-search';
import { RegisterTabs } from './RegisterTabs';
import c from './registers.module.css';

const route = getRouteApi('/reports/equipment');

/** KPI-12: how much equipment there was on a day, by class. */
function FleetCard({ count, search }: { count: EquipmentCount; search: EquipmentSearch }) {
  const { t } = useTexts();
  const { number, date, dateTime } = useFormat();
  const id = useId();
  const { on } = search;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('registers.fleet')}</h2>
          <p>{t('registers.fleetWhy', { date: date(count.on) })}</p>
        </div>
      </header>
      <p className={`${c.big} num`}>{number(count.fleet)}</p>
      <p className={`${c.against} num`}>
        <span>{t('registers.office', { n: number(count.office) })}</span>
      </p>
      <table className={`${c.parts} num`}>
        <tbody>
          {count.items
            .filter(({ inFleet, live }) => inFleet && live > 0)
            .map(({ class: { code, name }, live }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>
                  <Link
                    to="/reports/equipment"
                    search={{ ...(on ? { on } : {}), class: code }}
                    aria-label={t('figure.open', { figure: number(live), label: name })}
                  >
                    {number(live)}
                  </Link>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={c.source}>{t('registers.fleetSource', { at: dateTime(count.dataAt) })}</p>
    </section>
  );
}

/** KPI-13: how many workstations get their updates by themselves. */
function CoverageCard({ coverage, search }: { coverage: Coverage; search: EquipmentSearch }) {
  const { t } = useTexts();
  const { number, percent, dateTime } = useFormat();
  const id = useId();
  const { figure, target, stale, never, dataAt } = coverage;
  const words = useFigureWords()(figure, 'KPI-13' as never);
  const parts = { covered: figure.numerator ?? 0, stale, never };
  const on = search.on ? { on: search.on } : {};
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('registers.coverage')}</h2>
          <p>{t('registers.coverageWhy')}</p>
        </div>
      </header>
      <p className={`${c.big} num`}>{words.main}</p>
      <p className={`${c.against} num`}>
        <StatusMark status={figure.status} />
        {target !== null && <span>{t('figure.target', { target: percent(target, 0) })}</span>}
        <IntervalBar figure={figure} target={target} floor={floorOf([figure], target)} />
        <span>
          {[words.interval && t('figure.interval', { interval: words.interval }), words.n, words.remark].filter(Boolean).join(' · ')}
        </span>
      </p>
      <table className={`${c.parts} num`}>
        <tbody>
          {(['covered', 'stale', 'never'] as const).map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{t(`registers.agent.${outcome}`)}</th>
              <td>
                <Link
                  to="/reports/equipment"
                  search={{ ...on, part: 'updates', outcome }}
                  aria-label={t('figure.open', { figure: number(parts[outcome]), label: t(`registers.agent.${outcome}`) })}
                >
                  {number(parts[outcome])}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={c.source}>{t('registers.coverageSource', { at: dateTime(dataAt) })}</p>
    </section>
  );
}

function Rows({ search }: { search: EquipmentSearch }) {
  const { t } = useTexts();
  const updates = search.part === 'updates';
  const covered = useInfiniteQuery({ ...registerQueries.coverageRows(search), enabled: updates });
  const fleet = useInfiniteQuery({ ...registerQueries.equipmentRows(search), enabled: !updates });
  const list = updates ? covered : fleet;
  const title = updates ? t(`registers.agentRows.${search.outcome ?? 'all'}`) : t('registers.fleetRows');
  const section = useRef<HTMLElement>(null);
  const chosen = [search.part, search.outcome, search.class].filter(Boolean).join(' ');
  // Whoever opens a figure sees its rows, which stand below it.
  useEffect(() => {
    if (chosen !== '') section.current?.scrollIntoView({ block: 'start' });
  }, [chosen]);
  const items = (updates ? covered.data?.pages : fleet.data?.pages)?.flatMap((page) => page.items) ?? [];
  return (
    <section ref={section} className={reportsCss.card} aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
        </div>
      </header>
      {list.isPending && <Skeleton height={240} radius={8} role="status" aria-label={t('desk.loading')} />}
      {!list.isPending && items.length === 0 && <p className={reportsCss.nothing}>{t('registers.noItems')}</p>}
      {items.length > 0 && <EquipmentRows items={items} />}
      {list.hasNextPage && (
        <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('assets.more')}
        </Button>
      )}
    </section>
  );
}

/** Equipment on any day: how much there is, how much of it gets its updates by itself, and the very devices. */
export function EquipmentPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const today = inRiga(useNow()).date;
  const count = useQuery(registerQueries.equipment(search.on));
  const coverage = useQuery(registerQueries.coverage(search.on));
  const error = count.error ?? coverage.error;
  if (error) return <FailedPage error={error} reset={() => void Promise.all([count.refetch(), coverage.refetch()])} />;
  const choose = (on: string): void =>
    void navigate({
      to: '/reports/equipment',
      search: { ...search, on: on === '' || on >= today ? undefined : on } as EquipmentSearch,
      replace: true,
    });
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <RegisterTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('registers.equipment')}</h1>
          <p>{t('registers.equipmentLead')}</p>
        </div>
        <TextInput
          type="date"
          aria-label={t('registers.asOf')}
          max={today}
          value={search.on ?? today}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <AgentStatusButton />
      </header>
      {count.data && coverage.data ? (
        <div className={c.halves}>
          <FleetCard count={count.data} search={search} />
          <CoverageCard coverage={coverage.data} search={search} />
        </div>
      ) : (
        <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />
      )}
      <Rows search={search} />
    </main>
  );
}
