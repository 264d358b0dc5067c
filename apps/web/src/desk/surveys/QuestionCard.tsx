import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconCopy, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTexts } from '../texts';
import { QuestionFields, type QuestionFieldsProps } from './QuestionFields';
import c from './surveys.module.css';

interface Props extends QuestionFieldsProps {
  number: number;
  last: boolean;
  open: boolean;
  /** How many places of it were refused. */
  faults: number;
  mayEdit: boolean;
  onToggle: () => void;
  onMove: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One question of the list; opened, all of its fields. */
export function QuestionCard({ number, last, open, faults, mayEdit, onToggle, onMove, onDuplicate, onRemove, ...fields }: Props) {
  const { t, locale } = useTexts();
  const id = useId();
  const { question, headline } = fields;
  const title = question.text[locale] || t('builder.untitled');
  return (
    <li className={c.question} data-open={open || undefined}>
      <div className={c.questionHead}>
        <button type="button" className={c.toggle} aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <span className={`${c.number} num`}>{number}</span>
          <span className={c.questionText}>
            {title}
            <small>
              {t(`builder.type.${question.type}`)}
              {question.showIf && ` · ${t('builder.conditional')}`}
            </small>
          </span>
          {headline && <span className={c.mark}>{t('builder.headline')}</span>}
          {faults > 0 && <span className={c.fault}>{t('builder.faults', { count: faults })}</span>}
          <IconChevronDown size={18} className={c.chevron} aria-hidden />
        </button>
        {mayEdit && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={number === 1}
              aria-label={t('builder.up', { question: title })}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={17} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={last}
              aria-label={t('builder.down', { question: title })}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={17} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      {open && (
        <div id={id} className={c.questionBody}>
          <fieldset className={c.plain} disabled={!mayEdit}>
            <QuestionFields {...fields} />
          </fieldset>
          {mayEdit && (
            <div className={c.acts}>
              <Button variant="default" size="xs" leftSection={<IconCopy size={15} aria-hidden />} onClick={onDuplicate}>
                {t('builder.duplicate')}
              </Button>
              <Button variant="default" size="xs" leftSection={<IconTrash size={15} aria-hidden />} disabled={headline} onClick={onRemove}>
                {t('builder.remove')}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
