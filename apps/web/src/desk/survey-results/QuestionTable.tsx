import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import type { ScaledItem } from './Diverging';
import { useInterval } from './use-interval';

const POINTS = ['1', '2', '3', '4', '5'];

/** The same as a table: how many gave each point, the top two with their interval, who could judge and who could not. */
export function QuestionTable({ items }: { items: readonly ScaledItem[] }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const interval = useInterval();
  const right = (text: string, key = text) => (
    <th key={key} scope="col" className={tableCss.right}>
      {text}
    </th>
  );
  return (
    <div className={tableCss.tableScroll}>
      <table className={`${tableCss.table} num`}>
        <caption className="vh">{t('results.questions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.question')}</th>
            {POINTS.map((point) => right(point))}
            {right(t('results.satisfied'))}
            {right(t('results.interval'))}
            {right('n')}
            {right(t('results.cannot'))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.item}>
              <th scope="row">{item.row ? `${item.text} ${item.row}` : item.text}</th>
              {item.display === 'hidden' || item.display === 'none' ? (
                <td colSpan={9} className={`${tableCss.right} ${reportsCss.dim}`}>
                  {t(item.display === 'hidden' ? 'results.hiddenItem' : 'figure.none')}
                </td>
              ) : (
                <>
                  {item.values.map(({ value, count }) => (
                    <td key={value} className={tableCss.right}>
                      {number(count)}
                    </td>
                  ))}
                  <td className={tableCss.right}>
                    <b>{item.satisfied?.value == null ? '–' : percent(item.satisfied.value)}</b>
                  </td>
                  <td className={`${tableCss.right} ${tableCss.nowrap}`}>{item.satisfied ? interval(item.satisfied) : ''}</td>
                  <td className={tableCss.right}>{number(item.n ?? 0)}</td>
                  <td className={tableCss.right}>{number(item.cannotJudge ?? 0)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
