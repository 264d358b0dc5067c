import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustments, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { duration } from '../../shared/format/numbers';
import { PriorityBars } from '../marks/PriorityBars';
import { useTexts } from '../texts';
import { type DraftChange, withTerms, withTime } from './draft-changes';
import css from './editor.module.css';
import c from './draft.module.css';
import { readDuration } from './duration-text';
import { kindsOf, priorities, type Section, targetAt } from './sections';
import { TermsDialog } from './TermsDialog';
import type { Calendar, TargetKind } from './types';
import { useTargetWords } from './use-target-words';

interface TimeProps {
  label: string;
  seconds: number | null;
  onChange: (seconds: number | null) => void;
}

/** A length of time as it is typed; what says nothing stays and is marked, an empty field takes the target out. */
function TimeField({ label, seconds, onChange }: TimeProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && readDuration(typed) === null;
  return (
    <TextInput
      size="sm"
      className={css.timeField}
      aria-label={label}
      placeholder="–"
      error={wrong ? t('sla.timeWrong') : null}
      value={typed ?? (seconds === null ? '' : duration(seconds))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = readDuration(text);
        if (read !== null || text.trim() === '') onChange(read);
      }}
      onBlur={() => !wrong && setTyped(null)}
    />
  );
}

interface RowProps {
  section: Section;
  priority: number;
  calendars: Calendar[];
  change: (by: DraftChange) => void;
  onTerms: () => void;
}

function CalendarCell({ section, priority, calendars, change }: Omit<RowProps, 'onTerms'>) {
  const { t } = useTexts();
  const own = section.targets.filter((target) => target.priority === priority);
  const codes = new Set(own.map(({ calendar }) => calendar.code));
  return (
    <NativeSelect
      size="sm"
      aria-label={`${t('sla.calendar')} P${priority}`}
      disabled={own.length === 0}
      value={codes.size === 1 ? own[0]!.calendar.code : ''}
      data={[
        ...(codes.size === 1 ? [] : [{ value: '', label: own.length === 0 ? '–' : t('sla.differs') }]),
        ...calendars.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={(event) => {
        const calendar = calendars.find(({ code }) => code === event.currentTarget.value);
        if (calendar) change(withTerms(section, (target) => target.priority === priority, { calendar }));
      }}
    />
  );
}

function Row({ section, priority, calendars, change, onTerms }: RowProps) {
  const { t } = useTexts();
  const name = (kind: TargetKind): string => `${t(`sla.kind.${kind}`)} P${priority}`;
  return (
    <tr>
      <th scope="row">
        <span className={css.priority}>
          <PriorityBars priority={priority} />P{priority}
        </span>
      </th>
      {kindsOf[section.about].map((kind) => (
        <td key={kind}>
          <TimeField
            label={name(kind)}
            seconds={targetAt(section.targets, kind, priority)?.seconds ?? null}
            onChange={(seconds) => change(withTime(section, kind, priority, seconds, calendars))}
          />
        </td>
      ))}
      <td>
        <CalendarCell section={section} priority={priority} calendars={calendars} change={change} />
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={c.iconButton}
          aria-label={`${t('sla.terms')} P${priority}`}
          title={t('sla.terms')}
          disabled={!section.targets.some((target) => target.priority === priority)}
          onClick={onTerms}
        >
          <IconAdjustments size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}

interface Props {
  section: Section;
  calendars: Calendar[];
  /** Something in it was refused. */
  refused: boolean;
  change: (by: DraftChange) => void;
  /** Null for the general section, which every policy has. */
  onRemove: (() => void) | null;
}

/** The targets of one scope as a table to type into; behind each row what stops the time and who is told. */
export function EditorSection({ section, calendars, refused, change, onRemove }: Props) {
  const { t } = useTexts();
  const words = useTargetWords();
  const [terms, setTerms] = useState<number | null>(null);
  const name = words.scope(section);
  return (
    <section className={css.editorSection} data-refused={refused || undefined} aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          {onRemove && section.about === 'promise' && <p>{t('sla.emptyMeans')}</p>}
        </div>
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" className={c.iconButton} aria-label={t('sla.removeScope', { name })} onClick={onRemove}>
            <IconTrash size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <table className={css.editTable}>
        <thead>
          <tr>
            <th scope="col">{t('sla.priority')}</th>
            {kindsOf[section.about].map((kind) => (
              <th scope="col" key={kind}>
                {t(`sla.kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('sla.calendar')}</th>
            <th scope="col">
              <span className="vh">{t('sla.terms')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <Row
              key={priority}
              section={section}
              priority={priority}
              calendars={calendars}
              change={change}
              onTerms={() => setTerms(priority)}
            />
          ))}
        </tbody>
      </table>
      {terms !== null && <TermsDialog section={section} priority={terms} change={change} onClose={() => setTerms(null)} />}
    </section>
  );
}
