import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { Choices } from '../../ticket/dialogs/Choices';
import { changeQueries } from '../change-queries';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** The questionnaire: nothing preselected but what was answered before; the worst answer on each side decides. */
export function RiskDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const { data: questions = [] } = useQuery(changeQueries.riskQuestions());
  const [answers, setAnswers] = useState<Record<string, string>>(change.risk?.answers ?? {});
  const take = useStep(change, { verb: 'risk', done: 'change.doneWord.assessRisk' }, onClose);
  const left = questions.filter(({ code }) => !answers[code]).length;
  const title = t('change.action.assessRisk');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={t('change.save')}
      ready={questions.length > 0 && left === 0}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ answers })}
      onClose={onClose}
      wide
    >
      {(['likelihood', 'impact'] as const).map((side) => (
        <section key={side} className={c.questions} aria-label={t(`change.risk.${side}`)}>
          <h3>{t(`change.risk.${side}`)}</h3>
          {questions
            .filter((question) => question.side === side)
            .map(({ code, text, answers: possible }) => (
              <Choices
                key={code}
                label={text}
                layout="chips"
                choices={possible.map((answer) => ({ value: answer.code, text: answer.text }))}
                value={answers[code] ?? null}
                onChange={(answer) => setAnswers((old) => ({ ...old, [code]: answer }))}
              />
            ))}
        </section>
      ))}
      <p className={c.plain} aria-live="polite">
        {left > 0 ? t('change.risk.answerAll', { count: String(left) }) : t('change.risk.hint')}
      </p>
    </ActionDialog>
  );
}
