import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import css from '../assets/assets.module.css';
import { type ReferenceList, referenceQuery, type ReferenceWord } from '../data/reference-words';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './reference.module.css';
import { WordDialog } from './WordDialog';
import { WordTable } from './WordTable';

const lists: readonly ReferenceList[] = ['hold_reason', 'resolution_code', 'category'];

/** What can be chosen where a ticket waits, where it is resolved, and where somebody says what it is about. */
export function ReferencePage() {
  const { t } = useTexts();
  const words = useQuery(referenceQuery);
  const [open, setOpen] = useState<{ list: ReferenceList; word?: ReferenceWord } | null>(null);
  if (words.error) return <FailedPage error={words.error} reset={() => void words.refetch()} />;
  return (
    <main className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t('reference.title')}</h1>
          <p>{t('reference.lead')}</p>
        </div>
      </header>
      {words.isPending && <Skeleton height={420} radius={10} role="status" aria-label={t('desk.loading')} />}
      {words.data &&
        lists.map((list) => (
          <section key={list} className={css.card} aria-labelledby={`reference-${list}`}>
            <div className={c.titled}>
              <div>
                <h2 id={`reference-${list}`}>{t(`reference.list.${list}`)}</h2>
                <p>{t(`reference.lead.${list}`)}</p>
              </div>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ list })}>
                {t(`reference.add.${list}`)}
              </Button>
            </div>
            <WordTable list={list} words={words.data.filter((word) => word.list === list)} onEdit={(word) => setOpen({ list, word })} />
          </section>
        ))}
      {open && <WordDialog list={open.list} word={open.word} onClose={() => setOpen(null)} />}
    </main>
  );
}
