import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts';
import c from './assets.module.css';
import { StatusMark } from './StatusMark';
import { SupportUntil } from './SupportUntil';
import type { ItemSummary } from './types';

function Row({ item }: { item: ItemSummary }) {
  const { t } = useTexts();
  return (
    <tr>
      <th scope="row">
        <Link to="/desk/assets/$tag" params={{ tag: item.tag }}>
          {item.name}
        </Link>
        <small className="num">
          {item.tag}
          {item.serial && ` · ${item.serial}`}
        </small>
      </th>
      <td data-label={t('assets.class')}>{item.class.name}</td>
      <td data-label={t('assets.status')}>
        <StatusMark status={item.status} />
      </td>
      <td data-label={t('assets.column.where')}>
        <div>
          {item.institution.name}
          {item.location && <small>{item.location}</small>}
        </div>
      </td>
      <td data-label={t('assets.column.custodian')} data-empty={item.custodian === null || undefined}>
        {item.custodian?.name || t('assets.nobody')}
      </td>
      <td data-label={t('assets.column.support')} data-empty={item.supportUntil === null || undefined}>
        <SupportUntil day={item.supportUntil} />
      </td>
    </tr>
  );
}

/** Devices, one a row; on a phone each is a card of its own. */
export function ItemTable({ items }: { items: readonly ItemSummary[] }) {
  const { t } = useTexts();
  const heads = ['column.item', 'class', 'status', 'column.where', 'column.custodian', 'column.support'] as const;
  return (
    <table className={c.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`assets.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}
