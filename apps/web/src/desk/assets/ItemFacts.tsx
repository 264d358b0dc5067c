import type { ReactNode } from 'react';
import { useFormat } from '../format';
import { useTexts, type TextKey } from '../texts';
import c from './item.module.css';
import { SupportUntil } from './SupportUntil';
import type { Item } from './types';

/** What is known of a device; what nobody wrote down is left out. */
export function ItemFacts({ item }: { item: Item }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const day = (value: string | null): string | null => value && date(`${value}T12:00:00Z`);
  const facts: [TextKey, ReactNode][] = [
    ['assets.custodian', item.custodian?.name || t('assets.nobody')],
    ['assets.location', item.location],
    ['assets.serial', item.serial],
    ['assets.manufacturer', item.manufacturer],
    ['assets.model', item.model],
    ['assets.purchasedOn', day(item.purchasedOn)],
    ['assets.warrantyUntil', day(item.warrantyUntil)],
    ['assets.supportUntil', item.supportUntil && <SupportUntil day={item.supportUntil} />],
    ['assets.agentSeenAt', item.agentSeenAt && dateTime(item.agentSeenAt)],
    ['assets.note', item.note],
  ];
  return (
    <section className={c.card} aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('assets.facts')}</h2>
      </header>
      <dl className={c.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([key, value]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
