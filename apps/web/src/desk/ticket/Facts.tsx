import type { ReactNode } from 'react';
import { categoryName, useReferenceChoices } from '../data/reference-words';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { RoutedBy } from '../routing/RoutedBy';
import { useTexts, type TextKey } from '../texts';
import { requestAction } from './current-ticket';
import c from './notices.module.css';

/** What it is about; whoever may say so says it from here. */
function Category({ ticket }: { ticket: Ticket }) {
  const texts = useTexts();
  const name = categoryName(texts, ticket.category) || texts.t('category.unsaid');
  if (!ticket.abilities.categorise) return name;
  return (
    <button type="button" className={c.change} title={texts.t('action.category')} onClick={() => requestAction(ticket.number, 'category')}>
      {name}
    </button>
  );
}

/** What is known of the ticket beside the conversation. */
export function Facts({ ticket }: { ticket: Ticket }) {
  const { t, has } = useTexts();
  const { dateTime } = useFormat();
  const asked = useReferenceChoices('category').length > 0 && ticket.type === 'incident';
  const source = `source.${ticket.source}`;
  const facts: [TextKey, ReactNode][] = [
    ['fact.institution', ticket.institution.name],
    ['fact.service', ticket.service?.name ?? t('fact.noService')],
    ['fact.impact', t(`impact.${ticket.impact}`)],
    ['fact.urgency', t(`urgency.${ticket.urgency}`)],
    ['fact.submitted', `${dateTime(ticket.submittedAt)} · ${has(source) ? t(source) : ticket.source}`],
  ];
  if (ticket.category || asked) facts.splice(2, 0, ['category.label', <Category key="category" ticket={ticket} />]);
  if (ticket.requester.id !== ticket.affectedUser.id) facts.unshift(['fact.requester', ticket.requester.name]);
  const { security } = ticket;
  if (security) {
    const told: [TextKey, string | null][] = [
      ['fact.awareAt', security.awareAt],
      ['fact.warningSentAt', security.warningSentAt],
      ['fact.notificationSentAt', security.notificationSentAt],
      ['fact.finalReportSentAt', security.finalReportSentAt],
    ];
    for (const [key, at] of told) facts.push([key, at ? dateTime(at) : t('fact.notSent')]);
  }
  if (ticket.hopCount > 0) facts.push(['fact.hops', String(ticket.hopCount)]);
  if (ticket.reopenCount > 0) facts.push(['fact.reopens', String(ticket.reopenCount)]);
  if (ticket.origin) facts.push(['fact.origin', ticket.origin]);
  return (
    <dl className={c.facts}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
      <RoutedBy ticket={ticket} />
    </dl>
  );
}
