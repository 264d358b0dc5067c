import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { AnswerWords, Question } from '../../survey/survey-types';
import { useTexts } from '../texts';
import { ConditionField } from './ConditionField';
import { type QuestionType, withType } from './edit-definition';
import { OptionList } from './OptionList';
import c from './surveys.module.css';
import { WordsFields } from './WordsFields';

const TYPES: readonly QuestionType[] = ['scale5', 'yes_no', 'single', 'multiple', 'matrix', 'text'];
const SCALES = ['satisfaction', 'ease', 'extent', 'rating'] as const;

export interface QuestionFieldsProps {
  question: Question;
  earlier: readonly Question[];
  words: AnswerWords;
  headline: boolean;
  at: string;
  errorAt: (pointer: string) => string | undefined;
  onQuestion: (question: Question) => void;
  onHeadline: () => void;
}

/** What the type of a question needs beside its text. */
function TypeFields({ question, headline, onQuestion }: QuestionFieldsProps) {
  const { t } = useTexts();
  const { type, scale, max, maxLength, options } = question;
  return (
    <div className={c.row}>
      <Select
        label={t('builder.type')}
        allowDeselect={false}
        disabled={headline}
        data={TYPES.map((value) => ({ value, label: t(`builder.type.${value}`) }))}
        value={type}
        onChange={(value) => value && onQuestion(withType(question, value))}
      />
      {scale && (
        <Select
          label={t('builder.scale')}
          allowDeselect={false}
          data={SCALES.map((value) => ({ value, label: t(`builder.scale.${value}`) }))}
          value={scale}
          onChange={(value) => value && onQuestion({ ...question, scale: value })}
        />
      )}
      {type === 'multiple' && (
        <NumberInput
          label={t('builder.max')}
          min={1}
          max={options?.length ?? 1}
          clampBehavior="strict"
          value={max ?? 1}
          onChange={(value) => onQuestion({ ...question, max: Number(value) || 1 })}
        />
      )}
      {type === 'text' && (
        <NumberInput
          label={t('builder.maxLength')}
          min={1}
          max={4000}
          clampBehavior="strict"
          value={maxLength ?? 1}
          onChange={(value) => onQuestion({ ...question, maxLength: Number(value) || 1 })}
        />
      )}
    </div>
  );
}

/** Everything about one question. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { question, headline, at, errorAt, onQuestion, onHeadline } = props;
  const { t } = useTexts();
  const { help, ...withoutHelp } = question;
  return (
    <div className={c.fields}>
      <WordsFields
        label={t('builder.text')}
        words={question.text}
        at={`${at}/text`}
        errorAt={errorAt}
        onWords={(text) => onQuestion({ ...question, text })}
      />
      <WordsFields
        label={t('builder.help')}
        words={help ?? { lv: '', en: '' }}
        at={`${at}/help`}
        errorAt={errorAt}
        onWords={(words) => onQuestion(words.lv === '' && words.en === '' ? withoutHelp : { ...question, help: words })}
      />
      <TypeFields {...props} />
      {question.options && (
        <OptionList
          kind="options"
          items={question.options}
          at={`${at}/options`}
          errorAt={errorAt}
          onItems={(options) =>
            onQuestion({ ...question, options, ...(question.max ? { max: Math.min(question.max, options.length) } : {}) })
          }
        />
      )}
      {question.rows && (
        <OptionList
          kind="rows"
          items={question.rows}
          at={`${at}/rows`}
          errorAt={errorAt}
          onItems={(rows) => onQuestion({ ...question, rows })}
        />
      )}
      <div className={c.checks}>
        <Checkbox
          label={t('builder.required')}
          checked={question.required}
          onChange={(event) => onQuestion({ ...question, required: event.currentTarget.checked })}
        />
        {question.cannotJudge !== undefined && (
          <Checkbox
            label={t('builder.cannotJudge')}
            checked={question.cannotJudge}
            onChange={(event) => onQuestion({ ...question, cannotJudge: event.currentTarget.checked })}
          />
        )}
        {question.type === 'scale5' && (
          <Checkbox
            label={t('builder.makeHeadline')}
            description={headline ? t('builder.headlineHint') : undefined}
            checked={headline}
            disabled={headline || question.showIf !== undefined}
            onChange={onHeadline}
          />
        )}
      </div>
      {!headline && <ConditionField {...props} />}
    </div>
  );
}
