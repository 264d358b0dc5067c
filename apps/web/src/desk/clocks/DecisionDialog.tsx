import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClockExplanation, Ticket } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { ActionDialog } from '../ticket/dialogs/ActionDialog';
import { Choices } from '../ticket/dialogs/Choices';
import { rigaInstant, rigaWall } from '../ticket/riga-wall';
import css from './decisions.module.css';
import { type Decision, useDecision } from './use-decision';

export type DecisionName = keyof ClockExplanation['decisions'];

interface Fields {
  /** Beginning of the pause that is corrected; empty for one that was forgotten. */
  replaces: string;
  from: string;
  to: string;
  text: string;
  priority: string;
  answer: string | null;
}

function decisionOf(name: DecisionName, fields: Fields): Decision | null {
  const { replaces, from, to, text, priority, answer } = fields;
  const told = text.trim();
  if (name === 'confirmRelaxation') return { verb: 'relaxation-confirmation', done: 'done.relaxation' };
  if (name === 'decideVoid') {
    if (answer === null) return null;
    return answer === 'yes' ? { verb: 'void-confirmation', done: 'done.voided' } : { verb: 'void-refusal', done: 'done.voidRefused' };
  }
  if (told === '') return null;
  const right = priority === '' ? {} : { priority: Number(priority) };
  if (name === 'requestVoid')
    return { verb: 'void-requests', body: { reason: 'wrong_registration', note: told, ...right }, done: 'done.voidRequested' };
  const [start, end] = [rigaInstant(from), rigaInstant(to)];
  if (start === undefined) return null;
  const body = { from: start, reason: told, ...(end ? { to: end } : {}), ...(replaces ? { replaces } : {}) };
  return { verb: 'pause-correction', body, done: 'done.pause' };
}

/** Which pause, and when it really began and ended. */
function PauseFields({ clock, fields, set }: { clock: ClockExplanation; fields: Fields; set: (more: Partial<Fields>) => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const max = rigaWall(useNow());
  const choose = (replaces: string): void => {
    const pause = clock.pauses.find(({ from }) => from === replaces);
    set({ replaces, ...(pause ? { from: rigaWall(pause.from), to: pause.to ? rigaWall(pause.to) : '' } : {}) });
  };
  const lasting = clock.pauses.some(({ from, to }) => from === fields.replaces && to === null);
  const data = [
    ...clock.pauses.map(({ from, to, label }) => ({
      value: from,
      label: `${dateTime(from)} – ${to ? dateTime(to) : t('pause.lasts')}: ${label}`,
    })),
    { value: '', label: t('pause.forgotten') },
  ];
  return (
    <>
      <NativeSelect label={t('pause.which')} data={data} value={fields.replaces} onChange={(event) => choose(event.currentTarget.value)} />
      <div className={css.pair}>
        <TextInput
          type="datetime-local"
          label={t('pause.from')}
          max={max}
          required
          value={fields.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        {!lasting && (
          <TextInput
            type="datetime-local"
            label={t('pause.to')}
            max={max}
            required
            value={fields.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        )}
      </div>
    </>
  );
}

/** One decision about a clock, with what it does said before it is done. */
export function DecisionDialog({
  name,
  ticket,
  clock,
  onClose,
}: {
  name: DecisionName;
  ticket: Ticket;
  clock: ClockExplanation;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const [fields, setFields] = useState<Fields>({ replaces: '', from: '', to: '', text: '', priority: '', answer: null });
  const set = (more: Partial<Fields>): void => setFields((old) => ({ ...old, ...more }));
  const decide = useDecision(ticket, clock);
  const decision = decisionOf(name, fields);
  const writes = name === 'requestVoid' || name === 'correctPause';
  return (
    <ActionDialog
      ticket={ticket}
      title={t(`decision.${name}`)}
      submit={t(`decision.${name}.do`)}
      ready={decision !== null}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => decision && decide.mutate(decision, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={css.explain}>{t(`decision.${name}.explain`)}</p>
      {name === 'decideVoid' && (
        <Choices
          first
          label={clock.voidRequest?.note ?? ''}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            text: t(`decision.void.${value}`),
            detail: t(`decision.void.${value}.detail`),
          }))}
          value={fields.answer}
          onChange={(answer) => set({ answer })}
        />
      )}
      {name === 'requestVoid' && (
        <NativeSelect
          label={t('decision.rightPriority')}
          data={[
            { value: '', label: t('decision.asNow', { priority: String(ticket.priority) }) },
            ...['1', '2', '3', '4', '5'].map((p) => ({ value: p, label: `P${p}` })),
          ]}
          value={fields.priority}
          onChange={(event) => set({ priority: event.currentTarget.value })}
        />
      )}
      {name === 'correctPause' && <PauseFields clock={clock} fields={fields} set={set} />}
      {writes && (
        <Textarea
          label={t(name === 'requestVoid' ? 'decision.whatWasWrong' : 'decision.why')}
          autosize
          minRows={2}
          required
          value={fields.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
    </ActionDialog>
  );
}
