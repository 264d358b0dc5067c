import { useQuery } from '@tanstack/react-query';
import { answerQueries } from '../../answers/answer-queries';
import type { Ticket } from '../../data/types';
import { Avatar } from '../../marks/Avatar';
import { useTexts } from '../../texts';
import c from './composer.module.css';

/** Who else is answering at this moment. */
export function PresenceLine({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data: present = [] } = useQuery({ ...answerQueries.presence(ticket.id), enabled: ticket.abilities.noteInternal });
  return (
    <div className={c.presence} role="status" aria-live="polite">
      {present.map(({ person, kind }) => (
        <span key={person.id}>
          <Avatar name={person.name} tone="staff" size="small" decorative />
          {t(kind === 'note' ? 'composer.writesNote' : 'composer.answersNow', { name: person.name })}
          <i className={c.dots} aria-hidden />
        </span>
      ))}
    </div>
  );
}
