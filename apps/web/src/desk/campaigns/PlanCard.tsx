import {
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconClockPlay,
  IconPlayerPause,
  IconPlayerSkipForward,
  type Icon,
} from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Campaign, CampaignStep, MailRound } from './campaign-queries';
import c from './plan.module.css';

const signs: Record<CampaignStep['state'], Icon> = {
  planned: IconCircleDashed,
  held: IconPlayerPause,
  due: IconClockPlay,
  done: IconCheck,
  skipped: IconPlayerSkipForward,
  dropped: IconBan,
};

/** The mails of a step, where it has any. */
function mailsOf(step: CampaignStep, mails: MailRound[]): MailRound | undefined {
  if (step.kind === 'closing') return undefined;
  const kind = step.kind === 'coverage' ? 'coordinators' : 'respondents';
  return mails.find((round) => round.kind === kind && round.round === step.number);
}

function Mails({ round }: { round: MailRound }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const parts = (['sent', 'kept', 'waiting', 'failed'] as const).filter((part) => round[part] > 0);
  return (
    <small className="num">
      {parts.map((part) => (
        <span key={part} data-part={part}>
          {t(`campaigns.mails.${part}`, { count: round[part], n: number(round[part]) })}
        </span>
      ))}
    </small>
  );
}

function Step({ step, mails }: { step: CampaignStep; mails: MailRound[] }) {
  const { t } = useTexts();
  const { dateTime, date } = useFormat();
  const Sign = signs[step.state];
  const round = mailsOf(step, mails);
  const when = step.kind === 'closing' && step.doneAt === null ? date(`${step.on}T12:00:00Z`) : dateTime(step.doneAt ?? step.at);
  return (
    <li data-state={step.state}>
      <Sign size={17} stroke={2} aria-hidden />
      <div>
        <b>{t(`campaigns.step.${step.kind}`, { number: String(step.number) })}</b>
        <span className="num">{when}</span>
        {step.state !== 'planned' && step.state !== 'done' && <em>{t(`campaigns.stepState.${step.state}`)}</em>}
        {round && <Mails round={round} />}
      </div>
    </li>
  );
}

/** What the campaign does by itself and when: mails with how they went, and its last day. */
export function PlanCard({ campaign, mails }: { campaign: Campaign; mails: MailRound[] }) {
  const { t } = useTexts();
  return (
    <section className={c.card} aria-label={t('campaigns.plan')}>
      <header>
        <div>
          <h2>{t('campaigns.plan')}</h2>
          <p>{t('campaigns.planText')}</p>
        </div>
      </header>
      <ol className={c.steps}>
        {campaign.plan.map((step) => (
          <Step key={`${step.kind}${step.number}`} step={step} mails={mails} />
        ))}
      </ol>
    </section>
  );
}
