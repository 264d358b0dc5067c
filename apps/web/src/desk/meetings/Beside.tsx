import { Button, Checkbox, Modal, Select, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { candidatesQuery, type Meeting, useMeetingEdit, useMeetingStep } from './meeting-queries';
import c from './meetings.module.css';
import { MoveMeetingDialog } from './MoveMeetingDialog';
import { useKeptText } from './use-kept-text';

/** Who is there, and whether that is enough. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const { t } = useTexts();
  const edit = useMeetingEdit(meeting.id);
  const { members, quorate, present, quorum, abilities } = meeting;
  const Sign = quorate ? IconCheck : IconAlertTriangle;
  const words = (is: boolean | null): string => t(is === null ? 'meetings.notNoted' : is ? 'meetings.isPresent' : 'meetings.isAbsent');
  return (
    <section className={c.panel} aria-label={t('meetings.attendance')}>
      <h2>{t('meetings.attendance')}</h2>
      <p className={c.quorum} data-quorate={quorate || undefined} role="status">
        <Sign size={17} aria-hidden />
        {t(quorate ? 'meetings.quorate' : 'meetings.notQuorate', { present: String(present), quorum: String(quorum) })}
      </p>
      <ul className={c.people}>
        {members.map(({ person, present: is }) => (
          <li key={person.id}>
            {abilities.edit ? (
              <Checkbox
                label={person.name}
                aria-label={t('meetings.present', { name: person.name })}
                checked={is === true}
                onChange={(event) => edit.mutate({ attendance: [{ userId: person.id, present: event.currentTarget.checked }] })}
              />
            ) : (
              person.name
            )}
            <small>{words(is)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The minutes, which save themselves while they are written. */
export function Minutes({ meeting }: { meeting: Meeting }) {
  const texts = useTexts();
  const { t } = texts;
  const edit = useMeetingEdit(meeting.id);
  const kept = useKeptText(meeting.minutes ?? '', edit.isPending, (minutes) => edit.mutate({ minutes }));
  const state = edit.isPending ? 'meetings.saving' : kept.dirty ? 'meetings.notSaved' : 'meetings.saved';
  return (
    <section className={c.panel} aria-label={t('meetings.minutes')}>
      <h2>{t('meetings.minutes')}</h2>
      {meeting.abilities.edit ? (
        <>
          <Textarea
            aria-label={t('meetings.minutes')}
            description={t('meetings.minutesHint')}
            autosize
            minRows={6}
            maxLength={20000}
            value={kept.text}
            onChange={(event) => kept.write(event.currentTarget.value)}
            onBlur={kept.leave}
          />
          {kept.text !== '' && !edit.error && <p className={c.quiet}>{t(state)}</p>}
          {edit.error && <p role="alert">{problemText(texts, edit.error)}</p>}
        </>
      ) : (
        <p className={c.minutes}>{meeting.minutes ?? '–'}</p>
      )}
    </section>
  );
}

/** Puts what awaits approval, and is not on it yet, onto the agenda. */
export function AddChange({ meeting }: { meeting: Meeting }) {
  const { t } = useTexts();
  const candidates = useQuery(candidatesQuery);
  const edit = useMeetingEdit(meeting.id);
  const on = meeting.agenda.map(({ changeId }) => changeId);
  const left = (candidates.data?.changes ?? []).filter(({ id }) => !on.includes(id));
  if (left.length === 0) return null;
  return (
    <Select
      label={t('meetings.addChange')}
      searchable
      value={null}
      data={left.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      onChange={(id) => id && edit.mutate({ changeIds: [...on, id] })}
    />
  );
}

/** Begins, closes or cancels the meeting; what is missing for the closing is said beside the button. */
export function Steps({ meeting }: { meeting: Meeting }) {
  const texts = useTexts();
  const { t } = texts;
  const step = useMeetingStep(meeting.id);
  const [asking, setAsking] = useState<'closure' | 'cancellation' | null>(null);
  const [moving, setMoving] = useState(false);
  const { abilities, quorate, minutes } = meeting;
  const lacks = !quorate ? t('meetings.needQuorum') : !minutes ? t('meetings.needMinutes') : null;
  const take = (): void => {
    if (asking) step.mutate(asking, { onSuccess: () => setAsking(null) });
  };
  return (
    <div className={c.steps}>
      {abilities.close && lacks && <span className={c.quiet}>{lacks}</span>}
      {meeting.state === 'planned' && abilities.edit && (
        <Button variant="default" onClick={() => setMoving(true)}>
          {t('meetings.move')}
        </Button>
      )}
      {abilities.cancel && (
        <Button variant="default" onClick={() => setAsking('cancellation')}>
          {t('meetings.cancel')}
        </Button>
      )}
      {abilities.open && (
        <Button loading={step.isPending} onClick={() => step.mutate('opening')}>
          {t('meetings.start')}
        </Button>
      )}
      {abilities.close && (
        <Button disabled={lacks !== null} onClick={() => setAsking('closure')}>
          {t('meetings.close')}
        </Button>
      )}
      {moving && <MoveMeetingDialog meeting={meeting} onClose={() => setMoving(false)} />}
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(null)}
          title={t(asking === 'closure' ? 'meetings.close' : 'meetings.cancel')}
          size={460}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <div className={dialogCss.form}>
            <p>{t(asking === 'closure' ? 'meetings.closeHint' : 'meetings.cancelSure')}</p>
            {step.error && <p role="alert">{problemText(texts, step.error)}</p>}
            <div className={dialogCss.foot}>
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('dialog.back')}
              </Button>
              <Button loading={step.isPending} onClick={take} data-autofocus>
                {t(asking === 'closure' ? 'meetings.close' : 'meetings.cancel')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </div>
  );
}
