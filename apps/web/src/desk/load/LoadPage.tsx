import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { ReportTabs } from '../reports/ReportTabs';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { BacklogChart, BacklogTable } from './BacklogCard';
import { DaysCard } from './DaysCard';
import { DutyCard } from './DutyCard';
import { ForecastCard } from './ForecastCard';
import { HeatMap } from './HeatMap';
import { busiest, digitsOf, weekHours } from './load-figures';
import { backlogQuery, type Duty, dutyQuery, exportHref, forecastQuery, type Load, loadQuery, wantedOf } from './load-queries';
import c from './load.module.css';
import { type LoadSearch, type RowsOf, stretches, withoutRows } from './load-search';
import { RowsCard } from './RowsCard';
import { Strip } from './Strip';

const route = getRouteApi('/reports/load');

interface Change {
  search: LoadSearch;
  onChange: (part: Partial<LoadSearch>) => void;
}

/** Whose load: all groups and institutions that brought any are offered, whatever is chosen now. */
function Filters({ search, onChange }: Change) {
  const { t } = useTexts();
  const { group: _, institution: __, ...everybody } = search;
  const { data } = useQuery(loadQuery(wantedOf(everybody)));
  const options = (part: 'group' | 'institution', all: string) => [
    { value: '', label: all },
    ...(data?.parts[part].flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : [])) ?? []),
  ];
  return (
    <div className={`${c.filters} ${reportsCss.noPrint}`}>
      <NativeSelect
        aria-label={t('load.stretch')}
        value={String(search.weeks ?? 8)}
        onChange={(event) => onChange({ weeks: stretches.find((one) => String(one) === event.currentTarget.value) ?? 8 })}
        data={stretches.map((weeks) => ({ value: String(weeks), label: t(`load.weeks.${weeks}`) }))}
      />
      <NativeSelect
        aria-label={t('compliance.by.group')}
        value={search.group ?? ''}
        onChange={(event) => onChange({ group: event.currentTarget.value })}
        data={options('group', t('load.allGroups'))}
      />
      <NativeSelect
        aria-label={t('compliance.by.institution')}
        value={search.institution ?? ''}
        onChange={(event) => onChange({ institution: event.currentTarget.value })}
        data={options('institution', t('load.allInstitutions'))}
      />
    </div>
  );
}

function Head({ search, onChange, load }: Change & { load: Load | undefined }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const wanted = wantedOf(search);
  const day = (text: string): string => date(`${text}T10:00:00Z`);
  return (
    <header className={reportsCss.head}>
      <div>
        <h1>{t('load.title')}</h1>
        <p>
          {t('load.period', { from: day(load?.from ?? wanted.from), to: day(wanted.to) })}
          {load && ` · ${t('indicators.asOf', { at: dateTime(load.dataAt) })}`}
        </p>
      </div>
      <Filters search={search} onChange={onChange} />
      <SaveMenu href={(format) => exportHref(wanted, format)} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
        className={reportsCss.noPrint ?? ''}
      >
        {t('reports.print')}
      </Button>
    </header>
  );
}

function Heat({ load, duty, search, onChange }: Change & { load: Load; duty: Duty | undefined }) {
  const { t } = useTexts();
  const { number } = useFormat();
  // People serve every institution: what one of them brings says nothing of their load.
  const withDuty = duty !== undefined && !search.institution;
  const view = search.shows === 'perPerson' && !withDuty ? 'arrived' : (search.shows ?? 'arrived');
  const cells = useMemo(() => weekHours(load, duty, view), [load, duty, view]);
  const most = busiest(cells);
  const conclusion = most
    ? t(`load.busiest.${view}`, {
        day: t(`load.on.${most.weekday}`),
        from: most.hour,
        to: most.hour + 1,
        n: number(most.value ?? 0, digitsOf(most.value ?? 0)),
      })
    : t('load.quiet');
  return (
    <HeatMap
      cells={cells}
      view={view}
      withDuty={withDuty}
      search={search}
      conclusion={conclusion}
      onView={(next) => onChange({ shows: next })}
    />
  );
}

/** Everyday figures: when work comes and goes, how old it gets, what next week brings, and who is there for it. */
export function LoadPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const wanted = wantedOf(search);
  const { data: load, error, refetch } = useQuery(loadQuery(wanted));
  const { data: backlog } = useQuery(backlogQuery(wanted));
  const { data: forecast } = useQuery(forecastQuery(wanted));
  const duty = useQuery(dutyQuery(wanted)).data;
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const onChange = (part: Partial<LoadSearch>): void =>
    void navigate({
      to: '/reports/load',
      search: Object.fromEntries(Object.entries({ ...withoutRows(search), ...part }).filter(([, value]) => value !== '')),
      replace: true,
      resetScroll: false,
    });
  const { rows } = search;
  const of: RowsOf | null = rows ? { ...search, rows } : null;
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <Head search={search} onChange={onChange} load={load} />
      {load ? <Strip load={load} backlog={backlog} forecast={forecast} search={search} /> : <Skeleton height={96} radius={12} />}
      {load ? <Heat load={load} duty={duty} search={search} onChange={onChange} /> : <Skeleton height={330} radius={12} />}
      {of && <RowsCard wanted={wanted} of={of} onClose={() => onChange({})} />}
      <div className={reportsCss.halves}>
        {load ? <DaysCard load={load} search={search} /> : <Skeleton height={340} radius={12} />}
        {backlog ? <BacklogChart backlog={backlog} /> : <Skeleton height={340} radius={12} />}
      </div>
      {backlog && <BacklogTable backlog={backlog} by={search.by ?? 'group'} search={search} onBy={(by) => onChange({ by })} />}
      {forecast ? <ForecastCard forecast={forecast} /> : <Skeleton height={320} radius={12} />}
      {duty && !search.institution && <DutyCard duty={duty} />}
    </main>
  );
}
