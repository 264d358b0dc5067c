import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { browserNow } from '../../../shared/format/browser-clock';
import { inRiga } from '../../../shared/format/riga-time';
import dialog from '../../campaigns/dialog.module.css';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts } from '../../texts';
import { Choices } from '../../ticket/dialogs/Choices';
import type { Evidence, Process } from '../process-queries';
import { send, useProcessCall } from '../use-process-call';

const kinds = ['order', 'external', 'review'] as const;
type Kind = Evidence['kind'];
const EMPTY = { document: '', orderNumber: '', orderDate: '', signatory: '', validTo: '' };

export const fileForm = (file: File): FormData => {
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
};

/** Adds a document, then its file: one intention, two calls. A document whose file failed stands in the list and takes it there. */
async function add(process: Process, body: object, file: File | null): Promise<Process> {
  const before = new Set(process.evidence.map(({ id }) => id));
  const added = await send({ method: 'POST', path: `/${process.id}/evidence`, body });
  const id = added.evidence.find((one) => !before.has(one.id))?.id;
  if (!file || !id) return added;
  return send({ method: 'PUT', path: `/${process.id}/evidence/${id}/file`, body: fileForm(file) });
}

/** Adds an order, what shows the process from outside, or a yearly review. */
export function EvidenceDialog({ process, kind: asked, onClose }: { process: Process; kind: Kind | null; onClose: () => void }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<Kind | null>(asked);
  const [fields, setFields] = useState(EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const call = useProcessCall('processes.done.evidence', onClose);
  const today = inRiga(browserNow()).date;
  const field = (name: keyof typeof EMPTY, more: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      label={t(`processes.evidence.${name}`)}
      value={fields[name]}
      onChange={(event) => setFields((now) => ({ ...now, [name]: event.target.value }))}
      {...more}
    />
  );
  const whole = kind !== 'order' || (fields.orderNumber.trim() && fields.orderDate && fields.signatory.trim() && file);
  const body = { kind, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim() || null])) };
  return (
    <FormDialog
      title={t('processes.action.addEvidence')}
      submit={t('processes.add')}
      ready={kind !== null && fields.document.trim() !== '' && Boolean(whole)}
      busy={call.isPending}
      error={call.error}
      onSubmit={() => call.mutate(() => add(process, body, file))}
      onClose={onClose}
    >
      <Choices
        label={t('processes.evidence.kind')}
        choices={kinds.map((value) => ({ value, text: t(`processes.kind.${value}`), detail: t(`processes.kindHint.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? null)}
        first
      />
      {kind && (
        <>
          {field('document', { required: true, maxLength: 300 })}
          <div className={dialog.pair}>
            {field('orderNumber', { required: kind === 'order', maxLength: 60 })}
            {field('orderDate', { required: kind === 'order', type: 'date', max: today })}
          </div>
          <div className={dialog.pair}>
            {field('signatory', { required: kind === 'order', maxLength: 200 })}
            {field('validTo', { type: 'date' })}
          </div>
          <TextInput
            type="file"
            label={t('processes.evidence.file')}
            required={kind === 'order'}
            accept=".pdf,.edoc,.asice,.docx,.odt,.png,.jpg"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        </>
      )}
    </FormDialog>
  );
}
