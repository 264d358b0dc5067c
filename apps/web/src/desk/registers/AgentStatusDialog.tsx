import { FileInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import dialog from '../campaigns/dialog.module.css';
import { useFormat } from '../format';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { AgentStatus } from './register-queries';
import c from './registers.module.css';

function send(file: File, apply: boolean): Promise<AgentStatus> {
  const form = new FormData();
  form.set('file', file, file.name);
  const params = { query: apply ? { apply: 'true' as const } : {} };
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.POST('/api/v1/configuration-items/agent-status', { params, body: form as never }));
}

/** What the file would change, and every line that cannot be taken. */
function Checked({ status }: { status: AgentStatus }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { lines, changed, same, faultLines, faults } = status;
  return (
    <>
      <ul className={`${dialog.facts} num`} role="status">
        <li>{t('registers.statusLines', { n: number(lines) })}</li>
        <li>{t('registers.statusChanged', { n: number(changed) })}</li>
        <li>{t('registers.statusSame', { n: number(same) })}</li>
        <li className={faultLines > 0 ? c.late : undefined}>{t('registers.statusFaults', { n: number(faultLines) })}</li>
      </ul>
      {faults.length > 0 && (
        // What scrolls is reached by the keyboard too.
        <ol className={`${c.faults} num`} tabIndex={0} aria-label={t('registers.statusFaults', { n: number(faultLines) })}>
          {faults.map(({ line, code, text }) => (
            <li key={`${line} ${code}`}>{t('registers.statusFault', { line: number(line), text })}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Takes in what update agents say: the file is checked first, and then applied. */
export function AgentStatusDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (chosen: File) => send(chosen, false) });
  const apply = useMutation({
    mutationFn: (chosen: File) => send(chosen, true),
    onSuccess: async ({ changed }) => {
      await Promise.all(['registers', 'assets'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: t('registers.statusDone', { n: number(changed) }), withBorder: true, autoClose: 4000 });
      onClose();
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    check.reset();
    if (chosen) check.mutate(chosen);
  };
  return (
    <FormDialog
      title={t('registers.takeStatus')}
      submit={t('registers.statusApply')}
      size={600}
      ready={file !== null && (check.data?.changed ?? 0) > 0}
      busy={apply.isPending || check.isPending}
      error={check.error ?? apply.error}
      onSubmit={() => file && apply.mutate(file)}
      onClose={onClose}
    >
      <p>{t('registers.statusText')}</p>
      <FileInput
        label={t('registers.statusFile')}
        placeholder={t('registers.chooseFile')}
        accept=".csv,text/csv,text/plain"
        data-autofocus
        value={file}
        onChange={choose}
      />
      {check.data && <Checked status={check.data} />}
    </FormDialog>
  );
}
