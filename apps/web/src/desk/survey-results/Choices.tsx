import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './choices.module.css';
import { isScaled } from './Diverging';
import type { Item } from './result-queries';

function Choice({ item }: { item: Item }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const id = useId();
  const most = Math.max(1, ...item.values.map(({ count }) => count));
  // Several choices compete, so the most chosen comes first; single ones keep the order in which they were offered.
  const values = item.type === 'multiple' ? [...item.values].sort((a, b) => b.count - a.count) : item.values;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{item.text}</h2>
          <p className="num">
            {item.display === 'hidden'
              ? t('results.hiddenItem')
              : [t(item.type === 'multiple' ? 'results.several' : 'results.one'), t('figure.n', { n: number(item.n ?? 0) })].join(' · ')}
          </p>
        </div>
      </header>
      <table className={`${c.table} num`}>
        <caption className="vh">{item.text}</caption>
        <tbody>
          {values.map(({ value, text, count, share }) => (
            <tr key={value}>
              <th scope="row">{text}</th>
              <td className={c.bar}>
                <i style={{ width: `${(100 * count) / most}%` }} aria-hidden />
              </td>
              <td className={c.share}>{share === null ? number(count) : percent(share, 0)}</td>
              <td className={c.count}>{share === null ? '' : number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The questions without a scale: one of several, several, yes or no. */
export function Choices({ items }: { items: readonly Item[] }) {
  const choices = items.filter((item) => !isScaled(item));
  if (choices.length === 0) return null;
  return (
    <div className={c.choices}>
      {choices.map((item) => (
        <Choice key={item.item} item={item} />
      ))}
    </div>
  );
}
