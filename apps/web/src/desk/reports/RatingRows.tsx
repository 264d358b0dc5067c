import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import type { KpiRow } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import figureCss from './figure.module.css';
import rowsCss from './rows.module.css';
import tableCss from './table.module.css';
import { TicketCell } from './TicketCell';

const values = ['bad', 'satisfactory', 'good'] as const;
const faces = { bad: IconMoodSad, satisfactory: IconMoodEmpty, good: IconMoodSmile };

function Rating({ row }: { row: KpiRow }) {
  const { t } = useTexts();
  const value = values.find((one) => one === row.rating);
  if (!value) return null;
  const Face = faces[value];
  return (
    <span className={figureCss.outcome} data-good={value !== 'bad'}>
      <Face size={17} aria-hidden /> {t(`rating.${value}`)}
    </span>
  );
}

/** Ratings without their givers. */
export function RatingRows({ rows }: { rows: KpiRow[] }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  return (
    <table className={`${tableCss.table} ${rowsCss.rows} num`}>
      <caption className="vh">{t('rows.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rows.ticket')}</th>
          <th scope="col">{t('rows.ratedAt')}</th>
          <th scope="col">{t('rows.rating')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <TicketCell ticket={row.ticket} />
            </th>
            <td data-label={t('rows.ratedAt')}>{dateTime(row.at)}</td>
            <td data-label={t('rows.rating')}>
              <Rating row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
