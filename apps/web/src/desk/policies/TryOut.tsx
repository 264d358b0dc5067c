import { Checkbox, SegmentedControl, Skeleton } from '@mantine/core';
import { IconArrowRight, IconCheck, IconMinus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { duration } from '../../shared/format/numbers';
import { queries } from '../data/queries';
import { useRight } from '../data/session';
import { useTexts } from '../texts';
import css from './try-out.module.css';
import c from './policies.module.css';
import { PickName } from './PickName';
import { type MatchQuestion, policyQueries } from './policy-queries';
import { priorities } from './sections';
import type { KindMatch, Match, Policy } from './types';
import { useTargetWords } from './use-target-words';

const first: MatchQuestion = { priority: 3, serviceId: null, institutionId: null, groupId: null, versionId: null };

function Questions({
  question,
  ask,
  draft,
}: {
  question: MatchQuestion;
  ask: (part: Partial<MatchQuestion>) => void;
  draft: Policy['draft'];
}) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const named = useRight('group.read');
  const { data: groups = [] } = useQuery({ ...queries.groups(), enabled: named });
  return (
    <div className={css.questions}>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t('sla.priority')}
        value={String(question.priority)}
        onChange={(priority) => ask({ priority: Number(priority) })}
        data={priorities.map((priority) => ({ value: String(priority), label: `P${priority}` }))}
      />
      <PickName
        empty={t('sla.try.any')}
        label={t('sla.institution')}
        items={institutions}
        value={question.institutionId}
        onChange={(institutionId) => ask({ institutionId })}
      />
      <PickName
        empty={t('sla.try.any')}
        label={t('sla.service')}
        items={services}
        value={question.serviceId}
        onChange={(serviceId) => ask({ serviceId })}
      />
      {named && (
        <PickName
          empty={t('sla.try.any')}
          label={t('sla.group')}
          items={groups}
          value={question.groupId}
          onChange={(groupId) => ask({ groupId })}
        />
      )}
      {draft && (
        <Checkbox
          label={t('sla.try.inDraft', { version: String(draft.version) })}
          checked={question.versionId !== null}
          onChange={(event) => ask({ versionId: event.currentTarget.checked ? draft.id : null })}
        />
      )}
    </div>
  );
}

function Candidates({ match }: { match: KindMatch }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const losers = match.candidates.filter(({ verdict }) => verdict !== 'chosen');
  if (losers.length === 0) return null;
  return (
    <details className={css.candidates}>
      <summary>{t('sla.try.others', { count: losers.length })}</summary>
      <ul>
        {losers.map(({ target, why }) => (
          <li key={words.target(target)}>
            <IconMinus size={14} aria-hidden />
            <span>
              {words.target(target)}: <b className="num">{duration(target.seconds)}</b>
              <small>{why}</small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Answer({ match }: { match: KindMatch }) {
  const { t } = useTexts();
  const why = match.candidates.find(({ verdict }) => verdict === 'chosen')?.why;
  return (
    <li className={css.answer}>
      <p>
        <span>{t(`sla.kind.${match.kind}`)}</span>
        <b className="num">{match.chosen ? duration(match.chosen.seconds) : t('sla.try.none')}</b>
      </p>
      {match.chosen && <small>{match.chosen.calendar.name}</small>}
      {why && (
        <p className={css.why}>
          <IconCheck size={14} stroke={2.4} aria-hidden /> {why}
        </p>
      )}
      <Candidates match={match} />
    </li>
  );
}

function Decided({ match }: { match: Match }) {
  const { t } = useTexts();
  const [chosen] = match.agreements;
  const by = match.decidedBy === 'agreement' && chosen ? `${chosen.reference}. ${chosen.why}` : t(`sla.try.by.${match.decidedBy}`);
  return (
    <p className={css.decided}>
      <IconArrowRight size={15} aria-hidden />
      <span>
        <b>{t('sla.policyVersion', { name: match.policy.name, version: String(match.version) })}</b>
        <small>{by}</small>
      </span>
    </p>
  );
}

/** Which target would this ticket get, and why: the answer that a ticket would give, before there is one. */
export function TryOut({ policy }: { policy: Policy | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const [question, setQuestion] = useState(first);
  const draft = policy?.draft ?? null;
  const asked = question.versionId !== null && draft ? { ...question, versionId: draft.id } : { ...question, versionId: null };
  const { data, error } = useQuery({ ...policyQueries.match(asked), placeholderData: keepPreviousData });
  return (
    <section className={c.card} aria-labelledby="try-title">
      <header>
        <div>
          <h2 id="try-title">{t('sla.try.title')}</h2>
          <p>{t('sla.try.text')}</p>
        </div>
      </header>
      <Questions question={asked} ask={(part) => setQuestion({ ...asked, ...part })} draft={draft} />
      <div aria-live="polite">
        {error && <p role="alert">{problemText(texts, error)}</p>}
        {!data && !error && <Skeleton height={140} />}
        {data && (
          <>
            <Decided match={data} />
            <ul className={css.answers}>
              {data.kinds.map((match) => (
                <Answer key={match.kind} match={match} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
