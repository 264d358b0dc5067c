import { useTexts } from '../texts';
import c from './board.module.css';
import type { ProcessSummary } from './process-queries';

/** The six conditions as six marks, read aloud as how many of them are met. */
export function Marks({ process: { conditions, stage } }: { process: Pick<ProcessSummary, 'conditions' | 'stage'> }) {
  const { t } = useTexts();
  const met = conditions.filter((one) => one.met).length;
  // Before it counts, what is missing is yet to come; afterwards it is lost.
  const lost = stage === 'at_risk' || stage === 'suspended' || stage === 'implemented';
  return (
    <span className={c.marks} role="img" aria-label={t('processes.marks', { met: String(met), all: String(conditions.length) })}>
      {conditions.map((one) => (
        <i key={one.key} data-met={one.met || undefined} data-lost={(lost && !one.met) || undefined} title={one.text} />
      ))}
    </span>
  );
}
