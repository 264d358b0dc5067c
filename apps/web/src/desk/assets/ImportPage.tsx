import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { ApplyingCard } from '../imports/ApplyingCard';
import { ImportSteps } from '../imports/DryRunParts';
import { FileDrop } from '../imports/FileDrop';
import c from '../imports/import.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { assetQueries } from './asset-queries';
import { DryRun } from './DryRun';
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
  const send = useMutation({ mutationFn: check, onSuccess: ({ id }) => onChecked(id) });
  return (
    <section className={c.card} aria-label={t('imports.file')}>
      <FileDrop
        busyWith={send.isPending ? send.variables.name : undefined}
        error={send.error}
        hint={t('assets.fileHint')}
        onFile={(file) => send.mutate(file)}
      />
    </section>
  );
}

function Applying({ file, onAnother }: { file: ItemImport; onAnother: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const outcome = t('assets.done', { added: number(file.added), changed: number(file.changed) });
  return (
    <ApplyingCard {...{ state: file.state, done: file.done, total: file.added + file.changed, outcome, onAnother }} stale={['assets']}>
      <Button renderRoot={(props) => <Link to="/desk/assets" {...props} />}>{t('assets.toList')}</Button>
    </ApplyingCard>
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
          {t('imports.another')}
        </Button>
        <Button disabled={count === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('imports.apply', { count: number(count) })}
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
      <ImportSteps applying={applying} />
      {id === undefined ? <ChooseFile onChecked={go} /> : <Checked key={id} id={id} onAnother={() => go()} />}
    </main>
  );
}
