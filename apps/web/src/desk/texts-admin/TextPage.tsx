import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { http, request } from '../../shared/api/http';
import { HistoryCard } from '../administration/HistoryCard';
import { useAdminChange } from '../administration/use-admin-change';
import item from '../assets/item.module.css';
import { FailedPage } from '../shell/Failed';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { keyOf, type NoticeText, textQueries, type Words } from './text-queries';
import c from './texts-admin.module.css';
import { TextForm } from './TextForm';
import { TextPreview } from './TextPreview';
import { useTextNames } from './use-text-names';

const route = getRouteApi('/admin/texts/$key');

function RestoreDialog({ text, onClose }: { text: NoticeText; onClose: () => void }) {
  const { t } = useTexts();
  const restore = useAdminChange(() => request('DELETE', `/notice-texts/${text.key}`, { ifMatch: `"${text.version}"` }), onClose);
  return (
    <FormDialog
      title={t('texts.restore')}
      submit={t('texts.restore')}
      ready
      busy={restore.isPending}
      error={restore.error}
      onSubmit={() => restore.mutate()}
      onClose={onClose}
    >
      <p>{t('texts.restoreAsk')}</p>
      <blockquote lang="lv">{text.lv.shipped}</blockquote>
      <blockquote lang="en">{text.en.shipped}</blockquote>
    </FormDialog>
  );
}

function Editor({ text }: { text: NoticeText }) {
  const { t } = useTexts();
  const [words, setWords] = useState<Words>({ lv: text.lv.text, en: text.en.text });
  const [saved, setSaved] = useState(false);
  const save = useAdminChange(
    () => http.put(`/notice-texts/${text.key}`, { lv: words.lv.trim(), en: words.en.trim() }, { ifMatch: `"${text.version}"` }),
    () => setSaved(true),
  );
  return (
    <div className={item.columns}>
      <div className={item.main}>
        <TextForm
          text={text}
          words={words}
          save={save}
          saved={saved && !save.isPending}
          onChange={(next) => {
            setSaved(false);
            save.reset();
            setWords(next);
          }}
        />
        <TextPreview text={text} words={words} />
      </div>
      <aside className={`${item.side} ${c.after}`} aria-label={t('admin.history')}>
        <HistoryCard kind="texts" id={text.key} />
      </aside>
    </div>
  );
}

/** One text in both languages: worded anew, tried out, its history. */
export function TextPage() {
  const { t } = useTexts();
  const { groupName, partName } = useTextNames();
  const key = keyOf(route.useParams().key);
  const query = useQuery(textQueries.one(key));
  const [restoring, setRestoring] = useState(false);
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const text = query.data;
  if (!text)
    return (
      <main className={item.page}>
        <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  const changed = text.lv.text !== text.lv.shipped || text.en.text !== text.en.shipped;
  return (
    <main className={item.page}>
      <header className={item.head}>
        <div>
          <Link to="/admin/texts" search={{ group: text.group }} className={item.back}>
            <IconArrowLeft size={15} aria-hidden /> {t('texts.title')}: {groupName(text.group)}
          </Link>
          <h1>{partName(text)}</h1>
          <p className="num">{text.key}</p>
        </div>
        {changed && (
          <Button variant="default" onClick={() => setRestoring(true)}>
            {t('texts.restore')}
          </Button>
        )}
      </header>
      <Editor key={`${key} ${text.version}`} text={text} />
      {restoring && <RestoreDialog text={text} onClose={() => setRestoring(false)} />}
    </main>
  );
}
