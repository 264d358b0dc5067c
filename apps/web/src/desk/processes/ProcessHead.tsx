import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconDots, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './page.module.css';
import { hasReview, type ProcessAction, steps } from './process-actions';
import type { Process } from './process-queries';
import { StageMark } from './StageMark';

interface Props {
  process: Process;
  act: (action: ProcessAction) => void;
}

function More({ process, act }: Props) {
  const { t } = useTexts();
  const { describe, changeOwner, addEvidence, retire } = process.abilities;
  if (!describe && !changeOwner && !addEvidence && !retire) return null;
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('processes.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('processes.more')}>
        {describe && <Menu.Item onClick={() => act({ do: 'describe' })}>{t('processes.action.describe')}…</Menu.Item>}
        {addEvidence && <Menu.Item onClick={() => act({ do: 'addEvidence', kind: null })}>{t('processes.action.addEvidence')}…</Menu.Item>}
        {changeOwner && <Menu.Item onClick={() => act({ do: 'owner' })}>{t('processes.action.owner')}…</Menu.Item>}
        {retire && <Menu.Item onClick={() => act({ do: 'retire' })}>{t('processes.action.retire')}…</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Steps that can be taken now; a step that something is still missing for is not offered, what is missing is. */
function nextSteps(process: Process) {
  const codes = new Set(process.todo.map(({ code }) => code));
  return steps.filter((step) => {
    if (!process.abilities[step]) return false;
    if (step === 'design' || step === 'approve' || step === 'implement') return codes.has(step);
    return step !== 'review' || hasReview(process);
  });
}

/** Name, stage, owner and how long its evidence holds; and what can be done. */
export function ProcessHead({ process, act }: Props) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { practice, owner, stage, stageSince, reviewDueOn, lifecycleVersion } = process;
  return (
    <header className={reportsCss.head}>
      <div>
        <Link to="/reports/processes" className={reportsCss.backLink}>
          <IconArrowLeft size={15} aria-hidden /> {t('processes.title')}
        </Link>
        <h1>{practice.name}</h1>
        <div className={`${c.props} num`}>
          <StageMark stage={stage} />
          <span>
            {[
              t('processes.since', { date: date(stageSince) }),
              owner ? t('processes.ownedBy', { name: owner.name }) : t('processes.noOwner'),
              practice.framework,
              lifecycleVersion !== null && t('processes.lifecycleVersion', { version: String(lifecycleVersion) }),
              reviewDueOn !== null &&
                (stage === 'implemented' || stage === 'at_risk') &&
                t('processes.reviewBy', { date: date(reviewDueOn) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      </div>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
        className={reportsCss.noPrint ?? ''}
      >
        {t('reports.print')}
      </Button>
      <More process={process} act={act} />
      {nextSteps(process)
        .reverse()
        .map((step, at, all) => (
          <Button key={step} variant={at === all.length - 1 ? 'filled' : 'default'} onClick={() => act({ do: step })}>
            {t(`processes.action.${step}`)}
          </Button>
        ))}
    </header>
  );
}
