import { IconChevronDown } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Ticket } from '../data/types';
import { TicketProblems } from '../problems/TicketProblems';
import { KnownErrorsOf } from '../problems/KnownErrors';
import { TicketRating } from '../ratings/TicketRating';
import { SimilarOf } from '../search/SimilarTickets';
import { useKeys } from '../shell/keyboard';
import { useTexts } from '../texts';
import { parts, useContextCounts, type Part } from './context-counts';
import c from './context.module.css';
import { Facts } from './Facts';
import { MajorLog } from './MajorLog';
import { TicketChanges } from './TicketChanges';
import { TicketDevices } from './TicketDevices';
import { TicketTogether } from './TicketTogether';
import { TicketWatchers } from './TicketWatchers';

/** What a part shows. Details are all properties together: where nothing is in one of them yet, it is added there. */
const views: Record<Part, (ticket: Ticket) => ReactNode> = {
  log: (ticket) => <MajorLog ticket={ticket} />,
  known: (ticket) => <KnownErrorsOf ticket={ticket} />,
  similar: (ticket) => <SimilarOf ticket={ticket} />,
  details: (ticket) => (
    <>
      <Facts ticket={ticket} />
      <TicketRating ticket={ticket} />
    </>
  ),
  together: (ticket) => <TicketTogether ticket={ticket} />,
  problem: (ticket) => <TicketProblems ticket={ticket} />,
  changes: (ticket) => <TicketChanges ticket={ticket} />,
  devices: (ticket) => <TicketDevices ticket={ticket} />,
  watchers: (ticket) => <TicketWatchers ticket={ticket} />,
};
const offers: readonly Part[] = ['log', 'known', 'similar'];
const isShown = (part: Part, open: Part | null): boolean => part === open || (open === 'details' && !offers.includes(part));

/**
 * What is known of a ticket beside its conversation: one line of words with counts, of which one at a time is open above the conversation;
 * where the ticket has the whole width, and on paper, all of it.
 */
export function TicketContext({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const id = useId();
  const line = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Part | null>(null);
  const counts = useContextCounts(ticket);
  const turn = (part: Part): void => setOpen((now) => (now === part ? null : part));
  useKeys({ i: () => turn('details') });
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || open === null || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return;
    event.preventDefault();
    line.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  };
  const listed = parts.filter((part) => counts[part] === null || (counts[part] ?? 0) > 0);
  return (
    <>
      <div ref={line} className={c.line} role="group" aria-label={t('context.line')} onKeyDown={close}>
        {listed.map((part) => (
          <button
            key={part}
            type="button"
            data-offer={offers.includes(part) || undefined}
            aria-expanded={part === open}
            aria-controls={id}
            onClick={() => turn(part)}
          >
            {t(`context.${part}`)}
            {counts[part] ? <b className="num">{counts[part]}</b> : null}
            {part === 'details' && <IconChevronDown size={14} aria-hidden />}
          </button>
        ))}
      </div>
      <div id={id} className={c.panel} data-open={open !== null || undefined} onKeyDown={close}>
        {parts.map((part) => (
          <div key={part} data-shown={isShown(part, open) || undefined}>
            {views[part](ticket)}
          </div>
        ))}
      </div>
    </>
  );
}
