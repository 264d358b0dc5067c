import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconGitPullRequest, IconUrgent, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { conflictWords, riskLevel, rollbackWords, type SubjectFacts, whenWords } from '../../shared/approvals/facts-words';
import { Quorum } from '../../shared/approvals/quorum';
import { byWhen } from '../../shared/format/wording';
import { daysBetween, inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import type { ApprovalCard, Decision } from './approvals-queries';
import c from './approvals.module.css';
import { DecideDialog } from './DecideDialog';
import { DelegateDialog } from './DelegateDialog';

function Due({ card }: { card: ApprovalCard }) {
  const texts = useTexts();
  const { weekdayTime, dateTime } = useFormat();
  const now = useNow();
  if (card.endedAt) return <span className={`${c.due} num`}>{dateTime(card.endedAt)}</span>;
  const days = daysBetween(inRiga(now).date, inRiga(card.dueAt).date);
  const words = days <= 1 ? byWhen(texts, card.dueAt, now) : texts.t('approvals.due', { at: weekdayTime(card.dueAt) });
  return (
    <span className={`${c.due} num`} data-soon={(days <= 1 && card.abilities.decide) || undefined}>
      {words}
    </span>
  );
}

function Risk({ score }: { score: number }) {
  const { t } = useTexts();
  const level = riskLevel(score);
  return (
    <span className={c.risk} data-level={level}>
      {level === 'high' && <IconAlertTriangle size={14} aria-hidden />}
      {t(`approvals.risk.${level}`, { score: String(score) })}
    </span>
  );
}

function Facts({ facts }: { facts: SubjectFacts }) {
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  return (
    <>
      <p className={c.summary}>{facts.summary}</p>
      <p>
        {whenWords(texts, facts, now)} {rollbackWords(texts, facts.rollback)}
      </p>
      {facts.services.length > 0 && <p className={c.dim}>{facts.services.join(' · ')}</p>}
      {facts.conflicts.length === 0 && facts.window && !facts.begun && <p className={c.dim}>{t('approvals.noConflicts')}</p>}
      {facts.conflicts.map((conflict) => (
        <p
          className={c.conflict}
          data-blocking={conflict.blocking || undefined}
          key={`${conflict.reason}${conflict.number ?? ''}${conflict.from}`}
        >
          <span aria-hidden>▲</span> {conflictWords(texts, conflict)}
        </p>
      ))}
    </>
  );
}

function Voices({ step }: Pick<ApprovalCard, 'step'>) {
  const { t } = useTexts();
  if (step.voices.length < 2) return null;
  return (
    <details className={c.voices}>
      <summary>{t('approvals.voices')}</summary>
      <ul>
        {step.voices.map(({ person, state }) => (
          <li key={person.id}>
            {person.name} <span data-state={state}>{t(`approvals.voice.${state}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Outcome({ card }: { card: ApprovalCard }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  return (
    <div className={c.outcome}>
      {card.round !== 'open' && (
        <p className={c.ended} data-round={card.round}>
          {t(`approvals.round.${card.round}`)}
        </p>
      )}
      <p>{t(`approvals.mine.${card.state}`, { at: card.decidedAt ? dateTime(card.decidedAt) : '' })}</p>
      {card.reason && <blockquote className={c.quote}>{card.reason}</blockquote>}
    </div>
  );
}

function Actions({ card }: { card: ApprovalCard }) {
  const { t } = useTexts();
  const [dialog, setDialog] = useState<Decision | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <div className={c.actions}>
        <Button size="md" variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={() => setDialog('rejected')}>
          {t('approvals.reject')}
        </Button>
        <Button size="md" leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setDialog('approved')}>
          {t('approvals.approve')}
        </Button>
      </div>
      {dialog !== null && <DecideDialog approvalId={card.id} ticket={card.ticket} decision={dialog} onClose={close} />}
    </>
  );
}

function Delegation({ card }: { card: ApprovalCard }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" className={c.readAll} onClick={() => setOpened(true)}>
        {t('approvals.delegate')}
      </button>
      {opened && <DelegateDialog card={card} onClose={() => setOpened(false)} />}
    </>
  );
}

function Whole({ card }: { card: ApprovalCard }) {
  const texts = useTexts();
  const { t } = texts;
  const { step, facts } = card;
  const place =
    step.positions > 1 ? ` (${t('approvals.stepOf', { position: String(step.position), positions: String(step.positions) })})` : '';
  return (
    <div className={c.whole}>
      {step.escalated && card.abilities.decide && <p className={c.escalated}>{t('approvals.escalated')}</p>}
      {facts && <Facts facts={facts} />}
      {facts?.risk && <Risk score={facts.risk.score} />}
      <Quorum texts={texts} seats={step.seats} needed={step.needed} approved={step.approved} mine={card.abilities.decide} />
      <p className={c.dim}>
        {t('approvals.asStep', { step: step.name })}
        {place}
      </p>
      <Voices step={step} />
      {card.abilities.decide ? <Actions card={card} /> : <Outcome card={card} />}
      <div className={c.links}>
        {card.abilities.delegate && <Delegation card={card} />}
        {card.ticket.type === 'change' ? (
          <Link className={c.readAll} to="/desk/changes/$number" params={{ number: card.ticket.number }}>
            {t('approvals.readAll')}
          </Link>
        ) : (
          <a className={c.readAll} href={`/tickets/${card.ticket.number}`}>
            {t('approvals.readAll')}
          </a>
        )}
      </div>
    </div>
  );
}

interface Props {
  card: ApprovalCard;
  open: boolean;
  /** On a phone one card is open at a time; elsewhere all are. */
  onToggle: (() => void) | null;
}

/** One approval: enough to decide it without opening anything else. */
export function ApprovalItem({ card, open, onToggle }: Props) {
  const { t } = useTexts();
  const { facts, ticket } = card;
  const Sign = facts?.kind === 'emergency' ? IconUrgent : IconGitPullRequest;
  const kinds = ['standard', 'normal', 'emergency'] as const;
  const kind = kinds.find((one) => one === facts?.kind);
  const title = (
    <>
      <span>{ticket.title}</span>
      {onToggle && <IconChevronDown className={c.chevron} data-open={open || undefined} size={20} aria-hidden />}
    </>
  );
  return (
    <li className={c.card} data-kind={facts?.kind ?? undefined}>
      <header className={c.top}>
        <Sign size={17} aria-hidden />
        <span className="num">{ticket.number}</span>
        {kind && kind !== 'normal' && <span className={c.kind}>{t(`approvals.kind.${kind}`)}</span>}
        <Due card={card} />
      </header>
      <h2>
        {onToggle ? (
          <button type="button" aria-expanded={open} onClick={onToggle}>
            {title}
          </button>
        ) : (
          title
        )}
      </h2>
      {open ? <Whole card={card} /> : facts?.risk && <Risk score={facts.risk.score} />}
    </li>
  );
}
