import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import { Dumbbell, scaleOf } from './Dumbbell';
import { useShareWords } from './use-share-words';
import c from './drawn.module.css';
import type { WhatIfResult } from './what-if-queries';

const FIRST = 15;

type Row = WhatIfResult['byInstitution'][number];

/** Points that a row loses; rows without a share, which are small, come last. */
const loss = ({ asWas, asWouldBe }: Row): number =>
  asWas.percent === null || asWouldBe.percent === null ? -1000 : asWas.percent - asWouldBe.percent;

/** By institution, those that lose most first: hollow as it was, filled as it would have been, a triangle where it gets worse. */
export function InstitutionCard({ rows: unsorted }: { rows: readonly Row[] }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const share = useShareWords();
  const titleId = useId();
  const [all, setAll] = useState(false);
  const rows = [...unsorted].sort((a, b) => loss(b) - loss(a) || b.asWas.n - a.asWas.n);
  const worse = rows.filter((row) => loss(row) > 0);
  const scale = scaleOf(rows);
  return (
    <section className={reportsCss.card} aria-labelledby={titleId}>
      <header>
        <div>
          <h2 id={titleId}>{t('whatIf.byInstitution', { count: worse.length, all: String(rows.length) })}</h2>
          <p className={c.legend}>
            <span data-mark="was">{t('whatIf.legend.was')}</span> <span data-mark="would">{t('whatIf.legend.would')}</span>{' '}
            <span data-mark="worse">{t('whatIf.legend.worse')}</span>
          </p>
        </div>
      </header>
      <div className={tableCss.tableScroll}>
        <table className={`${tableCss.table} num`}>
          <caption className="vh">{t('whatIf.institutions')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.institution')}</th>
              <th scope="col" className={c.drawn}>
                <span className="vh">{t('whatIf.drawn')}</span>
                <span className={c.ends} aria-hidden>
                  <span>{number(scale.from)} %</span>
                  <span>{number(scale.to)} %</span>
                </span>
              </th>
              <th scope="col" className={tableCss.right}>
                {t('whatIf.was')}
              </th>
              <th scope="col" className={tableCss.right}>
                {t('whatIf.would')}
              </th>
              <th scope="col" className={tableCss.right}>
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, FIRST)).map(({ institution, asWas, asWouldBe }) => (
              <tr key={institution.id}>
                <th scope="row">{institution.name}</th>
                <td className={c.drawn}>
                  <Dumbbell was={asWas.percent} would={asWouldBe.percent} scale={scale} />
                </td>
                <td className={`${tableCss.right} ${tableCss.nowrap}`}>{share(asWas).main}</td>
                <td className={`${tableCss.right} ${tableCss.nowrap}`}>
                  <b>{share(asWouldBe).main}</b>
                </td>
                <td className={tableCss.right}>{number(asWas.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && rows.length > FIRST && (
        <Button variant="subtle" mt={8} onClick={() => setAll(true)}>
          {t('whatIf.showAll', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}
