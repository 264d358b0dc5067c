import { type SubmitEvent, useRef, useState } from 'react';
import type { Change } from '../../shared/api/api-types';
import { newKey } from '../../shared/api/http';
import { inRiga } from '../../shared/format/riga-time';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { PersonalCodeWarning, TextArea, TextField } from '../components/field';
import { FileDrop } from '../components/file-drop';
import { ProblemNotice } from '../components/notice';
import { askForChange, type Wish } from '../data/change-calls';
import { sendFiles } from '../data/ticket-calls';
import { useDraft } from '../data/use-draft';
import { useNow } from '../data/use-now';
import css from '../pages/new-incident.module.css';
import { Link } from '../router/link';
import { useMe } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import { DraftNotice, ServiceField } from './incident-form';

interface Draft {
  title: string;
  description: string;
  wishedBy: string;
  serviceId: string;
}
type Errors = Partial<Record<'title' | 'description', string>>;

const EMPTY: Draft = { title: '', description: '', wishedBy: '', serviceId: '' };
const LONGEST_TITLE = 200;

function check({ title, description }: Draft, t: PortalTexts['t']): Errors {
  return {
    ...(title.trim() ? {} : { title: t('wish.whatMissing') }),
    ...(description.trim() ? {} : { description: t('wish.moreMissing') }),
  };
}

function toWish({ title, description, wishedBy, serviceId }: Draft): Wish {
  return {
    ...{ title: title.trim(), description: description.trim() },
    ...(wishedBy ? { wishedBy } : {}),
    ...(serviceId ? { serviceId } : {}),
  };
}

interface Sending {
  busy: boolean;
  failure: unknown;
  send: (draft: Draft, files: File[]) => Promise<void>;
}

/** Sends the wish and then its files; one intention keeps one key. */
function useSending(onFiled: Props['onFiled'], onSent: () => void): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [key] = useState(newKey);
  const send = async (draft: Draft, files: File[]): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const change = await askForChange(toWish(draft), key);
      const missing = await sendFiles(change.id, files);
      onSent();
      onFiled(change, missing);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return { busy, failure, send };
}

interface Props {
  onFiled: (change: Change, missing: File[]) => void;
}

/** What should be different, why, and by when; what is written survives a reload. */
export function WishForm({ onFiled }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const today = inRiga(useNow()).date;
  const draft = useDraft<Draft>(`atbalsts-draft-change-${me.id}`, EMPTY);
  const [files, setFiles] = useState<File[]>([]);
  const [errors, setErrors] = useState<Errors>({});
  const sending = useSending(onFiled, draft.clear);
  const form = useRef<HTMLFormElement>(null);
  const { value } = draft;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = check(value, t);
    setErrors(found);
    if (Object.keys(found).length === 0) void sending.send(value, files);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Card className={css.form}>
        {draft.restored && <DraftNotice onDrop={draft.clear} />}
        <div>
          <TextField
            label={t('wish.what')}
            hint={t('wish.whatHint')}
            value={value.title}
            maxLength={LONGEST_TITLE}
            onText={(title) => draft.change({ title })}
            error={errors.title}
            autoFocus
          />
          <PersonalCodeWarning text={value.title} />
        </div>
        <TextArea
          label={t('wish.more')}
          hint={t('wish.moreHint')}
          value={value.description}
          onText={(description) => draft.change({ description })}
          error={errors.description}
        />
        <TextField
          label={t('wish.by')}
          hint={t('wish.byHint')}
          optional
          type="date"
          min={today}
          value={value.wishedBy}
          onText={(wishedBy) => draft.change({ wishedBy })}
        />
        <ServiceField label={t('wish.service')} value={value.serviceId} onText={(serviceId) => draft.change({ serviceId })} />
        <div className={css.files}>
          <p className={css.filesLabel}>
            {t('new.files')} <span>({t('field.optional')})</span>
          </p>
          <FileDrop files={files} onFiles={setFiles} />
        </div>
        <ProblemNotice error={sending.failure} />
        <div className={css.actions}>
          <Button type="submit" look="primary" busy={sending.busy}>
            {t('wish.submit')}
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
