import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Honesty } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { AnyBy } from '../report-search';
import reportsCss from '../reports.module.css';
import tableCss from '../table.module.css';
import c from './compliance.module.css';

type Row = Honesty['overall'] & { key: string | null; name: string; whole?: boolean };

function Length({ seconds, label }: { seconds: number | null; label: string }) {
  const { t } = useTexts();
  const { brief } = useFormat();
  return <td data-label={label}>{seconds === null ? <span className={reportsCss.dim}>{t('honest.few')}</span> : brief(seconds)}</td>;
}

/** Contract time beside the time that was really waited, whole and part by part. */
export function Times({ honesty, by }: { honesty: Honesty; by: AnyBy }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const id = useId();
  const rows: Row[] = [{ ...honesty.overall, key: null, name: t('honest.all'), whole: true }, ...honesty.rows];
  const heads = (['worked', 'waited'] as const).flatMap((time) => [
    `${t(`honest.${time}`)}, ${t('honest.median')}`,
    `${t(`honest.${time}`)}, ${t('honest.p90')}`,
  ]);
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h3 id={id}>{t('honest.times')}</h3>
          <p>{t('honest.timesWhy')}</p>
        </div>
      </header>
      <table className={`${tableCss.table} ${c.times} num`}>
        <caption className="vh">{t('honest.times')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`compliance.by.${by}`)}</th>
            <th scope="col" className={tableCss.right}>
              {t('honest.n')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={tableCss.right}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, n, worked, waited, whole }) => (
            <tr key={whole ? 'all' : (key ?? '')} data-whole={whole}>
              <th scope="row">{name}</th>
              <td data-label={t('honest.n')}>
                <Link
                  to="/reports/rows"
                  search={{
                    code: 'KPI-09',
                    period: honesty.month,
                    list: 'timed',
                    from: 'compliance',
                    ...(whole ? {} : { by, key: key ?? '', name }),
                  }}
                  aria-label={t('figure.open', { figure: number(n), label: name })}
                >
                  {number(n)}
                </Link>
              </td>
              <Length seconds={worked.median} label={heads[0] ?? ''} />
              <Length seconds={worked.p90} label={heads[1] ?? ''} />
              <Length seconds={waited.median} label={heads[2] ?? ''} />
              <Length seconds={waited.p90} label={heads[3] ?? ''} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
