import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import c from '../changes/changes.module.css';
import { exportHref } from '../data/export-href';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { AnswerDialog, type AnswerGround } from './AnswerDialog';
import { type Answer, answerQueries, type AnswersSearch } from './answer-queries';
import { readAnswersSearch } from './answers-search';
import { AnswerTable } from './AnswerTable';
import { RemoveAnswerDialog } from './RemoveAnswerDialog';

const TYPING_MS = 250;
const NO_GROUND: AnswerGround = { scopes: ['own'], groups: [], placeholders: [] };
const route = getRouteApi('/admin/answers');

type Go = (search: AnswersSearch) => void;

function Filters({ search, go }: { search: AnswersSearch; go: Go }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(search.q ?? '');
  const later = useDebouncedCallback((q: string) => go(readAnswersSearch({ ...search, q })), TYPING_MS);
  const scopes = ['all', 'own', 'group', 'everybody'] as const;
  return (
    <div className={c.filters}>
      <TextInput
        className={c.search}
        type="search"
        aria-label={t('answers.search')}
        placeholder={t('answers.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => (setTyped(event.currentTarget.value), later(event.currentTarget.value.trim()))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('answers.scope')}
        value={search.scope ?? 'all'}
        onChange={(scope) => go(readAnswersSearch({ q: search.q, scope }))}
        data={scopes.map((scope) => ({ value: scope, label: t(`answers.scope.${scope}`) }))}
      />
    </div>
  );
}

/** Answers kept ready: one's own, those of one's groups and everybody's. */
export function AnswersPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(answerQueries.list(search));
  const [editing, setEditing] = useState<Answer | 'new' | null>(null);
  const [removing, setRemoving] = useState<Answer | null>(null);
  const go: Go = (next) => void navigate({ to: '/admin/answers', search: next, replace: true });
  const ground = list.data?.pages[0]?.may ?? NO_GROUND;
  const answers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.keys(search).length > 0;
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          <h1>{t('answers.title')}</h1>
          <p>{t('answers.sub')}</p>
        </div>
        {answers.length > 0 && <SaveMenu href={(format) => exportHref('answers', search, format)} />}
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
          {t('answers.new')}
        </Button>
      </header>
      <section className={c.card} aria-label={t('answers.title')}>
        <Filters search={search} go={go} />
        {list.isPending && <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />}
        {list.data && answers.length === 0 && (
          <div className={c.nothing} role="status">
            <h2>{t(filtered ? 'answers.none' : 'answers.empty')}</h2>
            <p>{t(filtered ? 'answers.noneHint' : 'answers.emptyHint')}</p>
            {filtered && (
              <Button variant="default" onClick={() => go({})}>
                {t('answers.showAll')}
              </Button>
            )}
          </div>
        )}
        {answers.length > 0 && <AnswerTable answers={answers} onEdit={setEditing} onRemove={setRemoving} />}
        {list.hasNextPage && (
          <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('answers.more')}
          </Button>
        )}
      </section>
      {editing && <AnswerDialog answer={editing === 'new' ? null : editing} ground={ground} onClose={() => setEditing(null)} />}
      {removing && <RemoveAnswerDialog answer={removing} onClose={() => setRemoving(null)} />}
    </main>
  );
}
