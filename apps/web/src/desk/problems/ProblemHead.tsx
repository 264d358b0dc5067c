import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import c from '../changes/page.module.css';
import { PriorityBars } from '../marks/PriorityBars';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { headActions, menuActions, type ProblemAction } from './problem-actions';
import type { Problem } from './types';

interface Props {
  problem: Problem;
  act: (action: ProblemAction) => void;
}

function Actions({ problem, act }: Props) {
  const { t } = useTexts();
  const more = menuActions(problem);
  return (
    <div className={c.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        className={c.quietButton}
        aria-label={t('problem.print')}
        onClick={() => window.print()}
      >
        <IconPrinter size={18} aria-hidden />
      </ActionIcon>
      {more.length > 0 && (
        <Menu position="bottom-end" shadow="md" width={240}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} className={c.quietButton} aria-label={t('problem.moreActions')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('problem.moreActions')}>
            {more.map((action) => (
              <Menu.Item key={action} onClick={() => act(action)}>
                {t(`problem.action.${action}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {headActions(problem)
        .map((action, index) => (
          <Button key={action} variant={index === 0 ? 'filled' : 'default'} onClick={() => act(action)}>
            {t(`problem.action.${action}`)}
          </Button>
        ))
        .reverse()}
    </div>
  );
}

/** Number, title, state, priority and who looks for the cause; and what can be done next. */
export function ProblemHead({ problem, act }: Props) {
  const { t } = useTexts();
  const { number, title, state, priority, group, assignee } = problem;
  return (
    <div className={c.top}>
      <div className={c.name}>
        <p className={`${c.crumbs} num`}>
          <Link to="/desk/problems">{t('problems.title')}</Link>
          <span aria-hidden>/</span>
          {number}
        </p>
        <h1>{title}</h1>
        <div className={c.props}>
          <StatePill state={state} word={t(`problem.step.${state}`)} />
          <PriorityBars priority={priority as 1} />
          <span>
            {group?.name ?? t('problem.nobody')}
            {assignee && ` · ${t('problem.ownedBy', { name: assignee.name })}`}
          </span>
        </div>
      </div>
      <Actions problem={problem} act={act} />
    </div>
  );
}
