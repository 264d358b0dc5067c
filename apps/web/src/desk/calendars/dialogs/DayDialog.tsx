import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { Choices } from '../../ticket/dialogs/Choices';
import c from '../../ticket/dialogs/dialogs.module.css';
import type { CalendarDetail, Content, Exception, ExceptionKind, Window } from '../calendar-types';
import { capital, noon, weekdayOfDate } from '../day-words';
import own from '../panels.module.css';
import { useSaveDraft } from '../use-draft-changes';
import { EditDialog } from './EditDialog';
import { WindowsField } from './WindowsField';

const kinds: ExceptionKind[] = ['holiday', 'moved_working_day', 'moved_day_off', 'shortened', 'one_off'];

interface Fields {
  kind: ExceptionKind | null;
  replaces: string;
  windows: Window[];
  nameLv: string;
  nameEn: string;
  source: string;
}

function exceptionOf(date: string, { kind, replaces, windows, nameLv, nameEn, source }: Fields & { kind: ExceptionKind }): Exception {
  return {
    date,
    kind,
    ...(kind === 'moved_working_day' ? { replaces } : {}),
    ...(kind === 'one_off' ? { windows } : {}),
    ...(nameLv ? { nameLv } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(source ? { source } : {}),
  } as Exception;
}

/** A moved working day makes the day that it stands for free, where nothing else is said of that day. */
function withPair(exceptions: readonly Exception[], added: Exception): Exception[] {
  const { replaces, source } = added;
  const others = exceptions.filter(({ date }) => date !== added.date);
  if (added.kind !== 'moved_working_day' || !replaces || others.some(({ date }) => date === replaces)) return [...others, added];
  return [...others, added, { date: replaces, kind: 'moved_day_off', ...(source ? { source } : {}) }];
}

/** What is special about one date of a draft. */
export function DayDialog({
  calendar,
  content,
  date,
  onClose,
}: {
  calendar: CalendarDetail;
  content: Content;
  date: string;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const known = content.exceptions.find((exception) => exception.date === date);
  const [fields, setFields] = useState<Fields>({
    kind: known?.kind ?? null,
    replaces: known?.replaces ?? '',
    windows: known?.windows ?? [],
    nameLv: known?.nameLv ?? '',
    nameEn: known?.nameEn ?? '',
    source: known?.source ?? '',
  });
  const set = (part: Partial<Fields>): void => setFields({ ...fields, ...part });
  const save = useSaveDraft(calendar);
  const { kind } = fields;
  const put = (exceptions: Exception[]): void => save.mutate({ change: { exceptions }, done: 'cal.saved' }, { onSuccess: onClose });
  const text = (name: 'nameLv' | 'nameEn' | 'source') => (
    <TextInput
      label={t(`cal.${name}`)}
      maxLength={200}
      value={fields[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <EditDialog
      title={`${format.date(noon(date))} ${t(`weekday.name.${weekdayOfDate(date)}`)}`}
      submit={t('cal.save')}
      ready={kind !== null && (kind !== 'moved_working_day' || fields.replaces !== '')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => kind && put(withPair(content.exceptions, exceptionOf(date, { ...fields, kind })))}
      onClose={onClose}
      other={
        known && (
          <Button
            mr="auto"
            variant="subtle"
            color="red"
            onClick={() => put(content.exceptions.filter((exception) => exception.date !== date))}
          >
            {t('cal.takeBack')}
          </Button>
        )
      }
    >
      <Choices
        first
        label={t('cal.whatKind')}
        choices={kinds.map((value) => ({ value, text: capital(t(`cal.kind.${value}`)), detail: t(`cal.kindHint.${value}`) }))}
        value={kind}
        onChange={(value) => set({ kind: value as ExceptionKind })}
      />
      {kind === 'moved_working_day' && (
        <TextInput
          type="date"
          label={t('cal.replacesWhich')}
          description={t('cal.replacesHint')}
          required
          value={fields.replaces}
          onChange={(event) => set({ replaces: event.currentTarget.value })}
        />
      )}
      {kind === 'one_off' && (
        <div>
          <p className={own.own}>{t('cal.ownWindows')}</p>
          <WindowsField label={t('cal.ownWindows')} windows={fields.windows} onChange={(windows) => set({ windows })} />
        </div>
      )}
      {kind !== null && (
        <>
          <div className={c.pair}>
            {text('nameLv')}
            {text('nameEn')}
          </div>
          {text('source')}
        </>
      )}
    </EditDialog>
  );
}
