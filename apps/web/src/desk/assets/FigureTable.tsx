import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './assets.module.css';
import { itemStatuses } from './assets-search';
import type { ItemCounts } from './types';

/** How many there are of each class: for those who see figures, not single devices. */
export function FigureTable({ counts }: { counts: ItemCounts }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return (
    <section className={c.card} aria-labelledby="figures-title">
      <header>
        <div>
          <h2 id="figures-title">{t('assets.figures')}</h2>
          <p>{t('assets.figuresOnly')}</p>
        </div>
      </header>
      <div className={c.scroll}>
        <table className={c.figures}>
          <thead>
            <tr>
              <th scope="col">{t('assets.class')}</th>
              {itemStatuses.map((status) => (
                <th key={status} scope="col">
                  {t(`assets.status.${status}`)}
                </th>
              ))}
              <th scope="col">{t('assets.figure.live')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.items
              .filter(({ live, statuses }) => live + statuses.disposed > 0)
              .map(({ class: { code, name }, statuses, live }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  {itemStatuses.map((status) => (
                    <td key={status} className="num">
                      {number(statuses[status])}
                    </td>
                  ))}
                  <td className="num">
                    <b>{number(live)}</b>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
