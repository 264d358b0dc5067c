import { Button } from '@mantine/core';
import { IconFileCode, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClockExplanation, Ticket } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './clocks.module.css';
import { DecisionDialog, type DecisionName } from './DecisionDialog';
import css from './decisions.module.css';

/** What the reader may decide about the clock, what waits for a decision, and the ways for an auditor: on paper and as data. */
export function Decisions({ ticket, clock }: { ticket: Ticket; clock: ClockExplanation }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const [open, setOpen] = useState<DecisionName | null>(null);
  const { decisions, voidRequest } = clock;
  const names = (['confirmRelaxation', 'decideVoid', 'requestVoid', 'correctPause'] as const).filter((name) => decisions[name]);
  return (
    <section className={`${c.card} ${css.decisions}`}>
      <h2>{t('decision.title')}</h2>
      {voidRequest && (
        <p className={css.request}>
          <b>{t('decision.requested', { who: voidRequest.by.name, at: dateTime(voidRequest.at) })}</b>
          <span>{voidRequest.note}</span>
        </p>
      )}
      <div className={css.buttons}>
        {names.map((name, index) => (
          <Button
            key={name}
            size="xs"
            variant={index === 0 && name !== 'correctPause' ? 'filled' : 'default'}
            onClick={() => setOpen(name)}
          >
            {t(`decision.${name}`)}…
          </Button>
        ))}
        <Button size="xs" variant="subtle" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('decision.print')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          component="a"
          href={`/api/v1/tickets/${ticket.number}/clock-audit`}
          download={`${ticket.number}-sla.json`}
          leftSection={<IconFileCode size={15} aria-hidden />}
        >
          {t('decision.data')}
        </Button>
      </div>
      {open && <DecisionDialog name={open} ticket={ticket} clock={clock} onClose={() => setOpen(null)} />}
    </section>
  );
}
