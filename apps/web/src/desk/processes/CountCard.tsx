import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { browserNow } from '../../shared/format/browser-clock';
import { inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './count.module.css';
import { type Count, processQueries } from './process-queries';

/** Years as columns, each with its target as a line across; a list, so that it reads as it looks. */
function Years({ counts }: { counts: readonly Count[] }) {
  const { t } = useTexts();
  const top = Math.max(5, ...counts.flatMap(({ count, target }) => [count, target ?? 0]));
  const share = (n: number): string => `${(n / top) * 100}%`;
  return (
    <ol className={`${c.years} num`}>
      {counts.map(({ on, count, target, external }, at) => {
        const now = at === counts.length - 1;
        const year = now ? t('processes.today') : on.slice(0, 4);
        const said = t(target === null ? 'processes.yearSaid' : 'processes.yearSaidTarget', {
          year,
          count: String(count),
          target: String(target ?? ''),
        });
        return (
          <li key={on} data-now={now || undefined} title={external > 0 ? t('processes.byDocuments', { count: external }) : undefined}>
            <div aria-hidden className={c.bar}>
              {target !== null && <i className={c.target} style={{ bottom: share(target) }} />}
              <span style={{ height: share(count) }} data-external={external === count || undefined}>
                {count > 0 && count}
              </span>
            </div>
            <span aria-hidden>{now ? year : `’${on.slice(2, 4)}`}</span>
            <span className="vh">
              {said}
              {external > 0 && ` ${t('processes.byDocuments', { count: external })}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The count as of any day, and which processes it counts. */
function AsOf() {
  const { t } = useTexts();
  const { date } = useFormat();
  const today = inRiga(browserNow()).date;
  const [day, setDay] = useState(today);
  const { data } = useQuery({ ...processQueries.count(day), enabled: /^\d{4}-\d\d-\d\d$/.test(day) });
  return (
    <div className={c.asOf}>
      <TextInput
        type="date"
        size="xs"
        label={t('processes.countOn')}
        value={day}
        max={today}
        onChange={(event) => setDay(event.currentTarget.value)}
        className={reportsCss.noPrint ?? ''}
      />
      {data && (
        <p aria-live="polite">
          {data.count === 0
            ? t('processes.nobodyOn', { date: date(data.on) })
            : t('processes.countedOn', { date: date(data.on), names: data.items.map(({ name }) => name).join(', ') })}
          {data.external > 0 && ` ${t('processes.byDocuments', { count: data.external })}`}
        </p>
      )}
    </div>
  );
}

/** KPI-03: how many processes are implemented, against the targets of the years. */
export function CountCard({ counts }: { counts: readonly Count[] }) {
  const { t } = useTexts();
  const id = useId();
  const now = counts.at(-1);
  if (!now) return null;
  const { count, target } = now;
  return (
    <section className={`${reportsCss.card} ${c.card}`} aria-labelledby={id}>
      <h2 id={id}>
        {t('processes.count')} <small className="num">KPI-03</small>
      </h2>
      <p className={`${c.big} num`}>
        <b>{count}</b> {target !== null && t('processes.of', { target: String(target) })}
      </p>
      <p className={c.said}>
        {target !== null && `${t(count >= target ? 'processes.reached' : 'processes.notReached', { count: target - count })} `}
        {t('processes.countRule')}
      </p>
      <Years counts={counts} />
      <p className={c.legend} aria-hidden>
        <i data-target /> {t('processes.legendTarget')}
        {counts.some(({ external }) => external > 0) && (
          <>
            <i data-external /> {t('processes.legendExternal')}
          </>
        )}
      </p>
      <AsOf />
    </section>
  );
}
