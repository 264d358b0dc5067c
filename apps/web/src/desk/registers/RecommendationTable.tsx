import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { RecommendationPill } from './RecommendationPill';
import type { RecommendationSummary } from './register-queries';
import c from './registers.module.css';

/** The due that counts, and the one that was agreed on first where they differ. */
export function Due({ dueOn, countedDueOn }: Pick<RecommendationSummary, 'dueOn' | 'countedDueOn'>) {
  const { t } = useTexts();
  const { date } = useFormat();
  return (
    <>
      {date(countedDueOn)}
      {countedDueOn !== dueOn && <small>{t('registers.original', { date: date(dueOn) })}</small>}
    </>
  );
}

/** Recommendations as rows; on a phone as cards. */
export function RecommendationTable({ items }: { items: readonly RecommendationSummary[] }) {
  const { t } = useTexts();
  const { date } = useFormat();
  return (
    <table className={`${c.rows} num`}>
      <thead>
        <tr>
          {(['what', 'owner', 'due', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`registers.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link to="/reports/recommendations/$id" params={{ id: item.id }}>
                {item.text}
              </Link>
              <small>
                {item.source} · {item.number}
              </small>
            </th>
            <td>{item.owner.name}</td>
            <td className={c.nowrap}>
              <Due {...item} />
            </td>
            <td>
              <RecommendationPill {...item} />
              {item.implementedOn && <small>{date(item.implementedOn)}</small>}
              {item.extensionAsked && <small>{t('registers.extensionAsked')}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
