import { useState } from 'react';
import { useReferenceChoices } from '../../data/reference-words';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { CategoryField } from '../CategoryField';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';

/** Says what a ticket is about, or takes that back. */
export function CategoryDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [category, setCategory] = useState<string | null>(ticket.category);
  const none = useReferenceChoices('category', ticket.category).length === 0;
  const change = useChange(ticket);
  const title = t('action.category');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={t('category.save')}
      ready={category !== ticket.category}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ verb: 'category', body: { category }, done: 'done.category' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {none && <p>{t('category.none')}</p>}
      <CategoryField value={category} kept={ticket.category} onChange={setCategory} first />
    </ActionDialog>
  );
}
