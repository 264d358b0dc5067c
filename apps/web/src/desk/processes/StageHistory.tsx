import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './page.module.css';
import type { Process } from './process-queries';
import { StageMark } from './StageMark';
import { useCause } from './use-cause';

/** The stages that it went through, the latest first, each with why where the system moved it. */
export function StageHistory({ process }: { process: Process }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const id = useId();
  const why = useCause();
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('processes.history')}</h2>
      </header>
      <ol className={`${c.history} num`}>
        {process.stages.toReversed().map(({ stage, since, cause }) => (
          <li key={since}>
            <StageMark stage={stage} />
            <span>{date(since)}</span>
            {cause !== null && <small>{t('processes.because', { why: why(cause) })}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
