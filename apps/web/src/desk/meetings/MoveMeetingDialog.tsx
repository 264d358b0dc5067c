import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { rigaInstant, rigaWall } from '../ticket/riga-wall';
import { type Meeting, useMeetingEdit } from './meeting-queries';
import c from './meetings.module.css';

/** Another time or place; its members are told. */
export function MoveMeetingDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const edit = useMeetingEdit(meeting.id);
  const [wall, setWall] = useState(rigaWall(meeting.startsAt));
  const [place, setPlace] = useState(meeting.place ?? '');
  const startsAt = rigaInstant(wall);
  const send = (): void => {
    if (startsAt !== undefined) edit.mutate({ startsAt, place: place.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t('meetings.move')} size={520} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={dialogCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{t('meetings.moveHint')}</p>
        <div className={c.two}>
          <TextInput
            type="datetime-local"
            label={t('meetings.column.when')}
            required
            data-autofocus
            value={wall}
            onChange={(event) => setWall(event.currentTarget.value)}
          />
          <TextInput
            label={t('meetings.place')}
            placeholder={t('meetings.placeHint')}
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        </div>
        {edit.error && <p role="alert">{problemText(texts, edit.error)}</p>}
        <div className={dialogCss.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={edit.isPending} disabled={startsAt === undefined}>
            {t('meetings.move')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
