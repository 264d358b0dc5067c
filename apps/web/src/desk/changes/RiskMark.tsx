import { IconAlertTriangleFilled, IconChevronDown, IconMinus, type Icon } from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './marks.module.css';
import type { RiskLevel } from './types';

const signs: Record<RiskLevel, Icon> = { low: IconChevronDown, medium: IconMinus, high: IconAlertTriangleFilled };

/** The risk of a change as sign, word and score. */
export function RiskMark({ level, score }: { level: RiskLevel; score: number }) {
  const { t } = useTexts();
  const Sign = signs[level];
  return (
    <span className={c.risk} data-level={level}>
      <Sign size={13} stroke={2.4} aria-hidden />
      <span className="num">{t(`change.risk.${level}`, { score: String(score) })}</span>
    </span>
  );
}
