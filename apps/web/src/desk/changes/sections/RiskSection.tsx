import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import form from '../form.module.css';
import parts from '../parts.module.css';
import type { Change } from '../types';
import { RiskMatrix } from './RiskMatrix';
import { Missing, SectionFrame } from './SectionFrame';

/** How likely it goes wrong, whom that would hit, and who decides because of it. */
export function RiskSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  const { risk, kind, effortHours, costEuro } = change;
  const by =
    risk?.assessedBy && risk.assessedAt ? t('change.risk.by', { name: risk.assessedBy.name, at: dayMonth(risk.assessedAt) }) : null;
  return (
    <SectionFrame name="risk" aside={by}>
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
          </div>
        </div>
      ) : (
        <Missing>{t('change.risk.none')}</Missing>
      )}
    </SectionFrame>
  );
}
