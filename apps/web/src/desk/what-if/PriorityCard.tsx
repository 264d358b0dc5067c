import { useId } from 'react';
import { useFormat } from '../format';
import { PriorityBars } from '../marks/PriorityBars';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import { useShareWords } from './use-share-words';
import c from './drawn.module.css';
import type { Compared, WhatIfResult } from './what-if-queries';

/** The difference in percentage points, with its sign and, so that it is not told by colour alone, nothing else needed. */
function Difference({ asWas, asWouldBe }: Compared) {
  const { number } = useFormat();
  if (asWas.percent === null || asWouldBe.percent === null) return <span className={reportsCss.dim}>–</span>;
  const points = Math.round((asWouldBe.percent - asWas.percent) * 10) / 10;
  const sign = points > 0 ? '+' : points < 0 ? '\u2212' : '';
  return (
    <span className={c.points} data-way={points < 0 ? 'down' : points > 0 ? 'up' : undefined}>
      {sign}
      {number(Math.abs(points), 1)}
    </span>
  );
}

/** By priority, and by kind of promise. */
export function PriorityCard({ result }: { result: WhatIfResult }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const share = useShareWords();
  const titleId = useId();
  const rows = [
    ...result.byPriority.map(({ priority, ...pair }) => ({ key: `P${priority}`, priority, name: `P${priority}`, pair })),
    ...result.byKind.map(({ kind, ...pair }) => ({ key: kind, priority: null, name: t(`whatIf.kind.${kind}`), pair })),
  ];
  return (
    <section className={reportsCss.card} aria-labelledby={titleId}>
      <header>
        <div>
          <h2 id={titleId}>{t('whatIf.byPriority')}</h2>
          <p>{t('whatIf.byPriorityText')}</p>
        </div>
      </header>
      <div className={tableCss.tableScroll}>
        <table className={`${tableCss.table} num`}>
          <caption className="vh">{t('whatIf.byPriority')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.part')}</th>
              {(['n', 'was', 'would', 'points'] as const).map((column) => (
                <th key={column} scope="col" className={tableCss.right}>
                  {column === 'n' ? 'n' : t(column === 'points' ? 'whatIf.difference' : `whatIf.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, priority, name, pair }) => (
              <tr key={key}>
                <th scope="row" className={tableCss.nowrap}>
                  {priority === null ? null : <PriorityBars priority={priority} />} {name}
                </th>
                <td className={tableCss.right}>{number(pair.asWas.n)}</td>
                <td className={`${tableCss.right} ${tableCss.nowrap}`}>{share(pair.asWas).main}</td>
                <td className={`${tableCss.right} ${tableCss.nowrap}`}>{share(pair.asWouldBe).main}</td>
                <td className={tableCss.right}>
                  <Difference {...pair} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
