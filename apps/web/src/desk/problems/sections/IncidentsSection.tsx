import { ActionIcon, Button } from '@mantine/core';
import { IconLinkMinus, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format';
import { StatePill } from '../../marks/StatePill';
import { useTexts } from '../../texts';
import { ProblemNote } from '../../ticket/ProblemNote';
import type { ProblemAction } from '../problem-actions';
import { problemQueries } from '../problem-queries';
import c from '../problems.module.css';
import type { Problem } from '../types';
import { useUnlink } from '../use-problem-step';
import { Missing, Section } from './Section';

/** The incidents that come from it, the latest first. */
export function IncidentsSection({ problem, act }: { problem: Problem; act: (action: ProblemAction) => void }) {
  const { t } = useTexts();
  const { dateTime, number } = useFormat();
  const list = useInfiniteQuery(problemQueries.incidents(problem.id));
  const unlink = useUnlink(problem);
  const incidents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const links = problem.abilities.linkIncident;
  return (
    <Section name="incidents" no={5} aside={number(problem.incidentCount)}>
      {list.data && incidents.length === 0 && <Missing>{t('problem.noIncidents')}</Missing>}
      <ul className={c.rows}>
        {incidents.map(({ id, number: name, title, state, institution, submittedAt }) => (
          <li key={id}>
            <div>
              <Link to="/desk/tickets/$number" params={{ number: name }} search={{ view: 'all' }}>
                <span className="num">{name}</span> {title}
              </Link>
              <small className="num">
                {institution.name}, {dateTime(submittedAt)}
              </small>
            </div>
            <StatePill state={state} />
            {links && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={t('problem.unlink', { number: name })}
                disabled={unlink.isPending}
                onClick={() => unlink.mutate(name)}
              >
                <IconLinkMinus size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {unlink.error && <ProblemNote error={unlink.error} ticket={problem} />}
      {list.hasNextPage && (
        <Button size="compact-sm" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('problems.more')}
        </Button>
      )}
      {links && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => act('linkIncident')}>
          {t('problem.action.linkIncident')}
        </Button>
      )}
    </Section>
  );
}
