import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { ShownPart } from './DryRunParts';
import c from './import.module.css';
import { importQueries, type OrganisationImport } from './import-queries';

interface MissingProps {
  file: OrganisationImport;
  ending: boolean;
  onEnding: (ending: boolean) => void;
}

/** Whom the file does not name; nobody of them ends unless somebody says so. */
function Missing({ file, ending, onEnding }: MissingProps) {
  const { t } = useTexts();
  const count = file.missing ?? 0;
  if (file.missing === null) return <p className={c.hint}>{t('imports.missingUnknown')}</p>;
  return (
    <ShownPart id="missing" title={t('imports.missing')} hint={t('imports.missingHint')} shown={file.shown.missing.length} all={count}>
      <Checkbox
        className={c.consent}
        label={t('imports.endMissing', { count })}
        checked={ending}
        onChange={(event) => onEnding(event.currentTarget.checked)}
      />
      <ul className={c.names}>
        {file.shown.missing.map(({ name }, at) => (
          <li key={at}>{name}</li>
        ))}
      </ul>
    </ShownPart>
  );
}

/** The decision about a checked file. */
export function ApplyForm({ file, onAnother }: { file: OrganisationImport; onAnother: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const [endMissing, setEndMissing] = useState(false);
  const [typed, setTyped] = useState('');
  const endings = file.ended + (endMissing ? (file.missing ?? 0) : 0);
  const count = file.added + file.changed + endings;
  const asked = endMissing ? file.consentNeededWithMissing : file.consentNeeded;
  const apply = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/organisation/imports/{id}/application', {
          params: { path: { id: file.id } },
          body: { endMissing, ...(asked ? { endings } : {}) },
        }),
      ),
    onSuccess: (answer) => client.setQueryData(importQueries.one(file.id).queryKey, answer),
  });
  return (
    <>
      <Missing file={file} ending={endMissing} onEnding={setEndMissing} />
      {asked && (
        <section className={c.card} aria-label={t('imports.consent', { count: number(endings) })}>
          <TextInput
            label={t('imports.consent', { count: number(endings) })}
            description={t('imports.consentHint')}
            inputMode="numeric"
            maw={360}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </section>
      )}
      {apply.error && <ProblemNote error={apply.error} />}
      <div className={c.foot}>
        <Button variant="default" onClick={onAnother}>
          {t('imports.another')}
        </Button>
        <Button
          disabled={count === 0 || (asked && typed.replace(/\s/g, '') !== String(endings))}
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {t('imports.applyChanges', { count })}
        </Button>
      </div>
    </>
  );
}
