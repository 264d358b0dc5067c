import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { inRiga } from '../../shared/format/riga-time';
import { queries } from '../data/queries';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './draft.module.css';
import { policyQueries } from './policy-queries';
import { daysLater } from './riga-midnight';
import type { Agreement, AgreementBody, AgreementKind } from './types';

const kinds: AgreementKind[] = ['sla', 'ola', 'uc'];

interface Fields {
  kind: AgreementKind;
  reference: string;
  institutionId: string | null;
  serviceId: string | null;
  groupId: string | null;
  supplier: string;
  policyId: string | null;
  validFrom: string;
  /** The last day; empty while it has no end. */
  lastDay: string;
  note: string;
}

function start(agreement: Agreement | null, today: string): Fields {
  return {
    kind: agreement?.kind ?? 'sla',
    reference: agreement?.reference ?? '',
    institutionId: agreement?.institution?.id ?? null,
    serviceId: agreement?.service?.id ?? null,
    groupId: agreement?.group?.id ?? null,
    supplier: agreement?.supplier ?? '',
    policyId: agreement?.policy?.id ?? null,
    validFrom: agreement?.validFrom ?? today,
    lastDay: agreement?.validTo ? daysLater(agreement.validTo, -1) : '',
    note: agreement?.note ?? '',
  };
}

function bodyOfFields({ kind, reference, lastDay, groupId, supplier, policyId, note, ...rest }: Fields): AgreementBody {
  return {
    ...rest,
    kind,
    reference: reference.trim(),
    groupId: kind === 'ola' ? groupId : null,
    supplier: kind === 'uc' ? supplier.trim() || null : null,
    policyId: kind === 'sla' ? policyId : null,
    validTo: lastDay ? daysLater(lastDay, 1) : null,
    note: note.trim() || null,
  };
}

function useSave(agreement: Agreement | null, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (fields: Fields) => {
      const body = bodyOfFields(fields);
      if (!agreement) return bodyOf(api.POST('/api/v1/agreements', { body }));
      const headers = { 'if-match': `"${agreement.version}"` };
      return bodyOf(api.PUT('/api/v1/agreements/{id}', { params: { path: { id: agreement.id } }, body, headers }));
    },
    onSuccess: async () => {
      await Promise.all(['agreements', 'policies'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: t('sla.agreementSaved'), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}

interface Part {
  fields: Fields;
  set: (part: Partial<Fields>) => void;
  error: (field: string) => string | undefined;
  /** It has begun: scope, party and beginning stay. */
  begun: boolean;
}

interface PickProps {
  label: string;
  placeholder: string;
  items: { id: string; name: string }[];
  value: string | null;
  error?: string | undefined;
  description?: string;
  disabled?: boolean;
  onChange: (id: string | null) => void;
}

function Pick({ items, ...rest }: PickProps) {
  const { t } = useTexts();
  const props = { searchable: true, clearable: true, clearButtonProps: { 'aria-label': t('queue.filter.clearOne') } };
  return (
    <Select
      {...rest}
      {...props}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

function ForWhat({ fields, set, error, begun }: Part) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  return (
    <div className={c.pair}>
      <Pick
        label={t('sla.institution')}
        placeholder={t('sla.scope.allInstitutions')}
        items={institutions}
        value={fields.institutionId}
        error={error('institutionId')}
        disabled={begun}
        onChange={(institutionId) => set({ institutionId })}
      />
      <Pick
        label={t('sla.service')}
        placeholder={t('sla.scope.allServices')}
        items={services}
        value={fields.serviceId}
        error={error('serviceId')}
        disabled={begun}
        onChange={(serviceId) => set({ serviceId })}
      />
    </div>
  );
}

function WithWhom({ fields, set, error, begun }: Part) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const { data: policies = [] } = useQuery(policyQueries.policies());
  if (fields.kind === 'uc')
    return (
      <TextInput
        label={t('sla.supplier')}
        required
        disabled={begun}
        value={fields.supplier}
        error={error('supplier')}
        onChange={(event) => set({ supplier: event.currentTarget.value })}
      />
    );
  if (fields.kind === 'ola')
    return (
      <Pick
        label={t('sla.group')}
        placeholder={t('sla.choose')}
        items={groups}
        value={fields.groupId}
        error={error('groupId')}
        disabled={begun}
        onChange={(groupId) => set({ groupId })}
      />
    );
  return (
    <Pick
      label={t('sla.policy')}
      placeholder={t('sla.decidesNothing')}
      description={t('sla.policyHint')}
      items={policies.filter((policy) => policy.inForce !== null)}
      value={fields.policyId}
      error={error('policyId')}
      onChange={(policyId) => set({ policyId })}
    />
  );
}

function When({ fields, set, error, begun }: Part) {
  const { t } = useTexts();
  return (
    <div className={c.pair}>
      <TextInput
        type="date"
        label={t('sla.firstDay')}
        required
        disabled={begun}
        value={fields.validFrom}
        error={error('validFrom')}
        onChange={(event) => set({ validFrom: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('sla.lastDay')}
        value={fields.lastDay}
        error={error('validTo')}
        onChange={(event) => set({ lastDay: event.currentTarget.value })}
      />
    </div>
  );
}

/** An agreement to be concluded, or one to be changed as far as it may. */
export function AgreementDialog({ agreement, onClose }: { agreement: Agreement | null; onClose: () => void }) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [fields, setFields] = useState(() => start(agreement, today));
  const save = useSave(agreement, onClose);
  const problems = save.error instanceof ApiProblem ? save.error.errors : [];
  const part: Part = {
    fields,
    set: (some) => setFields((known) => ({ ...known, ...some })),
    error: (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail,
    begun: agreement?.state === 'in_force',
  };
  const complete = fields.reference.trim() !== '' && fields.validFrom !== '' && (fields.kind !== 'ola' || fields.groupId !== null);
  const title = agreement ? t('sla.changeAgreement', { reference: agreement.reference }) : t('sla.newAgreement');
  return (
    <Modal opened onClose={onClose} size={600} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(fields);
        }}
      >
        {!part.begun && (
          <Choices
            label={t('sla.agreementKind')}
            layout="chips"
            choices={kinds.map((kind) => ({ value: kind, text: t(`sla.agreement.${kind}.long`) }))}
            value={fields.kind}
            onChange={(kind) => part.set({ kind: kind as AgreementKind })}
          />
        )}
        <TextInput
          label={t('sla.reference')}
          required
          data-autofocus
          value={fields.reference}
          error={part.error('reference')}
          onChange={(event) => part.set({ reference: event.currentTarget.value })}
        />
        <ForWhat {...part} />
        <WithWhom {...part} />
        <When {...part} />
        <Textarea
          label={t('sla.agreementNote')}
          autosize
          minRows={2}
          value={fields.note}
          onChange={(event) => part.set({ note: event.currentTarget.value })}
        />
        {part.begun && <p className={c.hint}>{t('sla.begunHint')}</p>}
        {save.error && <ProblemNote error={save.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!complete}>
            {t('sla.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
