import { Link } from '@tanstack/react-router';
import type { components } from '../../shared/api-schema';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './registers.module.css';

type Item = components['schemas']['EquipmentItemResponse'] & Partial<components['schemas']['CoveredItemResponse']>;

/** Devices behind a figure, as they stood on its day. */
export function EquipmentRows({ items }: { items: readonly Item[] }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const updates = items.some(({ outcome }) => outcome !== undefined);
  return (
    <table className={`${c.rows} num`}>
      <thead>
        <tr>
          <th scope="col">{t('registers.column.device')}</th>
          <th scope="col">{t('registers.column.institution')}</th>
          <th scope="col">{t(updates ? 'registers.column.seen' : 'registers.column.status')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, tag, name, class: klass, institution, location, status, seenAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/desk/assets/$tag" params={{ tag }}>
                {tag} · {name}
              </Link>
              <small>{[klass.name, location].filter(Boolean).join(' · ')}</small>
            </th>
            <td>{institution.name}</td>
            <td>{updates ? (seenAt ? dateTime(seenAt) : t('registers.agent.never')) : t(`assets.status.${status}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
