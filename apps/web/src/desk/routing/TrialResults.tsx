import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import table from '../changes/changes.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './routing.module.css';
import { DRAFT, type Figure, type TriedRule, type TrialResult } from './routing-queries';
import { useFigureWords } from './use-figure-words';

function Headline({ result }: { result: TrialResult }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const words = useFigureWords();
  const facts: [string, string][] = [
    [t('routing.trial.routed'), t('figure.counts', { hits: number(result.routed), n: number(result.tickets) })],
    [t('routing.trial.with'), words(result.withRules)],
    [t('routing.trial.without'), words(result.withoutRules)],
  ];
  return (
    <dl className={c.figures}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is to be thought about: it never holds, or an earlier one takes all its tickets. */
function Verdict({ rule }: { rule: TriedRule }) {
  const { t } = useTexts();
  if (rule.holds === 0) return <small className={c.doubt}>{t('routing.trial.never')}</small>;
  const [shadow] = rule.shadowedBy;
  if (!shadow) return null;
  const word = rule.first === 0 ? 'routing.trial.shadowed' : 'routing.trial.partly';
  return <small className={rule.first === 0 ? c.doubt : undefined}>{t(word, { title: shadow.title, count: shadow.tickets })}</small>;
}

function Differing({ rule }: { rule: TriedRule }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const unread = rule.differing.some(({ number }) => number === null);
  return (
    <>
      <ul className={c.differing}>
        {rule.differing.map(({ number, title, submittedAt, service, institution, ended }, index) => (
          <li key={number ?? index}>
            <span className="num">{date(submittedAt)}</span>
            <span>
              {number ? (
                <Link to="/desk/tickets/$number" params={{ number }}>
                  {number} {title}
                </Link>
              ) : (
                [service?.name, institution.name].filter(Boolean).join(' · ')
              )}
            </span>
            <span>{t('routing.trial.ended', { group: ended?.name ?? '–' })}</span>
          </li>
        ))}
      </ul>
      {unread && <p className={c.hint}>{t('routing.trial.unread')}</p>}
    </>
  );
}

function Agreement({ figure }: { figure: Figure | null }) {
  const words = useFigureWords();
  return <span className="num">{figure ? words(figure) : '–'}</span>;
}

function Row({ rule }: { rule: TriedRule }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const [open, setOpen] = useState(false);
  const count = rule.differing.length;
  return (
    <>
      <tr>
        <th scope="row">
          {rule.title} {rule.key === DRAFT && <em>{t('routing.trial.draft')}</em>}
          <Verdict rule={rule} />
        </th>
        <td className="num" data-label={t('routing.trial.column.first')}>
          {number(rule.first)}
        </td>
        <td data-label={t('routing.trial.column.group')}>{rule.group?.name ?? '–'}</td>
        <td data-label={t('routing.trial.column.agreed')}>
          <Agreement figure={rule.agreement} />
        </td>
        <td data-label={t('routing.trial.column.differs')}>
          {count > 0 ? (
            <button type="button" className={c.title} aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'routing.trial.hide' : 'routing.trial.show', { count })}
            </button>
          ) : (
            '–'
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5}>
            <Differing rule={rule} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What the rules would have done, rule by rule. */
export function TrialResults({ result }: { result: TrialResult }) {
  const { t } = useTexts();
  const columns = ['rule', 'first', 'group', 'agreed', 'differs'] as const;
  return (
    <>
      <Headline result={result} />
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`routing.trial.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rules.map((rule) => (
            <Row key={rule.key} rule={rule} />
          ))}
        </tbody>
      </table>
    </>
  );
}
