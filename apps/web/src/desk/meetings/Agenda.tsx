import { Button, Textarea } from '@mantine/core';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { windowWords } from '../../shared/approvals/facts-words';
import { Quorum } from '../../shared/approvals/quorum';
import { DecideDialog } from '../approvals/DecideDialog';
import type { Decision } from '../approvals/approvals-queries';
import { useTexts } from '../texts';
import { type AgendaItem, type Meeting, useMeetingEdit } from './meeting-queries';
import c from './agenda.module.css';
import pageCss from './meetings.module.css';
import { useKeptText } from './use-kept-text';

type Change = NonNullable<AgendaItem['change']>;

const signs = { granted: IconCheck, refused: IconX, open: IconClock, none: IconClock };

function Result({ item }: { item: AgendaItem }) {
  const { t } = useTexts();
  const Sign = signs[item.result];
  return (
    <span className={c.result} data-result={item.result}>
      <Sign size={15} aria-hidden /> {t(`meetings.result.${item.result}`)}
    </span>
  );
}

function Facts({ change }: { change: Change }) {
  const texts = useTexts();
  const { t } = texts;
  const { plannedFrom, plannedTo, outageMinutes, conflicts, summary, riskScore } = change;
  const level = riskScore === null ? null : riskScore <= 2 ? 'low' : riskScore <= 4 ? 'medium' : 'high';
  return (
    <>
      <p className={c.summary}>{summary}</p>
      <p className={c.facts}>
        <span>{plannedFrom && plannedTo ? windowWords(texts, { from: plannedFrom, to: plannedTo }) : t('approvals.noWindow')}</span>
        <span>{outageMinutes > 0 ? t('approvals.outage', { minutes: String(outageMinutes) }) : t('approvals.noOutage')}</span>
        {level && riskScore !== null && <b data-level={level}>{t(`approvals.risk.${level}`, { score: String(riskScore) })}</b>}
        {conflicts > 0 && <b data-level="high">▲ {t('approvals.conflicts', { count: conflicts })}</b>}
      </p>
    </>
  );
}

function Votes({ item }: { item: AgendaItem }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div className={c.votes}>
      {item.steps.map((step) => (
        <section key={step.name} aria-label={step.name}>
          <h4>{step.name}</h4>
          <Quorum texts={texts} seats={step.seats} needed={step.needed} approved={step.approved} />
          <ul>
            {step.voices.map(({ person, state, reason }) => (
              <li key={person.id} data-state={state}>
                <span>{person.name}</span> <span>{t(`approvals.voice.${state}`)}</span>
                {reason && <q>{reason}</q>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The member's own decision, given from the meeting. */
function Mine({ approvalId, change }: { approvalId: string; change: Change }) {
  const { t } = useTexts();
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <div className={c.mine}>
      <b>{t('meetings.yourTurn')}</b>
      <Button size="sm" variant="default" onClick={() => setDecision('rejected')}>
        {t('approvals.reject')}
      </Button>
      <Button size="sm" onClick={() => setDecision('approved')}>
        {t('approvals.approve')}
      </Button>
      {decision && <DecideDialog approvalId={approvalId} ticket={change} decision={decision} onClose={() => setDecision(null)} />}
    </div>
  );
}

function Notes({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTexts();
  const edit = useMeetingEdit(meeting.id);
  const kept = useKeptText(item.notes ?? '', edit.isPending, (notes) => edit.mutate({ notes: [{ changeId: item.changeId, notes }] }));
  if (!meeting.abilities.edit) return item.notes ? <p className={c.notes}>{item.notes}</p> : null;
  return (
    <Textarea
      label={t('meetings.notes')}
      autosize
      minRows={1}
      maxLength={5000}
      value={kept.text}
      onChange={(event) => kept.write(event.currentTarget.value)}
      onBlur={kept.leave}
    />
  );
}

function Item({ meeting, item, at }: { meeting: Meeting; item: AgendaItem; at: number }) {
  const { t } = useTexts();
  const edit = useMeetingEdit(meeting.id);
  const { change } = item;
  const remove = (): void =>
    edit.mutate({ changeIds: meeting.agenda.map(({ changeId }) => changeId).filter((id) => id !== item.changeId) });
  return (
    <li className={c.item}>
      <header>
        <span className={`${c.place} num`} aria-hidden>
          {at + 1}
        </span>
        <div>
          {change ? (
            <>
              <small className="num">{change.number}</small>
              <h3>
                <Link to="/desk/changes/$number" params={{ number: change.number }}>
                  {change.title}
                </Link>
              </h3>
            </>
          ) : (
            <h3>{t('meetings.hidden')}</h3>
          )}
        </div>
        <Result item={item} />
      </header>
      {change && <Facts change={change} />}
      <Votes item={item} />
      {item.myApprovalId && change && <Mine approvalId={item.myApprovalId} change={change} />}
      <Notes meeting={meeting} item={item} />
      {meeting.abilities.edit && item.result !== 'granted' && item.result !== 'refused' && (
        <Button className={c.remove} size="compact-sm" variant="subtle" loading={edit.isPending} onClick={remove}>
          {t('meetings.remove')}
        </Button>
      )}
    </li>
  );
}

/** What is decided about, in its order, with every member's word as it is given. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTexts();
  return (
    <section className={c.agenda} aria-label={t('meetings.agenda')}>
      <h2>{t('meetings.agenda')}</h2>
      {meeting.state === 'open' && <p className={pageCss.quiet}>{t('meetings.live')}</p>}
      {meeting.agenda.length === 0 && <p className={pageCss.quiet}>{t('meetings.empty')}</p>}
      <ol>
        {meeting.agenda.map((item, at) => (
          <Item key={item.changeId} meeting={meeting} item={item} at={at} />
        ))}
      </ol>
    </section>
  );
}
