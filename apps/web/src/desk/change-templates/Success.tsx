import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Template } from './template-queries';
import c from './templates.module.css';

/** How the changes from a template ended: the share with its interval where there are enough of them, counts below that. */
export function Success({ template: { success, record } }: { template: Template }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  if (record.finished === 0) return <span className={c.none}>{t('templates.unused')}</span>;
  const rest = (['failed', 'withIssues', 'causedIncident'] as const).filter((what) => record[what] > 0);
  return (
    <div className={c.success}>
      <span className="num">
        {success.value !== null && <b>{percent(success.value)}</b>}
        {success.value !== null && success.low !== null && success.high !== null && (
          <small>
            {' '}
            [{number(success.low, 1)}; {number(success.high, 1)}]
          </small>
        )}
        {success.value === null && <b>{t('templates.ofFinished', { good: number(record.successful), n: number(record.finished) })}</b>}
      </span>
      {success.value !== null && (
        <small>{t('templates.ofFinished', { good: number(record.successful), n: number(record.finished) })}</small>
      )}
      {rest.length > 0 && <small>{rest.map((what) => t(`templates.${what}`, { n: number(record[what]) })).join(' · ')}</small>}
    </div>
  );
}
