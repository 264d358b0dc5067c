import { Button, Checkbox, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queries } from '../data/queries';
import { processQueries } from '../processes/process-queries';
import { ProcessTabs } from '../processes/ProcessTabs';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { FlowView } from './FlowView';
import { miningQueries, type Source } from './mining-queries';
import { isDay, type MiningSearch, type Narrowed, type Period, periodBefore } from './mining-search';
import c from './mining.module.css';

const route = getRouteApi('/reports/mining');

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Processes that are lived at the desk, incidents first since they are the most, and logs that were read, as one list to choose from. */
function useSources(): { readonly processes: Choice[]; readonly logs: Choice[]; readonly ready: boolean; readonly error: Error | null } {
  const board = useQuery(processQueries.board());
  const logs = useInfiniteQuery(miningQueries.logs());
  return {
    processes: (board.data?.items ?? [])
      .filter(({ lifecycle }) => lifecycle !== null)
      .sort((a, b) => Number(b.lifecycle === 'incident') - Number(a.lifecycle === 'incident'))
      .map(({ id, practice }) => ({ value: `process ${id}`, label: practice.name })),
    logs: (logs.data?.pages ?? []).flatMap(({ items }) =>
      items.filter(({ state }) => state === 'ready').map(({ id, name }) => ({ value: `log ${id}`, label: name })),
    ),
    ready: board.data !== undefined && logs.data !== undefined,
    error: board.error ?? logs.error,
  };
}

function useSource(search: MiningSearch, first: Choice | undefined): Source | undefined {
  if (search.log) return { kind: 'log', id: search.log };
  const id = search.process ?? first?.value.split(' ')[1];
  return id === undefined ? undefined : { kind: 'process', id };
}

function Narrow({ search, kinded, onChange }: { search: MiningSearch; kinded: boolean; onChange: (change: Narrowed) => void }) {
  const { t } = useTexts();
  const lists = [
    { key: 'serviceId', label: t('mining.service'), data: useQuery(queries.services()).data },
    { key: 'institutionId', label: t('mining.institution'), data: useQuery(queries.institutions()).data },
    { key: 'groupId', label: t('mining.group'), data: useQuery(queries.groups()).data },
  ] as const;
  const kinds = (['standard', 'normal', 'emergency'] as const).map((value) => ({ value, label: t(`mining.kind.${value}`) }));
  return (
    <>
      {lists.map(({ key, label, data }) => (
        <NativeSelect
          key={key}
          label={label}
          data={[{ value: '', label: t('mining.all') }, ...(data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          value={search[key] ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ [key]: value || undefined })}
        />
      ))}
      {kinded && (
        <NativeSelect
          label={t('mining.kind')}
          data={[{ value: '', label: t('mining.all') }, ...kinds]}
          value={search.kind ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ kind: value || undefined } as Narrowed)}
        />
      )}
    </>
  );
}

/** Ninety days until today, where the address names none. */
function periodOf({ from, to }: MiningSearch): Period {
  const last = to ?? new Date().toISOString().slice(0, 10);
  return { from: from ?? new Date(Date.parse(last) - 89 * 86_400_000).toISOString().slice(0, 10), to: last };
}

/** Whose lifecycle the cases follow, as the flow itself says. */
function useLifecycle(source: Source | undefined, narrowed: Narrowed, period: Period): string | null {
  const flow = miningQueries.flow(source ?? { kind: 'process', id: '' }, narrowed, period);
  return useQuery({ ...flow, enabled: source?.kind === 'process' }).data?.lifecycle ?? null;
}

function Days({ label, period, onChange }: { label: string; period: Period; onChange: (period: Period) => void }) {
  const { t } = useTexts();
  return (
    <fieldset className={c.days}>
      <legend>{label}</legend>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          aria-label={`${label}: ${t(`mining.${end}`)}`}
          value={period[end]}
          max={end === 'from' ? period.to : undefined}
          onChange={({ currentTarget: { value } }) => isDay(value) && onChange({ ...period, [end]: value })}
        />
      ))}
    </fieldset>
  );
}

/** What really happens: the flow of a process of the desk, or of a log of another system. */
export function MiningPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sources = useSources();
  const source = useSource(search, sources.processes[0]);
  const named = [...sources.processes, ...sources.logs].find(({ value }) => value === (source && `${source.kind} ${source.id}`));
  const go = (change: MiningSearch | Record<string, undefined>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) as MiningSearch, replace: true });
  const asked = source?.kind === 'process' || search.from !== undefined;
  const period = periodOf(search);
  const beside = search.besideFrom && search.besideTo ? { from: search.besideFrom, to: search.besideTo } : undefined;
  const { serviceId, institutionId, groupId, kind } = search;
  const narrowed: Narrowed =
    source?.kind === 'log'
      ? {}
      : { ...(serviceId && { serviceId }), ...(institutionId && { institutionId }), ...(groupId && { groupId }), ...(kind && { kind }) };
  const lifecycle = useLifecycle(source, narrowed, period);
  const choose = (value: string): void => {
    const [what = '', id] = value.split(' ');
    void navigate({ search: { [what]: id } });
  };
  const compare = (on: boolean): void => {
    const before = periodBefore(period);
    go(on ? { ...period, besideFrom: before.from, besideTo: before.to } : { besideFrom: undefined, besideTo: undefined });
  };
  if (sources.error) return <FailedPage error={sources.error} reset={() => window.location.reload()} />;
  return (
    <main className={reportsCss.page}>
      <ProcessTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('mining.title')}</h1>
          <p>{t('mining.text')}</p>
          {/* The form that says what was chosen is not printed. */}
          <p className={c.onPaper}>{named?.label}</p>
        </div>
        <Button
          variant="default"
          className={reportsCss.noPrint}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('mining.print')}
        </Button>
        <Button
          variant="default"
          className={reportsCss.noPrint}
          leftSection={<IconFileImport size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/reports/mining/logs" {...props} />}
        >
          {t('mining.logs')}
        </Button>
      </header>
      {!sources.ready && <Skeleton height={360} radius={12} />}
      {sources.ready && !source && <p className={`${reportsCss.card} ${c.nothing}`}>{t('mining.noSource')}</p>}
      {sources.ready && source && (
        <>
          <form className={`${reportsCss.card} ${c.ask}`} aria-label={t('mining.ask')} onSubmit={(event) => event.preventDefault()}>
            <NativeSelect
              label={t('mining.source')}
              data={[
                { group: t('mining.processes'), items: sources.processes },
                ...(sources.logs.length > 0 ? [{ group: t('mining.logs'), items: sources.logs }] : []),
              ]}
              value={`${source.kind} ${source.id}`}
              onChange={({ currentTarget: { value } }) => choose(value)}
            />
            {asked && <Days label={t('mining.period')} period={period} onChange={go} />}
            {source.kind === 'process' && <Narrow search={search} kinded={lifecycle === 'change'} onChange={go} />}
            {asked && (
              <Checkbox
                className={c.check}
                label={t('mining.compare')}
                checked={beside !== undefined}
                onChange={({ currentTarget }) => compare(currentTarget.checked)}
              />
            )}
            {asked && beside && (
              <Days label={t('mining.before')} period={beside} onChange={({ from, to }) => go({ besideFrom: from, besideTo: to })} />
            )}
          </form>
          <FlowView key={`${source.kind} ${source.id}`} source={source} narrowed={narrowed} period={asked ? period : {}} beside={beside} />
        </>
      )}
    </main>
  );
}
