import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../texts';
import { Notice } from '../ticket/Notice';
import { AnnounceDialog, type AnnouncedThing } from './AnnounceDialog';
import { announcementsQuery } from './announcement-queries';

/** What institutions are told of a major incident or of a scheduled change, or that they may be told. */
export function Told({ of }: { of: AnnouncedThing }) {
  const { t, locale } = useTexts();
  const { data } = useQuery(announcementsQuery('incident' in of ? { incident: of.incident.number } : { change: of.change.number }));
  const [announcing, setAnnouncing] = useState(false);
  const open = data?.items.find(({ endedAt }) => endedAt === null);
  if (!open && !data?.mayAnnounce) return null;
  const untold =
    'incident' in of ? 'affected.notAnnounced' : of.change.outageMinutes > 0 ? 'affected.changeByItself' : 'affected.changeNotTold';
  return (
    <Notice tone="grey" icon={IconSpeakerphone} title={t(open ? 'affected.announced' : untold)}>
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
      {announcing && <AnnounceDialog of={of} onClose={() => setAnnouncing(false)} />}
    </Notice>
  );
}
