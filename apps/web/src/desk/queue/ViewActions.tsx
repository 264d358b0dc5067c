import { Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBookmark, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { part } from '../part';
import { useWarm } from '../shell/warm';
import { useTexts } from '../texts';
import { isFiltered, isSameList } from './queue-search';
import { type ListedView, termsOf, useSavedViews, useViewChanges } from './saved-views';
import { useQueueSearch } from './use-queue';

const SaveViewDialog = part(() => import('./SaveViewDialog'), 'SaveViewDialog');
const dialogs = [SaveViewDialog];

function useMoves(view: ListedView): { up: (() => void) | null; down: (() => void) | null } {
  const own = useSavedViews().filter(({ mine }) => mine);
  const { order } = useViewChanges();
  const at = own.findIndex(({ id }) => id === view.id);
  const swap = (other: number) => (): void => {
    const ids = own.map(({ id }) => id);
    [ids[at], ids[other]] = [ids[other] ?? '', ids[at] ?? ''];
    order.mutate(ids);
  };
  return { up: at > 0 ? swap(at - 1) : null, down: at >= 0 && at < own.length - 1 ? swap(at + 1) : null };
}

/** What can be done with the saved view that the list shows. */
function ViewMenu({ view }: { view: ListedView }) {
  const { t } = useTexts();
  const { change: go } = useQueueSearch();
  const { remove } = useViewChanges();
  const { up, down } = useMoves(view);
  const [editing, setEditing] = useState(false);
  if (!view.mayChange) return null;
  const forget = (): void => remove.mutate(view.id, { onSuccess: () => go({ view: 'mine' }) });
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={230}>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" px={5} aria-label={t('views.actions', { name: view.name })}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setEditing(true)}>
            {t('views.rename')}
          </Menu.Item>
          {up && (
            <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden />} onClick={up}>
              {t('views.up')}
            </Menu.Item>
          )}
          {down && (
            <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden />} onClick={down}>
              {t('views.down')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={forget}>
            {t('views.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{editing && <SaveViewDialog view={view} search={view.search} onClose={() => setEditing(false)} />}</Suspense>
    </>
  );
}

/** Keeps what the list is narrowed by: as a new view, or in the saved one that it began with. */
export function ViewActions() {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const { change } = useViewChanges();
  useWarm(dialogs);
  const [saving, setSaving] = useState(false);
  const view = useSavedViews().find(({ id }) => id === search.saved);
  const differs = view ? !isSameList(view.search, search) : isFiltered(search) || search.sort !== undefined;
  return (
    <>
      {view && <ViewMenu view={view} />}
      {view?.mayChange && differs && (
        <Button
          size="compact-sm"
          variant="light"
          loading={change.isPending}
          onClick={() => change.mutate({ ...termsOf(search, view.name, view.group?.id ?? null), id: view.id })}
        >
          {t('views.saveChange')}
        </Button>
      )}
      {differs && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconBookmark size={14} aria-hidden />} onClick={() => setSaving(true)}>
          {t('views.save')}
        </Button>
      )}
      <Suspense>{saving && <SaveViewDialog search={search} onClose={() => setSaving(false)} />}</Suspense>
    </>
  );
}
