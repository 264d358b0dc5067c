import { Modal, NumberInput, Select, Skeleton, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { CustodianField } from '../assets/CustodianField';
import dialog from '../campaigns/dialog.module.css';
import { useFormat } from '../format';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { type TextKey, useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { Reason } from './RecommendationDialogs';
import { type Control, type ControlBody, registerQueries } from './register-queries';
import c from './registers.module.css';
import { useFaults } from './use-faults';

interface Props {
  control: Control;
  onClose: () => void;
}

type Step =
  | { do: 'enter'; body: ControlBody }
  | { do: 'describe'; body: ControlBody }
  | { do: 'review'; body: { reviewedOn: string; outcome: 'confirmed' | 'updated'; note: string } }
  | { do: 'retire'; body: { reason: string } };

const DONE: Record<Step['do'], TextKey> = {
  enter: 'registers.done.controlEntered',
  describe: 'registers.done.controlDescribed',
  review: 'registers.done.controlReviewed',
  retire: 'registers.done.controlRetired',
};

/** Takes a step with an element; without one, `enter` makes it. */
function useControl(control: Control | null, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: async (step: Step): Promise<void> => {
      if (step.do === 'enter') return void (await bodyOf(api.POST('/api/v1/control-elements', { body: step.body })));
      if (!control) return;
      const at = { params: { path: { id: control.id }, header: { 'if-match': `"${control.revision}"` } } };
      if (step.do === 'describe') await bodyOf(api.PUT('/api/v1/control-elements/{id}', { ...at, body: step.body }));
      if (step.do === 'review') await bodyOf(api.POST('/api/v1/control-elements/{id}/reviews', { ...at, body: step.body }));
      if (step.do === 'retire') await bodyOf(api.POST('/api/v1/control-elements/{id}/retirement', { ...at, body: step.body }));
    },
    onSuccess: async (_nothing, step) => {
      await client.invalidateQueries({ queryKey: ['registers'] });
      notifications.show({ message: t(DONE[step.do]), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}

const AREAS = ['governance', 'risk', 'activities', 'information', 'monitoring'] as const;

/** A document that is to be reviewed in time: a new one, or what is said of one that there is. */
export function ControlDialog({ control, onClose }: { control: Control | null; onClose: () => void }) {
  const { t } = useTexts();
  const [fields, setFields] = useState({
    ...{ document: control?.document ?? '', reference: control?.reference ?? '', location: control?.location ?? '' },
    ...{
      area: control?.area ?? ('activities' as const),
      reviewMonths: control?.reviewMonths ?? 12,
      reviewDueOn: control?.reviewDueOn ?? '',
    },
  });
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(control?.owner ?? null);
  const change = useControl(control, onClose);
  const fault = useFaults(change.error);
  const set = (part: Partial<typeof fields>): void => setFields((known) => ({ ...known, ...part }));
  const text = (name: 'document' | 'reference' | 'location' | 'reviewDueOn') => ({
    label: t(`registers.field.${name}`),
    value: fields[name],
    error: fault(name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => set({ [name]: value }),
  });
  return (
    <FormDialog
      title={t(control ? 'registers.describe' : 'registers.enterControl')}
      submit={t(control ? 'registers.save' : 'registers.enterSubmit')}
      size={640}
      ready={fields.document.trim() !== '' && fields.reviewDueOn !== '' && owner !== null}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => owner && change.mutate({ do: control ? 'describe' : 'enter', body: { ...fields, ownerId: owner.id } })}
      onClose={onClose}
    >
      <TextInput {...text('document')} required data-autofocus maxLength={300} />
      <div className={dialog.pair}>
        <TextInput {...text('reference')} maxLength={60} />
        <Select
          label={t('registers.field.area')}
          required
          allowDeselect={false}
          data={AREAS.map((area) => ({ value: area, label: t(`registers.area.${area}`) }))}
          value={fields.area}
          onChange={(value) => set({ area: AREAS.find((one) => one === value) ?? fields.area })}
        />
      </div>
      <TextInput {...text('location')} maxLength={300} />
      <div className={dialog.pair}>
        <CustodianField label={t('registers.field.owner')} value={owner} error={fault('ownerId')} onChange={setOwner} />
        <NumberInput
          label={t('registers.field.reviewMonths')}
          required
          min={1}
          max={60}
          allowDecimal={false}
          value={fields.reviewMonths}
          error={fault('reviewMonths')}
          onChange={(value) => set({ reviewMonths: Number(value) })}
        />
      </div>
      <TextInput {...text('reviewDueOn')} type="date" required />
    </FormDialog>
  );
}

/** It was reviewed: what came of it. */
export function ReviewDialog({ control, onClose }: Props) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [reviewedOn, setDay] = useState(today);
  const [outcome, setOutcome] = useState<'confirmed' | 'updated' | null>(null);
  const [note, setNote] = useState('');
  const change = useControl(control, onClose);
  const fault = useFaults(change.error);
  return (
    <FormDialog
      title={t('registers.review')}
      submit={t('registers.review')}
      ready={outcome !== null && reviewedOn !== '' && note.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => outcome && change.mutate({ do: 'review', body: { reviewedOn, outcome, note } })}
      onClose={onClose}
    >
      <p>{t('registers.reviewText', { document: control.document, months: String(control.reviewMonths) })}</p>
      <Choices
        first
        label={t('registers.outcome')}
        layout="chips"
        choices={(['confirmed', 'updated'] as const).map((one) => ({ value: one, text: t(`registers.review.${one}`) }))}
        value={outcome}
        onChange={(value) => setOutcome(value === 'updated' ? 'updated' : 'confirmed')}
      />
      <TextInput
        type="date"
        label={t('registers.reviewDay')}
        required
        max={today}
        value={reviewedOn}
        error={fault('reviewedOn')}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Textarea
        label={t('registers.reviewNote')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function RetireDialog({ control, onClose }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const change = useControl(control, onClose);
  return (
    <FormDialog
      title={t('registers.retire')}
      submit={t('registers.retire')}
      grave
      ready={reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'retire', body: { reason } })}
      onClose={onClose}
    >
      <p>{t('registers.retireText', { document: control.document })}</p>
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** Every review that there was, the latest first, and whether it was in time. */
export function ReviewsDialog({ control, onClose }: Props) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { data } = useQuery(registerQueries.control(control.id));
  return (
    <Modal opened onClose={onClose} size={560} title={t('registers.reviews')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p>{control.document}</p>
      {control.retirementReason && <p>{t('registers.retiredWhy', { reason: control.retirementReason })}</p>}
      {!data && <Skeleton height={120} radius={8} role="status" aria-label={t('desk.loading')} />}
      {data?.reviews.length === 0 && <p>{t('registers.noReviews')}</p>}
      <ol className={`${c.answers} num`}>
        {data?.reviews.map(({ id, reviewedOn, dueOn, outcome, note, by }) => (
          <li key={id}>
            <b>
              {date(reviewedOn)} · {t(`registers.review.${outcome}`)}
            </b>
            <p>{note}</p>
            <small className={reviewedOn > dueOn ? c.late : undefined}>
              {`${by.name} · `}
              {t(reviewedOn > dueOn ? 'registers.reviewLate' : 'registers.reviewInTime', { date: date(dueOn) })}
            </small>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
