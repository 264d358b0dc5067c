import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ApplyForm } from './ApplyForm';
import { ApplyingCard } from './ApplyingCard';
import { ImportSteps } from './DryRunParts';
import { FileDrop } from './FileDrop';
import c from './import.module.css';
import { checkFile, importKinds, type ImportKind, importQueries, type OrganisationImport } from './import-queries';
import { OrganisationDryRun } from './OrganisationDryRun';
import { PastImports } from './PastImports';

const route = getRouteApi('/admin/imports');
const SOURCE = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** What is changed by a file, and read anew afterwards. */
const STALE = ['admin', 'institutions', 'people'];
const places = { institutions: '/admin/institutions', units: '/admin/institutions', people: '/admin/people' } as const;

function ChooseFile({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<ImportKind>('people');
  const [source, setSource] = useState('personals');
  const send = useMutation({ mutationFn: checkFile, onSuccess: ({ id }) => onChecked(id) });
  const good = SOURCE.test(source);
  return (
    <section className={c.card} aria-label={t('imports.what')}>
      <div className={c.choice}>
        <SegmentedControl
          aria-label={t('imports.what')}
          data={importKinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value)}
        />
        <nav className={c.files} aria-label={t('imports.sample')}>
          <a href={`/api/v1/organisation/import-samples/${kind}`} download>
            <IconDownload size={16} aria-hidden /> {t('imports.sample')}
          </a>
          <a href={`/api/v1/organisation/exports/${kind}`} download title={t('imports.exportHint')}>
            <IconDownload size={16} aria-hidden /> {t('imports.export')}
          </a>
        </nav>
      </div>
      {kind !== 'institutions' && (
        <TextInput
          label={t('imports.source')}
          description={t('imports.sourceHint')}
          error={good ? undefined : t('imports.sourceRefused')}
          maw={460}
          mb={16}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      )}
      <FileDrop
        busyWith={send.isPending ? send.variables.file.name : undefined}
        error={send.error}
        hint={t(`imports.hint.${kind}`)}
        onFile={(file) => {
          if (good || kind === 'institutions') send.mutate({ kind, source: good ? source : 'personals', file });
        }}
      />
    </section>
  );
}

function Applying({ file, onAnother }: { file: OrganisationImport; onAnother: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { created = 0, changed = 0, ended = 0, skipped = 0 } = file.progress ?? {};
  const figures = { created: number(created), changed: number(changed), ended: number(ended), skipped: number(skipped) };
  const outcome = t(skipped > 0 ? 'imports.doneSkipped' : 'imports.done', figures);
  return (
    <ApplyingCard {...{ state: file.state, done: file.done, total: file.total ?? 0, outcome, onAnother }} stale={STALE}>
      <Button renderRoot={(props) => <Link to={places[file.kind]} {...props} />}>{t('imports.open')}</Button>
    </ApplyingCard>
  );
}

function Checked({ id, onAnother }: { id: string; onAnother: () => void }) {
  const query = useQuery(importQueries.one(id));
  if (query.error) return <FailedPage error={query.error} reset={onAnother} />;
  if (!query.data) return null;
  if (query.data.state !== 'checked') return <Applying file={query.data} onAnother={onAnother} />;
  return (
    <>
      <OrganisationDryRun file={query.data} />
      <ApplyForm file={query.data} onAnother={onAnother} />
    </>
  );
}

/** Institutions, units and people from files, in two steps: what a file would change, then the change itself with its progress. */
export function ImportsPage() {
  const { t } = useTexts();
  const { file: id } = route.useSearch();
  const navigate = useNavigate();
  const go = (file?: string): void => void navigate({ to: '/admin/imports', search: file === undefined ? {} : { file } });
  const file = useQuery({ ...importQueries.one(id ?? ''), enabled: id !== undefined }).data;
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          {id !== undefined && (
            <Link to="/admin/imports" search={{}} className={c.back}>
              <IconArrowLeft size={15} aria-hidden /> {t('imports.back')}
            </Link>
          )}
          <h1>{file ? t(`imports.kind.${file.kind}`) : t('imports.title')}</h1>
          <p>{t('imports.lead')}</p>
        </div>
      </header>
      <ImportSteps applying={file !== undefined && file.state !== 'checked'} />
      {id === undefined ? (
        <>
          <ChooseFile onChecked={go} />
          <PastImports />
        </>
      ) : (
        <Checked key={id} id={id} onAnother={() => go()} />
      )}
    </main>
  );
}
