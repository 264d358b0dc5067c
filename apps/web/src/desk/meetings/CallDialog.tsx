import { Button, Checkbox, Modal, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { rigaInstant } from '../ticket/riga-wall';
import { candidatesQuery, useCalling } from './meeting-queries';
import c from './meetings.module.css';

interface Choice {
  id: string;
  label: string;
}

/** Some of a list, each with a box. */
function Choices({
  legend,
  choices,
  chosen,
  none,
  onChange,
}: {
  legend: string;
  choices: Choice[];
  chosen: string[];
  none: string;
  onChange: (ids: string[]) => void;
}) {
  return (
    <Checkbox.Group label={legend} value={chosen} onChange={onChange}>
      <div className={c.choices}>
        {choices.map(({ id, label }) => (
          <Checkbox key={id} value={id} label={label} />
        ))}
        {choices.length === 0 && <p>{none}</p>}
      </div>
    </Checkbox.Group>
  );
}

/** Calls a meeting: everybody of the board and everything that awaits stands on it until it is taken off. */
export function CallDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const candidates = useQuery(candidatesQuery);
  const calling = useCalling();
  const people = candidates.data?.people ?? [];
  const changes = candidates.data?.changes ?? [];
  const [title, setTitle] = useState(t('meetings.nameDefault'));
  const [wall, setWall] = useState('');
  const [place, setPlace] = useState('');
  const [members, setMembers] = useState<string[] | null>(null);
  const [agenda, setAgenda] = useState<string[] | null>(null);
  const [quorum, setQuorum] = useState<number | null>(null);
  const memberIds = members ?? people.map(({ id }) => id);
  const needed = quorum ?? Math.floor(memberIds.length / 2) + 1;
  const startsAt = rigaInstant(wall);
  const ready = title.trim() !== '' && startsAt !== undefined && memberIds.length > 0;
  const send = (): void => {
    if (!ready || calling.isPending) return;
    const changeIds = agenda ?? changes.map(({ id }) => id);
    calling.mutate(
      { title: title.trim(), startsAt, memberIds, quorum: needed, changeIds, ...(place.trim() ? { place: place.trim() } : {}) },
      { onSuccess: ({ id }) => void navigate({ to: '/desk/meetings/$id', params: { id } }) },
    );
  };
  const error = candidates.error ?? calling.error;
  return (
    <Modal opened onClose={onClose} title={t('meetings.call')} size={640} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={dialogCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput
          label={t('meetings.name')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
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
        <Choices
          legend={t('meetings.members')}
          choices={people.map(({ id, name }) => ({ id, label: name }))}
          chosen={memberIds}
          none={t('meetings.noPeople')}
          onChange={setMembers}
        />
        <NumberInput
          label={t('meetings.quorum')}
          description={t('meetings.quorumHint')}
          min={1}
          max={Math.max(memberIds.length, 1)}
          w={160}
          value={needed}
          onChange={(value) => setQuorum(typeof value === 'number' ? value : null)}
        />
        <Choices
          legend={t('meetings.agenda')}
          choices={changes.map(({ id, number, title: name }) => ({ id, label: `${number} ${name}` }))}
          chosen={agenda ?? changes.map(({ id }) => id)}
          none={t('meetings.noCandidates')}
          onChange={setAgenda}
        />
        {error && <p role="alert">{problemText(texts, error)}</p>}
        <div className={dialogCss.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={calling.isPending} disabled={!ready}>
            {t('meetings.call')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
