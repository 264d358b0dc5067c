import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './search.module.css';
import { searchQueries, type SavedSearch } from './search-queries';
import { readDeskSearch, type DeskSearch } from './search-search';

/** The address of a saved search. */
export const searchOf = ({ q, query }: SavedSearch): DeskSearch => readDeskSearch({ q, ...query, order: query.sort });

/** The body of `PUT /saved-searches`. */
const bodyOf = ({ q = '', order, ...rest }: DeskSearch, name: string) => ({ ...rest, ...(order ? { sort: order } : {}), q, name });

function useChange<Input>(send: (input: Input) => Promise<unknown>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['saved-searches'] });
      done?.();
    },
  });
}

/** Keeps the search at hand under a name. */
export function SaveSearch({ search }: { search: DeskSearch }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = useChange(
    () => api.PUT('/api/v1/saved-searches', { body: bodyOf(search, name.trim()) }),
    () => setOpen(false),
  );
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-end" withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => {
            setName(search.q ?? '');
            setOpen(!open);
          }}
        >
          {t('search.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('search.save')}>
        <form
          className={c.save}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) save.mutate(undefined);
          }}
        >
          <TextInput label={t('search.saveName')} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
            {t('search.saveSubmit')}
          </Button>
        </form>
        {save.error && <ProblemNote error={save.error} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The searches that the person keeps. */
export function SavedSearches() {
  const { t } = useTexts();
  const { data: saved = [] } = useQuery(searchQueries.saved());
  const drop = useChange((id: string) => api.DELETE('/api/v1/saved-searches/{id}', { params: { path: { id } } }));
  if (saved.length === 0) return null;
  return (
    <section className={c.card} aria-label={t('search.saved')}>
      <h2>{t('search.saved')}</h2>
      <ul className={c.links}>
        {saved.map((one) => (
          <li key={one.id}>
            <Link to="/desk/search" search={searchOf(one)}>
              {one.name}
            </Link>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('search.dropSaved', { name: one.name })}
              onClick={() => drop.mutate(one.id)}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
