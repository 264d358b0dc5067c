import { MultiSelect, Select } from '@mantine/core';
import { choicesOf } from '../../survey/flow';
import type { AnswerWords, Question } from '../../survey/survey-types';
import { useTexts } from '../texts';
import { conditionValues } from './edit-definition';
import c from './surveys.module.css';

interface Props {
  question: Question;
  earlier: readonly Question[];
  words: AnswerWords;
  at: string;
  errorAt: (pointer: string) => string | undefined;
  onQuestion: (question: Question) => void;
}

/** When a question is shown: always, or after certain answers to an earlier one. */
export function ConditionField({ question, earlier, words, at, errorAt, onQuestion }: Props) {
  const { t, locale } = useTexts();
  const { showIf, ...rest } = question;
  const possible = earlier.filter((one) => conditionValues(one).length > 0);
  if (possible.length === 0) return null;
  const named = possible.find(({ key }) => key === showIf?.question);
  return (
    <div className={c.condition}>
      <Select
        label={t('builder.condition')}
        placeholder={t('builder.always')}
        clearable
        data={possible.map(({ key, text }) => ({ value: key, label: text[locale] || t('builder.untitled') }))}
        value={showIf?.question ?? null}
        error={errorAt(`${at}/showIf/question`)}
        onChange={(key) => {
          const next = possible.find((one) => one.key === key);
          onQuestion(next ? { ...rest, showIf: { question: next.key, anyOf: conditionValues(next).slice(0, 1) } } : rest);
        }}
      />
      {showIf && named && (
        <MultiSelect
          label={t('builder.anyOf')}
          data={choicesOf(named, words).map(({ value, text }) => ({ value, label: text[locale] || value }))}
          value={showIf.anyOf}
          error={errorAt(`${at}/showIf/anyOf`)}
          onChange={(anyOf) => anyOf.length > 0 && onQuestion({ ...rest, showIf: { question: named.key, anyOf } })}
        />
      )}
    </div>
  );
}
