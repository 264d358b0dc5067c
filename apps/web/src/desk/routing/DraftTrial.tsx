import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { DRAFT, type RuleBody, type Trial } from './routing-queries';
import c from './routing.module.css';
import { useFigureWords } from './use-figure-words';
import { useTrial } from './use-trial';

const DAYS = 90;

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const words = useFigureWords();
  if (trial.state === 'failed') return <p>{t('routing.trial.failed')}</p>;
  const rule = trial.result?.rules.find(({ key }) => key === DRAFT);
  if (!trial.result || !rule) return <p>{t('routing.trial.running', { done: number(trial.done) })}</p>;
  const shadow = rule.shadowedBy[0];
  return (
    <>
      <p>{t('routing.draft.holds', { count: rule.first, holds: rule.first, tickets: number(trial.result.tickets) })}</p>
      {shadow && <p>{t('routing.draft.shadowed', { count: shadow.tickets, title: shadow.title })}</p>}
      {rule.agreement && rule.agreement.denominator !== 0 && (
        <p>{t('routing.draft.agreed', { share: words(rule.agreement), group: rule.group?.name ?? '' })}</p>
      )}
    </>
  );
}

/** The rule as it is typed, tried on past tickets before it is kept. */
export function DraftTrial({ body, of, ready }: { body: RuleBody; of: string | null; ready: boolean }) {
  const { t } = useTexts();
  const { begin, busy, error, trial } = useTrial();
  return (
    <section className={c.draft} aria-label={t('routing.draft')}>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={15} aria-hidden />}
        disabled={!ready}
        loading={busy}
        onClick={() => begin({ days: DAYS, draft: body, ...(of ? { draftOf: of } : {}) })}
      >
        {t('routing.draft.try', { days: String(DAYS) })}
      </Button>
      <div role="status">{trial && <Outcome trial={trial} />}</div>
      {error && <ProblemNote error={error} />}
    </section>
  );
}
