import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import d from '../../changes/form.module.css';
import { useFormat } from '../../format';
import { StatePill } from '../../marks/StatePill';
import { useTexts } from '../../texts';
import { isOffered, type ProblemAction } from '../problem-actions';
import c from '../problems.module.css';
import type { Fix, Problem } from '../types';
import { Missing, Section } from './Section';

function FixRow({ fix }: { fix: Fix }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { change, outcome, endedAt, spent } = fix;
  const told = outcome && `${t(`problem.outcome.${outcome}`)}${endedAt ? `, ${date(endedAt)}` : ''}`;
  return (
    <li>
      {change ? (
        <Link to="/desk/changes/$number" params={{ number: change.number }}>
          <span className="num">{change.number}</span> {change.title}
        </Link>
      ) : (
        <span>{t('problem.hiddenChange')}</span>
      )}
      {told && <small>{told}</small>}
      {spent && <small>{t('problem.spent')}</small>}
      {change && <StatePill state={change.state} />}
    </li>
  );
}

/** The changes that are to remove the cause, and the risk that somebody took instead. */
export function FixesSection({ problem, act }: { problem: Problem; act: (action: ProblemAction) => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { fixes, riskAcceptance } = problem;
  return (
    <Section name="fixes" no={4}>
      {fixes.length === 0 && !riskAcceptance && <Missing>{t('problem.noFixes')}</Missing>}
      {fixes.length > 0 && (
        <ul className={c.rows}>
          {fixes.map((fix) => (
            <FixRow key={`${fix.change?.id}${fix.raisedAt}`} fix={fix} />
          ))}
        </ul>
      )}
      {riskAcceptance && (
        <p>
          {t('problem.riskAccepted', { name: riskAcceptance.by?.name ?? '', at: dateTime(riskAcceptance.at) })} {riskAcceptance.reason}
        </p>
      )}
      {isOffered(problem, 'linkChange') && (
        <div className={d.formFoot}>
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => act('raiseChange')}>
            {t('problem.action.raiseChange')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => act('linkChange')}>
            {t('problem.action.linkChange')}
          </Button>
        </div>
      )}
    </Section>
  );
}
