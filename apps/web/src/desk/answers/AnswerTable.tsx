import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import table from '../changes/changes.module.css';
import { useFormat } from '../format';
import { type TextKey, useTexts } from '../texts';
import type { Answer } from './answer-queries';
import c from './answers.module.css';
import { onOneLine } from './use-answer-words';

interface RowProps {
  answer: Answer;
  onEdit: (answer: Answer) => void;
  onRemove: (answer: Answer) => void;
}

function Row({ answer, onEdit, onRemove }: RowProps) {
  const texts = useTexts();
  const { t } = texts;
  const { date } = useFormat();
  const { name, scope, group, textLv, textEn, resolutionCode, updatedAt, updatedBy, mayWrite } = answer;
  const code = resolutionCode ? `resolution.${resolutionCode}` : null;
  return (
    <tr>
      <th scope="row">
        {mayWrite ? (
          <button type="button" className={c.name} onClick={() => onEdit(answer)}>
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        <small className={c.line}>{onOneLine(textLv ?? textEn ?? '')}</small>
      </th>
      <td data-label={t('answers.column.scope')}>{group?.name ?? t(`answers.scope.${scope}`)}</td>
      <td data-label={t('answers.column.languages')}>{[textLv && 'LV', textEn && 'EN'].filter(Boolean).join(', ')}</td>
      <td data-label={t('answers.column.code')}>{code && texts.has(code) ? t(code as TextKey) : (resolutionCode ?? '–')}</td>
      <td data-label={t('answers.column.updated')}>
        <div>
          <span className="num">{date(updatedAt)}</span>
          <small>{updatedBy.name}</small>
        </div>
      </td>
      <td className={c.act}>
        {mayWrite && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('answers.remove')}: ${name}`}
            title={t('answers.remove')}
            onClick={() => onRemove(answer)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

/** Answers, one a row; on a phone each is a card of its own. */
export function AnswerTable({ answers, ...acts }: Omit<RowProps, 'answer'> & { answers: readonly Answer[] }) {
  const { t } = useTexts();
  const heads = ['name', 'scope', 'languages', 'code', 'updated'] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`answers.column.${head}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <Row key={answer.id} answer={answer} {...acts} />
        ))}
      </tbody>
    </table>
  );
}
