import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../data/session';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { QueueSearch } from './queue-search';
import { type SavedView, termsOf, useViewChanges } from './saved-views';
import { useQueueSearch } from './use-queue';

interface Props {
  /** The view that is changed; a new one where there is none. */
  view?: SavedView;
  search: QueueSearch;
  onClose: () => void;
}

/** A name for what the list is narrowed by, and whether a group sees it too. */
export function SaveViewDialog({ view, search, onClose }: Props) {
  const { t } = useTexts();
  const { groups } = useMe();
  const { change: go } = useQueueSearch();
  const { create, change } = useViewChanges();
  const [name, setName] = useState(view?.name ?? '');
  const [groupId, setGroupId] = useState<string | null>(view?.group?.id ?? null);
  const shared = view?.group && !groups.some((group) => group.id === view.group?.id) ? [view.group] : [];
  const save = (): void => {
    const terms = termsOf(search, name.trim(), groupId);
    if (view) change.mutate({ ...terms, id: view.id }, { onSuccess: onClose });
    else create.mutate(terms, { onSuccess: ({ id }) => (go({ ...search, saved: id }), onClose()) });
  };
  return (
    <FormDialog
      title={t(view ? 'views.edit' : 'views.save')}
      submit={t('views.saveIt')}
      ready={name.trim() !== ''}
      busy={create.isPending || change.isPending}
      error={create.error ?? change.error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={t('views.name')}
        description={t('views.nameHint')}
        value={name}
        maxLength={80}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('views.share')}
        description={t('views.shareHint')}
        placeholder={t('views.shareNobody')}
        data={[...groups, ...shared].map((group) => ({ value: group.id, label: group.name }))}
        value={groupId}
        onChange={setGroupId}
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      />
    </FormDialog>
  );
}
