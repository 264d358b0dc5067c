import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { useTexts, type TextKey } from '../texts';
import c from './item.module.css';
import { assetQueries } from './asset-queries';
import { RelateDialog } from './RelateDialog';
import type { Item, ItemRelation } from './types';
import { useItemChange } from './use-item-change';

/** Above what stands on the device, below what it stands on, beside it what it is connected to. */
function placeOf({ kind, direction }: ItemRelation): 'above' | 'below' | 'beside' {
  if (kind === 'connected_to') return 'beside';
  return direction === 'in' ? 'above' : 'below';
}

function Related({ item, relation }: { item: Item; relation: ItemRelation }) {
  const { t } = useTexts();
  const { kind, direction, item: other } = relation;
  const [id, targetId] = direction === 'out' ? [item.id, other.id] : [other.id, item.id];
  const remove = useItemChange(
    () => api.DELETE('/api/v1/configuration-items/{id}/relations/{kind}/{targetId}', { params: { path: { id, kind, targetId } } }),
    () => undefined,
  );
  const word = `assets.rel.${direction}.${kind}` as TextKey;
  return (
    <li className={c.box} data-status={other.status}>
      {kind !== 'connected_to' && <small>{t(word)}</small>}
      <Link to="/desk/assets/$tag" params={{ tag: other.tag }}>
        {other.name}
      </Link>
      <small className="num">
        {other.tag} · {other.class.name}
        {other.status !== 'in_use' && ` · ${t(`assets.status.${other.status}`)}`}
      </small>
      {item.abilities.write && (
        <ActionIcon
          className={c.drop}
          variant="subtle"
          color="gray"
          aria-label={t('assets.removeRelation', { tag: other.tag })}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Layer({ item, relations, place }: { item: Item; relations: readonly ItemRelation[]; place: 'above' | 'below' | 'beside' }) {
  const { t } = useTexts();
  const own = relations.filter((relation) => placeOf(relation) === place);
  if (own.length === 0) return null;
  return (
    <div className={c.layer} data-place={place}>
      <h3>{t(`assets.rel.${place}`)}</h3>
      <ul>
        {own.map((relation) => (
          <Related key={`${relation.kind} ${relation.direction} ${relation.item.id}`} item={item} relation={relation} />
        ))}
      </ul>
    </div>
  );
}

/** How a device hangs together with others, drawn in layers: what falls with it above, what it falls with below. */
export function ItemRelations({ item }: { item: Item }) {
  const { t } = useTexts();
  const { data: relations } = useQuery(assetQueries.relations(item.id));
  const [adding, setAdding] = useState(false);
  return (
    <section className={c.card} aria-labelledby="relations-title">
      <header>
        <h2 id="relations-title">{t('assets.relations')}</h2>
        {item.abilities.write && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            {t('assets.relate')}
          </Button>
        )}
      </header>
      {relations?.length === 0 && <p className={c.quiet}>{t('assets.noRelations')}</p>}
      {relations && relations.length > 0 && (
        <div className={c.picture}>
          <Layer item={item} relations={relations} place="above" />
          <div className={c.here}>
            <b>{item.name}</b>
            <small className="num">{item.tag}</small>
          </div>
          <Layer item={item} relations={relations} place="below" />
          <Layer item={item} relations={relations} place="beside" />
        </div>
      )}
      {adding && <RelateDialog item={item} onClose={() => setAdding(false)} />}
    </section>
  );
}
