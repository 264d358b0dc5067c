import { useTexts } from '../../texts';
import c from '../parts.module.css';
import type { ChangeRisk, RiskLevel } from '../types';

const levelOf = (score: number): RiskLevel => (score <= 2 ? 'low' : score <= 4 ? 'medium' : 'high');
const grades = [1, 2, 3] as const;

/** Likelihood upward, impact to the right; the change's own cell is filled. */
export function RiskMatrix({ risk }: { risk: ChangeRisk }) {
  const { t } = useTexts();
  const { likelihood, impact, score, level } = risk;
  const sum = t('change.risk.sum', {
    likelihood: String(likelihood),
    impact: String(impact),
    score: String(score),
    level: t(`change.level.${level}`),
  });
  return (
    <div className={`${c.matrix} num`} role="img" aria-label={t('change.risk.matrix', { sum })}>
      {[...grades].reverse().map((row) =>
        grades.map((column) => (
          <i key={`${row}${column}`} data-level={levelOf(row * column)} data-here={(row === likelihood && column === impact) || undefined}>
            {row * column}
          </i>
        )),
      )}
      <small data-axis="y">{t('change.risk.likelihood')}</small>
      <small data-axis="x">{t('change.risk.impact')}</small>
    </div>
  );
}
