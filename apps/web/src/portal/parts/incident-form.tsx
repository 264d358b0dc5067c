import { type SubmitEvent, useRef, useState } from 'react';
import type { Level, NewIncident, Ticket } from '../../shared/api/api-types';
import { newKey } from '../../shared/api/http';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { Choice } from '../components/choice';
import { PersonalCodeWarning, TextArea, TextField } from '../components/field';
import { FileDrop } from '../components/file-drop';
import { Notice, ProblemNotice } from '../components/notice';
import { SelectField } from '../components/select-field';
import { ownDevices, sendFiles, services, submitIncident } from '../data/ticket-calls';
import { useDraft } from '../data/use-draft';
import { useResource } from '../data/use-resource';
import { Link } from '../router/link';
import { useMe } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import css from '../pages/new-incident.module.css';
import { HelpNow } from './desk-hours';
import { KnownDisruptions } from './disruptions';
import { KnownErrors } from './known-errors';
import { SimilarTickets } from './similar-tickets';

interface Draft {
  title: string;
  description: string;
  serviceId: string;
  deviceId: string;
  impact: Level | null;
  urgency: Level | null;
}
type Errors = Partial<Record<'title' | 'description' | 'impact' | 'urgency', string>>;

const EMPTY: Draft = { title: '', description: '', serviceId: '', deviceId: '', impact: null, urgency: null };
const LONGEST_TITLE = 200;

function check(draft: Draft, t: PortalTexts['t']): Errors {
  const errors: Errors = {};
  if (!draft.title.trim()) errors.title = t('new.whatMissing');
  if (!draft.description.trim()) errors.description = t('new.moreMissing');
  if (draft.impact === null) errors.impact = t('new.whoMissing');
  if (draft.urgency === null) errors.urgency = t('new.workMissing');
  return errors;
}

function toRequest(draft: Draft): NewIncident {
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    ...(draft.serviceId ? { serviceId: draft.serviceId } : {}),
    ...(draft.deviceId ? { configurationItemId: draft.deviceId } : {}),
    ...(draft.impact ? { impact: draft.impact } : {}),
    ...(draft.urgency ? { urgency: draft.urgency } : {}),
  };
}

/** Which service it is about, of those offered to the person's institution. */
export function ServiceField({ label, value, onText }: { label: string; value: string; onText: (value: string) => void }) {
  const { t } = useTexts();
  const offered = useResource('services', services);
  if (offered.data?.length === 0 || offered.error) return null;
  const options = (offered.data ?? []).map((service) => ({ value: service.id, label: service.name }));
  return <SelectField label={label} optional value={value} empty={t('new.serviceUnknown')} options={options} onText={onText} />;
}

/** Which of one's own devices it is about; nothing is asked of who has none. */
function DeviceField({ value, onText }: { value: string; onText: (value: string) => void }) {
  const { t } = useTexts();
  const { data } = useResource('devices', ownDevices);
  const devices = data ?? [];
  if (devices.length === 0) return null;
  const options = devices.map(({ id, name, tag }) => ({ value: id, label: `${name} (${tag})` }));
  return <SelectField label={t('new.device')} optional value={value} empty={t('new.deviceUnknown')} options={options} onText={onText} />;
}

/** The two plain questions that decide how soon we promise to help (DOMAIN 4.1); nothing is chosen beforehand. */
function Questions({ draft, errors, change }: { draft: Draft; errors: Errors; change: (part: Partial<Draft>) => void }) {
  const { t } = useTexts();
  return (
    <>
      <Choice<Level>
        legend={t('new.who')}
        value={draft.impact}
        error={errors.impact ?? null}
        onChoose={(impact) => change({ impact })}
        options={[
          { value: 3, label: t('new.whoMe') },
          { value: 2, label: t('new.whoUnit') },
          { value: 1, label: t('new.whoMany') },
        ]}
      />
      <Choice<Level>
        legend={t('new.work')}
        value={draft.urgency}
        error={errors.urgency ?? null}
        onChoose={(urgency) => change({ urgency })}
        options={[
          { value: 1, label: t('new.workStopped'), hint: t('new.workStoppedHint') },
          { value: 2, label: t('new.workHindered'), hint: t('new.workHinderedHint') },
          { value: 3, label: t('new.workWaits'), hint: t('new.workWaitsHint') },
        ]}
      />
    </>
  );
}

interface Props {
  title: string;
  onFiled: (ticket: Ticket, missing: File[]) => void;
}

/** The form of a new incident; what is written survives a reload. */
export function IncidentForm({ title, onFiled }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const draft = useDraft<Draft>(`atbalsts-draft-incident-${me.id}`, EMPTY);
  const value = draft.value.title || !title ? draft.value : { ...draft.value, title };
  const [files, setFiles] = useState<File[]>([]);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found = check(value, t);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    try {
      const ticket = await submitIncident(toRequest(value), key);
      const missing = await sendFiles(ticket.id, files);
      draft.clear();
      onFiled(ticket, missing);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Card className={css.form}>
        {draft.restored && <DraftNotice onDrop={draft.clear} />}
        <div>
          <TextField
            label={t('new.what')}
            hint={t('new.whatHint')}
            value={value.title}
            maxLength={LONGEST_TITLE}
            onText={(text) => draft.change({ title: text })}
            error={errors.title}
            autoFocus={!value.title}
          />
          <PersonalCodeWarning text={value.title} />
          <KnownDisruptions words={`${value.title} ${value.description}`} serviceId={value.serviceId} />
          <KnownErrors words={`${value.title} ${value.description}`} serviceId={value.serviceId} />
          <SimilarTickets title={value.title} serviceId={value.serviceId} />
        </div>
        <TextArea
          label={t('new.more')}
          hint={t('new.moreHint')}
          value={value.description}
          onText={(text) => draft.change({ description: text })}
          error={errors.description}
          autoFocus={Boolean(value.title) && !value.description}
        />
        <Questions draft={value} errors={errors} change={draft.change} />
        <HelpNow stopped={value.urgency === 1} />
        <ServiceField label={t('new.service')} value={value.serviceId} onText={(serviceId) => draft.change({ serviceId })} />
        <DeviceField value={value.deviceId ?? ''} onText={(deviceId) => draft.change({ deviceId })} />
        <div className={css.files}>
          <p className={css.filesLabel}>
            {t('new.files')} <span>({t('field.optional')})</span>
          </p>
          <FileDrop files={files} onFiles={setFiles} />
        </div>
        <ProblemNotice error={failure} />
        <div className={css.actions}>
          <Button type="submit" look="primary" busy={busy}>
            {t('new.submit')}
          </Button>
          <Link className={buttonClass('quiet')} to="/">
            {t('new.leave')}
          </Link>
        </div>
        <p className={css.fine}>{t('signIn.classified')}</p>
      </Card>
    </form>
  );
}

/** What was found written earlier, with a way to begin anew. */
export function DraftNotice({ onDrop }: { onDrop: () => void }) {
  const { t } = useTexts();
  return (
    <Notice kind="info">
      <div className={css.draft}>
        <span>{t('new.draft')}</span>
        <button type="button" className={css.drop} onClick={onDrop}>
          {t('new.draftDrop')}
        </button>
      </div>
    </Notice>
  );
}
