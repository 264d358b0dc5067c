import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { Choices } from './dialogs/Choices';
import c from './major-log.module.css';
import { ProblemNote } from './ProblemNote';
import { type Communication, togetherQueries } from './together-queries';

const audiences = ['users', 'management', 'staff', 'suppliers'] as const;
const channels = ['phone', 'email', 'message', 'meeting', 'announcement'] as const;

function Entry({ entry }: { entry: Communication }) {
  const { t } = useTexts();
  const { short, dateTime } = useFormat();
  const now = useNow();
  return (
    <li>
      <p>
        <time dateTime={entry.at} title={dateTime(entry.at)} className="num">
          {short(entry.at, now)}
        </time>
        <b>{t(`major.audience.${entry.audience}`)}</b>
        <span>
          {t(`major.channel.${entry.channel}`)} · {entry.by.name}
        </span>
      </p>
      <p>{entry.body}</p>
    </li>
  );
}

function NewEntry({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [audience, setAudience] = useState<(typeof audiences)[number] | null>(null);
  const [channel, setChannel] = useState<(typeof channels)[number] | null>(null);
  const [body, setBody] = useState('');
  const add = useMutation({
    mutationFn: (entry: { audience: (typeof audiences)[number]; channel: (typeof channels)[number]; body: string }) =>
      bodyOf(api.POST('/api/v1/incidents/{id}/communications', { params: { path: { id: ticket.id } }, body: entry })),
    onSuccess: ({ items }) => {
      client.setQueryData(togetherQueries.communications(ticket.id).queryKey, items);
      void client.invalidateQueries({ queryKey: ['history', ticket.id] });
      onClose();
    },
  });
  const text = body.trim();
  return (
    <form
      className={c.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (audience && channel && text) add.mutate({ audience, channel, body: text });
      }}
    >
      <Choices
        label={t('major.audience')}
        layout="chips"
        choices={audiences.map((value) => ({ value, text: t(`major.audience.${value}`) }))}
        value={audience}
        onChange={(value) => setAudience(value as (typeof audiences)[number])}
      />
      <Choices
        label={t('major.channel')}
        layout="chips"
        choices={channels.map((value) => ({ value, text: t(`major.channel.${value}`) }))}
        value={channel}
        onChange={(value) => setChannel(value as (typeof channels)[number])}
      />
      <Textarea
        label={t('major.said')}
        autosize
        minRows={2}
        required
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {add.error && <ProblemNote error={add.error} />}
      <div className={c.foot}>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t('dialog.back')}
        </Button>
        <Button type="submit" size="compact-sm" loading={add.isPending} disabled={!audience || !channel || !text}>
          {t('major.enter')}
        </Button>
      </div>
    </form>
  );
}

/** What was told of a ticket that concerns many; null where nobody has to be told. */
export function useCommunications(ticket: Ticket): readonly Communication[] | null {
  const concerns = ticket.abilities.noteInternal && (ticket.major === 'declared' || ticket.priority === 1);
  const { data = [] } = useQuery({ ...togetherQueries.communications(ticket.id), enabled: concerns });
  return concerns ? data : null;
}

/** Who was told what of a major incident, and how; each entry puts off the half-hourly reminder. */
export function MajorLog({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const entries = useCommunications(ticket);
  const [adding, setAdding] = useState(false);
  if (entries === null) return null;
  return (
    <section className={c.log} aria-label={t('major.log')}>
      <header>
        <h3>{t('major.log')}</h3>
        {!adding && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('major.add')}
          </Button>
        )}
      </header>
      {adding && <NewEntry ticket={ticket} onClose={() => setAdding(false)} />}
      {entries.length === 0 && !adding ? <p className={c.none}>{t('major.none')}</p> : null}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
