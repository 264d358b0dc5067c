import { categoryName } from '../data/reference-words';
import type { TicketSummary } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts, type DeskTexts } from '../texts';
import type { Column } from './queue-search';
import c from './rows.module.css';

function textOf(column: Exclude<Column, 'submitted' | 'updated'>, ticket: TicketSummary, texts: DeskTexts): string {
  const { t, has } = texts;
  const source = `source.${ticket.source}`;
  switch (column) {
    case 'requester':
      return ticket.requester.name;
    case 'institution':
      return ticket.institution.name;
    case 'service':
      return ticket.service?.name ?? '';
    case 'category':
      return categoryName(texts, ticket.category);
    case 'group':
      return ticket.group?.name ?? '';
    case 'assignee':
      return ticket.assignee?.name ?? t('desk.unassigned');
    case 'source':
      return has(source) ? t(source) : ticket.source;
  }
}

function When({ at }: { at: string }) {
  const format = useFormat();
  return (
    <span className={c.extra} data-when title={format.dateTime(at)}>
      {format.short(at, useNow())}
    </span>
  );
}

/** A cell of the wide list. */
export function ColumnCell({ column, ticket }: { column: Column; ticket: TicketSummary }) {
  const texts = useTexts();
  if (column === 'submitted') return <When at={ticket.submittedAt} />;
  if (column === 'updated') return <When at={ticket.updatedAt} />;
  const text = textOf(column, ticket, texts);
  return (
    <span className={c.extra} title={text}>
      {text}
    </span>
  );
}
