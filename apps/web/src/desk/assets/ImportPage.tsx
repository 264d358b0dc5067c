import { Button, FileButton, Progress } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconFileImport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { assetQueries } from './asset-queries';
import { DryRun } from './DryRun';
import c from './import.module.css';
import type { ItemImport } from './types';

const route = getRouteApi('/desk/assets/import');

/** Sends a file to be checked; nothing in the register changes by it. */
function check(file: File): Promise<ItemImport> {
  const form = new FormData();
  form.set('file', file, file.name);
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.POST('/api/v1/configuration-item-imports', { body: form as never }));
}

function ChooseFile({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const send = useMutation({ mutationFn: check, onSuccess: ({ id }) => onChecked(id) });
  const take = (file: File | null | undefined): void => {
    if (file && !send.isPending) send.mutate(file);
  };
  return (
    <section className={c.card} aria-label={t('assets.file')}>
      <div
        className={c.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <IconFileImport size={32} stroke={1.4} aria-hidden />
        <p role="status">{send.isPending ? t('assets.checking', { name: send.variables.name }) : t('assets.drop')}</p>
        <FileButton accept=".csv,text/csv,text/plain" onChange={take}>
          {(props) => (
            <Button {...props} loading={send.isPending}>
              {t('assets.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {send.error && <ProblemNote error={send.error} />}
      <p className={c.hint}>{t('assets.fileHint')}</p>
    </section>
  );
}

function Applying({ file, onAnother }: { file: ItemImport; onAnother: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const { state, done } = file;
  const total = file.added + file.changed;
  const ended = state !== 'applying';
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['assets'] });
  }, [client, ended]);
  const counted = { done: number(done), total: number(total) };
  return (
    <section className={c.card} aria-label={t('assets.step.apply')}>
      <p className={c.progressText} role="status">
        {state === 'done' && <IconCheck size={18} aria-hidden />}
        {state === 'done'
          ? t('assets.done', { added: number(file.added), changed: number(file.changed) })
          : t(state === 'failed' ? 'assets.failed' : 'assets.applying', counted)}
      </p>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={t('assets.applying', counted)} size="lg" />
      {!ended && <p className={c.hint}>{t('assets.applyingHint')}</p>}
      {ended && (
        <div className={c.foot}>
          <Button variant="default" onClick={onAnother}>
            {t('assets.another')}
          </Button>
          <Button renderRoot={(props) => <Link to="/desk/assets" {...props} />}>{t('assets.toList')}</Button>
        </div>
      )}
    </section>
  );
}

function Checked({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const query = useQuery(assetQueries.import(id));
  const apply = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/configuration-item-imports/{id}/application', { params: { path: { id } } })),
    onSuccess: (file) => client.setQueryData(assetQueries.import(id).queryKey, file),
  });
  if (query.error) return <FailedPage error={query.error} reset={onAnother} />;
  const file = query.data;
  if (!file) return null;
  if (file.state !== 'checked') return <Applying file={file} onAnother={onAnother} />;
  const count = file.added + file.changed;
  return (
    <>
      <DryRun file={file} />
      {apply.error && <ProblemNote error={apply.error} />}
      <div className={c.foot}>
        <Button variant="default" onClick={onAnother}>
          {t('assets.another')}
        </Button>
        <Button disabled={count === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('assets.apply', { count: number(count) })}
        </Button>
      </div>
    </>
  );
}

/** Taking in a file in two steps: what it would change, then the change itself with its progress. */
export function ImportPage() {
  const { t } = useTexts();
  const { file: id } = route.useSearch();
  const navigate = useNavigate();
  const go = (file?: string): void => void navigate({ to: '/desk/assets/import', search: file === undefined ? {} : { file } });
  const state = useQuery({ ...assetQueries.import(id ?? ''), enabled: id !== undefined }).data?.state;
  const applying = state !== undefined && state !== 'checked';
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          <Link to="/desk/assets" className={c.back}>
            <IconArrowLeft size={15} aria-hidden /> {t('assets.back')}
          </Link>
          <h1>{t('assets.importTitle')}</h1>
          <p>{t('assets.importSub')}</p>
        </div>
      </header>
      <ol className={c.steps}>
        <li aria-current={applying ? undefined : 'step'}>{t('assets.step.check')}</li>
        <li aria-current={applying ? 'step' : undefined}>{t('assets.step.apply')}</li>
      </ol>
      {id === undefined ? <ChooseFile onChecked={go} /> : <Checked key={id} id={id} onAnother={() => go()} />}
    </main>
  );
}
