import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import type { Question } from '../../survey/survey-types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { freshKey, moved, newQuestion, soundConditions } from './edit-definition';
import { PhonePreview } from './PhonePreview';
import { QuestionCard } from './QuestionCard';
import type { SurveyVersion } from './survey-queries';
import c from './surveys.module.css';
import { useEdited } from './use-edited';
import { WordsFields } from './WordsFields';

type Editing = ReturnType<typeof useEdited>;

/** Whether everything is saved; the button to save, and what stood in its way. */
function SaveBar({ version, editing }: { version: SurveyVersion; editing: Editing }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { dirty, discard, save, faults } = editing;
  const who = version.savedBy ? t('builder.by', { name: version.savedBy.name }) : '';
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const known = stale || faults.length > 0;
  return (
    <div className={c.save}>
      <p role="status">{t(dirty ? 'builder.unsaved' : 'builder.saved', { when: dateTime(version.savedAt), who })}</p>
      {dirty && (
        <Button variant="default" onClick={discard}>
          {t('builder.discard')}
        </Button>
      )}
      <Button disabled={!dirty} loading={save.isPending} onClick={() => save.mutate()}>
        {t('builder.save')}
      </Button>
      {known && (
        <p className={c.refused} role="alert">
          {stale ? t('builder.moved') : t('builder.refused', { count: faults.length })}
        </p>
      )}
      {save.error && !known && <ProblemNote error={save.error} />}
    </div>
  );
}

function QuestionList({
  version,
  editing,
  errorAt,
}: {
  version: SurveyVersion;
  editing: Editing;
  errorAt: (pointer: string) => string | undefined;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const { edited, change, faults } = editing;
  const { questions, headline } = edited.definition;
  const keys = questions.map(({ key }) => key);
  const put = (next: readonly Question[]): void => change({ questions: soundConditions(next) });
  const insert = (at: number, question: Question): void => {
    put([...questions.slice(0, at), question, ...questions.slice(at)]);
    setOpen(question.key);
  };
  return (
    <section className={c.card}>
      <header>
        <h2>{t('builder.questions', { count: questions.length })}</h2>
      </header>
      <ol className={c.list}>
        {questions.map((question, i) => {
          const at = `/definition/questions/${i}`;
          return (
            <QuestionCard
              key={question.key}
              {...{ question, at, errorAt, number: i + 1, words: version.words, mayEdit: version.abilities.edit }}
              last={i === questions.length - 1}
              open={open === question.key}
              faults={faults.filter(({ pointer }) => pointer.startsWith(`${at}/`)).length}
              earlier={questions.slice(0, i)}
              headline={headline === question.key}
              onToggle={() => setOpen(open === question.key ? null : question.key)}
              onQuestion={(next) => put(questions.map((one, n) => (n === i ? next : one)))}
              onHeadline={() => change({ headline: question.key })}
              onMove={(by) => put(moved(questions, i, by))}
              onDuplicate={() => insert(i + 1, { ...question, key: freshKey('question', keys) })}
              onRemove={() => put(questions.filter((_, n) => n !== i))}
            />
          );
        })}
      </ol>
      {version.abilities.edit && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => insert(questions.length, newQuestion(keys))}
        >
          {t('builder.add')}
        </Button>
      )}
    </section>
  );
}

/** A version: its texts and questions in both languages on the left, the respondent's phone on the right. */
export function SurveyEditor({ version }: { version: SurveyVersion }) {
  const { t } = useTexts();
  const editing = useEdited(version);
  const { edited, put, change, faults } = editing;
  const { definition } = edited;
  const mayEdit = version.abilities.edit;
  const errorAt = (pointer: string): string | undefined => faults.find((fault) => fault.pointer === pointer)?.detail;
  const why = version.frozenAt !== null ? 'builder.frozen' : 'builder.readOnly';
  return (
    <div className={c.columns}>
      <div className={c.main}>
        {mayEdit ? <SaveBar version={version} editing={editing} /> : <p className={c.note}>{t(why)}</p>}
        <section className={c.card}>
          <header>
            <h2>{t('builder.texts')}</h2>
          </header>
          <fieldset className={c.plain} disabled={!mayEdit}>
            <WordsFields
              label={t('builder.name')}
              words={edited.title}
              at="/title"
              errorAt={errorAt}
              onWords={(title) => put({ ...edited, title })}
            />
            {(['intro', 'thanks'] as const).map((part) => (
              <WordsFields
                key={part}
                label={t(`builder.${part}`)}
                words={definition[part]}
                at={`/definition/${part}`}
                errorAt={errorAt}
                onWords={(words) => change({ [part]: words })}
              />
            ))}
          </fieldset>
        </section>
        <QuestionList version={version} editing={editing} errorAt={errorAt} />
      </div>
      <PhonePreview edited={edited} words={version.words} />
    </div>
  );
}
