import { Button, Skeleton } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import page from '../assets/assets.module.css';
import { ChangeTabs } from '../changes/ChangeTabs';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { AnnounceDialog } from './AnnounceDialog';
import { AnnouncementCard } from './AnnouncementCard';
import { type Announcement, announcementsQuery } from './announcement-queries';
import c from './announcements.module.css';

const ORDER: Record<Announcement['phase'], number> = { during: 0, before: 1, after: 2 };

/** What institutions are told of disruptions and planned work, and who has the trouble too. */
export function AnnouncementsPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(announcementsQuery());
  const [making, setMaking] = useState(false);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const items = [...(data?.items ?? [])].sort((a, b) => ORDER[a.phase] - ORDER[b.phase] || b.startsAt.localeCompare(a.startsAt));
  return (
    <main className={page.page}>
      <ChangeTabs />
      <header className={page.head}>
        <div>
          <h1>{t('announce.heading')}</h1>
          <p>{t('announce.lead')}</p>
        </div>
        {data?.mayAnnounce && (
          <Button leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('announce.new')}
          </Button>
        )}
      </header>
      {!data && <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />}
      {data && items.length === 0 && <p className={c.nothing}>{t('announce.nothing')}</p>}
      <div className={c.list}>
        {items.map((announcement) => (
          <AnnouncementCard key={announcement.id} announcement={announcement} />
        ))}
      </div>
      {making && <AnnounceDialog onClose={() => setMaking(false)} />}
    </main>
  );
}
