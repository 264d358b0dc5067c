import { IconGitPullRequest, IconTicket, IconTopologyStar3, type Icon } from '@tabler/icons-react';
import { useFormat } from '../format';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { Marked } from './Marked';
import c from './search.module.css';
import type { TicketHit } from './search-queries';
import { TicketLink } from './TicketLink';

const icons: Record<string, Icon> = { incident: IconTicket, change: IconGitPullRequest, problem: IconTopologyStar3 };

export const ticketIcon = (type: string): Icon => icons[type] ?? IconTicket;

/** A state's word follows what it is said of: a problem is “jauna”. */
export function TicketState({ hit }: { hit: TicketHit }) {
  const { t, has } = useTexts();
  const word = `problem.step.${hit.state}`;
  const said = hit.type === 'problem' && has(word) ? { word: t(word) } : {};
  return <StatePill state={hit.state} holdReason={hit.holdReason} {...said} />;
}

/** Tickets that were found, each with the place where the words stand. */
export function TicketHits({ hits }: { hits: readonly TicketHit[] }) {
  const { t } = useTexts();
  const { date } = useFormat();
  return (
    <ul className={c.hits}>
      {hits.map((hit) => {
        const Sign = ticketIcon(hit.type);
        return (
          <li key={hit.id}>
            <Sign size={20} stroke={1.7} aria-hidden />
            <div className={c.words}>
              <TicketLink type={hit.type} number={hit.number}>
                <Marked {...hit.title} />
              </TicketLink>
              {hit.excerpt && (
                <p>
                  {hit.excerpt.in !== 'description' && <b>{t(`search.in.${hit.excerpt.in}`)} </b>}
                  <Marked {...hit.excerpt} />
                </p>
              )}
              <small className="num">
                {hit.number} · {hit.affectedUser.name} · {hit.institution.name}
                {hit.service && ` · ${hit.service.name}`} · {date(hit.submittedAt)}
              </small>
            </div>
            <TicketState hit={hit} />
          </li>
        );
      })}
    </ul>
  );
}
