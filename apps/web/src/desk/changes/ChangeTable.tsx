import { Link } from '@tanstack/react-router';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import c from './changes.module.css';
import { KindMark } from './KindMark';
import { RiskMark } from './RiskMark';
import type { ChangeSummary } from './types';
import { useWindowWords } from './use-window-words';

function Row({ change }: { change: ChangeSummary }) {
  const { t } = useTexts();
  const { shortRange, outage } = useWindowWords();
  const { window, riskScore, riskLevel } = change;
  return (
    <tr>
      <th scope="row">
        <Link to="/desk/changes/$number" params={{ number: change.number }}>
          {change.title}
        </Link>
        <small className="num">
          {change.number} · {change.service?.name ?? t('changes.noService')}
        </small>
      </th>
      <td data-label={t('changes.column.state')}>
        <StatePill state={change.state} />
      </td>
      <td data-label={t('changes.column.kind')}>
        <KindMark kind={change.kind} />
      </td>
      <td data-label={t('changes.column.risk')} data-empty={riskLevel === null || undefined}>
        {riskLevel && riskScore !== null ? (
          <RiskMark level={riskLevel} score={riskScore} />
        ) : (
          <span className={c.quiet}>{t('changes.noRisk')}</span>
        )}
      </td>
      <td data-label={t('changes.column.window')} data-empty={window === null || undefined} className="num">
        {window ? (
          <div>
            {shortRange(window)}
            <small>{outage(change.outageMinutes)}</small>
          </div>
        ) : (
          <span className={c.quiet}>{t('changes.noWindow')}</span>
        )}
      </td>
      <td data-label={t('changes.column.who')}>
        <div>
          {change.group?.name ?? t('change.field.nobody')}
          {change.assignee && <small>{change.assignee.name}</small>}
        </div>
      </td>
    </tr>
  );
}

/** Changes, one a row; on a phone each is a card of its own. */
export function ChangeTable({ changes }: { changes: readonly ChangeSummary[] }) {
  const { t } = useTexts();
  const heads = ['title', 'state', 'kind', 'risk', 'window', 'who'] as const;
  return (
    <table className={c.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`changes.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.id} change={change} />
        ))}
      </tbody>
    </table>
  );
}
