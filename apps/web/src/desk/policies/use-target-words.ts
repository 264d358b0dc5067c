import { duration } from '../../shared/format/numbers';
import { useTexts, type TextKey } from '../texts';
import { type Scope, shared } from './sections';
import type { Step, Target, Terms } from './types';

/** Whom a threshold tells, in one line: `50 % atbildīgais · 75 % arī vadītājs`. */
function stepsText(steps: readonly Step[], say: (step: Step) => string): string {
  const at = [...new Set(steps.map(({ pct }) => pct))].sort((a, b) => a - b);
  return at
    .map(
      (pct) =>
        `${pct} % ${steps
          .filter((step) => step.pct === pct)
          .map(say)
          .join(', ')}`,
    )
    .join(' · ');
}

/** Targets in the words of the page. */
export function useTargetWords() {
  const { t, has } = useTexts();
  const pause = (reason: string): string => (has(`sla.pause.${reason}`) ? t(`sla.pause.${reason}` as TextKey) : reason);
  const step = ({ action, to }: Step): string => t(`sla.action.${action}`) + (to ? ` ${roleOr(to.name)}` : '');
  const roleOr = (name: string): string => (has(`sla.role.${name}`) ? t(`sla.role.${name}` as TextKey) : name);
  const pauses = (reasons: readonly string[]): string => (reasons.length === 0 ? t('sla.pause.none') : reasons.map(pause).join(', '));
  const steps = (all: readonly Step[]): string => (all.length === 0 ? t('sla.steps.none') : stepsText(all, step));
  const thresholds = (all: readonly number[]): string => all.map((pct) => `${pct} %`).join(', ');
  return {
    pause,
    pauses,
    steps,
    step,
    role: roleOr,
    thresholds,
    scope: ({ about, service, institution, party }: Scope): string => {
      const names = [institution?.name, service?.name].filter(Boolean).join(' · ');
      if (about === 'promise') return names || t('sla.scope.general');
      const what = about === 'supplier' ? t('sla.kind.supplier') : `OLA · ${party?.name ?? t('sla.scope.anyGroup')}`;
      return names ? `${what} · ${names}` : what;
    },
    target: (target: Target): string => {
      const names = [target.institution?.name, target.service?.name, target.party?.name].filter(Boolean).join(' · ');
      return `${t(`sla.kind.${target.kind}`)} P${target.priority}, ${names || t('sla.scope.all')}`;
    },
    term: (terms: Terms, term: 'seconds' | 'calendar' | 'pauseReasons' | 'thresholds' | 'steps'): string => {
      if (term === 'seconds') return duration(terms.seconds);
      if (term === 'calendar') return terms.calendar.name;
      if (term === 'pauseReasons') return pauses(terms.pauseReasons);
      return term === 'thresholds' ? thresholds(terms.thresholds) : steps(terms.steps);
    },
    /** What targets have in common, or that they differ. */
    common: (targets: readonly Target[], textOf: (target: Target) => string): string => shared(targets, textOf) ?? t('sla.differs'),
  };
}

export type TargetWords = ReturnType<typeof useTargetWords>;
