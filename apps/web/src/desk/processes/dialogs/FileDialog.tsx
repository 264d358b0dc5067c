import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts } from '../../texts';
import type { Evidence, Process } from '../process-queries';
import { send, useProcessCall } from '../use-process-call';
import { fileForm } from './EvidenceDialog';

/** The file of a document that has none yet. Once: a document does not change. */
export function FileDialog({ process, evidence, onClose }: { process: Process; evidence: Evidence; onClose: () => void }) {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const call = useProcessCall('processes.done.file', onClose);
  return (
    <FormDialog
      title={t('processes.action.file')}
      submit={t('processes.add')}
      ready={file !== null}
      busy={call.isPending}
      error={call.error}
      onSubmit={() => {
        if (file) call.mutate(() => send({ method: 'PUT', path: `/${process.id}/evidence/${evidence.id}/file`, body: fileForm(file) }));
      }}
      onClose={onClose}
    >
      <p>{evidence.document}</p>
      <TextInput
        type="file"
        label={t('processes.evidence.file')}
        required
        data-autofocus
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
    </FormDialog>
  );
}
