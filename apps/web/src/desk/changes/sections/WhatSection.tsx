import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../format';
import { useTexts, type TextKey } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import c from '../document.module.css';
import type { Change } from '../types';
import { LinkedTickets } from './LinkedTickets';
import { Missing, SectionFrame } from './SectionFrame';
import { WhatForm } from './WhatForm';

function Items({ change }: { change: Change }) {
  const { t } = useTexts();
  if (change.items.length === 0) return t('change.field.noItems');
  return (
    <ul className={c.inline}>
      {change.items.map(({ id, tag, name }) => (
        <li key={id}>
          <Link to="/desk/assets/$tag" params={{ tag }} title={name}>
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useFacts(change: Change): [TextKey, ReactNode][] {
  const { t } = useTexts();
  const { number, date } = useFormat();
  const { costEuro, effortHours, funding } = change;
  const estimate = [
    effortHours === null ? null : t('change.hours', { hours: number(effortHours) }),
    costEuro === null ? null : t('change.euro', { euro: number(costEuro, Number.isInteger(costEuro) ? 0 : 2) }),
  ].filter(Boolean);
  const others = change.services.filter(({ id }) => id !== change.service?.id);
  const facts: [TextKey, ReactNode | null][] = [
    ['change.field.reason', change.reason && <MarkdownText text={change.reason} />],
    ['change.field.legal_basis', change.legalBasis],
    ['change.field.cost_of_not_doing', change.costOfNotDoing],
    ['change.field.wished', change.wishedBy && date(`${change.wishedBy}T12:00:00Z`)],
    ['change.field.service', change.service?.name ?? t('change.field.nobody')],
    ['change.field.services', others.length > 0 ? others.map(({ name }) => name).join(', ') : null],
    ['change.field.items', <Items key="items" change={change} />],
    [
      'change.field.estimate',
      `${estimate.length > 0 ? estimate.join(' · ') : t('change.notEstimated')} · ${t(`change.funding.${funding}`)}`,
    ],
    ['change.field.template', change.template?.name ?? null],
  ];
  return facts.filter(([, value]) => value !== null && value !== '');
}

/** What will be different, why, and what it touches and costs. */
export function WhatSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  const facts = useFacts(change);
  const may = change.abilities.edit || change.abilities.editWords;
  return (
    <SectionFrame name="what" onEdit={may && !editing ? () => setEditing(true) : undefined}>
      {editing ? (
        <WhatForm change={change} onClose={() => setEditing(false)} />
      ) : (
        <>
          {change.description ? <MarkdownText text={change.description} /> : <Missing>{t('change.missing')}</Missing>}
          <dl className={c.facts}>
            {facts.map(([key, value]) => (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <LinkedTickets id={change.id} kind="resolved_by" />
        </>
      )}
    </SectionFrame>
  );
}
