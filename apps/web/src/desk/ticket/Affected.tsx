import { Button } from '@mantine/core';
import { IconSpeakerphone, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AnnounceDialog } from '../announcements/AnnounceDialog';
import { announcementsQuery } from '../announcements/announcement-queries';
import { useRight } from '../data/session';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import type { TicketAction } from './current-ticket';
import { Notice } from './Notice';

/** People have said that they have it too: what that proposes of the priority. */
function Proposal({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTexts();
  const proposed = ticket.proposedPriority;
  if (!proposed) return null;
  const { people, institutions, impact, priority } = proposed;
  const counts = { people: t('affected.people', { count: people }), institutions: t('affected.institutions', { count: institutions }) };
  return (
    <Notice tone="pending" icon={IconUsersGroup} title={t('affected.also', counts)}>
      <p>{t('affected.proposal', { impact: t(`impact.${impact}`), priority: `P${priority}` })}</p>
      {ticket.abilities.changePriority && (
        <Button size="compact-sm" variant="default" mt={6} onClick={() => act('priority')}>
          {t('affected.accept')}
        </Button>
      )}
    </Notice>
  );
}

/** What institutions are told of a major incident, or that they may be told. */
function Told({ ticket }: { ticket: Ticket }) {
  const { t, locale } = useTexts();
  const { data } = useQuery(announcementsQuery(ticket.number));
  const [announcing, setAnnouncing] = useState(false);
  const open = data?.items.find(({ endedAt }) => endedAt === null);
  if (!open && !data?.mayAnnounce) return null;
  return (
    <Notice tone="grey" icon={IconSpeakerphone} title={t(open ? 'affected.announced' : 'affected.notAnnounced')}>
      {open && (
        <p>
          <Link to="/desk/announcements">{locale === 'lv' ? open.titleLv : open.titleEn}</Link>
          {open.people > 0 && ` · ${t('affected.count', { count: open.people })}`}
        </p>
      )}
      {!open && (
        <Button size="compact-sm" variant="default" mt={6} onClick={() => setAnnouncing(true)}>
          {t('affected.announce')}
        </Button>
      )}
      {announcing && <AnnounceDialog incident={ticket} onClose={() => setAnnouncing(false)} />}
    </Notice>
  );
}

/** Who else a major incident concerns: what they are told, and what their number says of its priority. */
export function Affected({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const reads = useRight('change.read');
  return (
    <>
      <Proposal ticket={ticket} act={act} />
      {reads && ticket.major === 'declared' && <Told ticket={ticket} />}
    </>
  );
}
