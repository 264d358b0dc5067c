import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { ChangeAction } from '../change-actions';
import { changeQueries } from '../change-queries';
import form from '../form.module.css';
import parts from '../parts.module.css';
import type { Change, ChangeRisk } from '../types';
import { RiskMatrix } from './RiskMatrix';
import { Missing, SectionFrame } from './SectionFrame';

function Answers({ risk }: { risk: ChangeRisk }) {
  const { t } = useTexts();
  const { data: questions = [] } = useQuery(changeQueries.riskQuestions());
  return (
    <details className={parts.answers}>
      <summary>{t('change.risk.answers')}</summary>
      <dl>
        {questions.map(({ code, text, answers }) => (
          <div key={code}>
            <dt>{text}</dt>
            <dd>{answers.find((answer) => answer.code === risk.answers[code])?.text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** How likely it goes wrong, whom that would hit, and who decides because of it. */
export function RiskSection({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  const { risk, abilities, kind, effortHours, costEuro } = change;
  const assess = abilities.scoreRisk ? () => act('assessRisk') : undefined;
  const by =
    risk?.assessedBy && risk.assessedAt ? t('change.risk.by', { name: risk.assessedBy.name, at: dayMonth(risk.assessedAt) }) : null;
  return (
    <SectionFrame name="risk" aside={by} onEdit={assess} editLabel={t(risk ? 'change.risk.again' : 'change.risk.assess')}>
      {risk ? (
        <div className={parts.risk}>
          <RiskMatrix risk={risk} />
          <div>
            <p>
              <b>
                {t('change.risk.sum', {
                  likelihood: String(risk.likelihood),
                  impact: String(risk.impact),
                  score: String(risk.score),
                  level: t(`change.level.${risk.level}`),
                })}
              </b>
            </p>
            {kind !== 'standard' && <p>{t(`change.risk.decides.${risk.level}`)}</p>}
            {risk.level === 'high' && (effortHours === null || costEuro === null) && (
              <p className={form.warn}>{t('change.estimateNeeded')}</p>
            )}
            <Answers risk={risk} />
          </div>
        </div>
      ) : (
        <Missing>{t('change.risk.none')}</Missing>
      )}
    </SectionFrame>
  );
}
