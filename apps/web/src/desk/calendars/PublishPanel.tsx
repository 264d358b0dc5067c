import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconTrash, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { CalendarDetail, Draft } from './calendar-types';
import { Differences } from './Differences';
import { Faults } from './dialogs/Faults';
import { ImpactList } from './ImpactList';
import c from './panels.module.css';
import { useRefresh } from './use-draft-changes';

interface Props {
  calendar: CalendarDetail;
  draft: Draft;
  onPublished: () => void;
  onDiscarded: () => void;
}

function useEnd(calendar: CalendarDetail, draft: Draft, { onPublished, onDiscarded }: Pick<Props, 'onPublished' | 'onDiscarded'>) {
  const refresh = useRefresh(calendar.id);
  const { t } = useTexts();
  const ifMatch = `"${draft.version}"`;
  const publish = useMutation({
    mutationFn: () => request('POST', `/calendars/${calendar.id}/draft/publication`, { body: {}, ifMatch }),
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: t('cal.published'), autoClose: 4000, withBorder: true });
      onPublished();
    },
  });
  const discard = useMutation({
    mutationFn: () => request('DELETE', `/calendars/${calendar.id}/draft`, { ifMatch }),
    onSuccess: async () => {
      await refresh();
      onDiscarded();
    },
  });
  return { publish, discard };
}

/** Why the reader may not publish, or undefined where he may. */
function usePublisher(draft: Draft): 'cal.ownDraft' | 'cal.noRight' | undefined {
  const may = useRight('sla.publish');
  if (!may) return 'cal.noRight';
  return draft.mine ? 'cal.ownDraft' : undefined;
}

/** What the draft changes, whom it moves, and its publication by a second person. */
export function PublishPanel({ calendar, draft, onPublished, onDiscarded }: Props) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const mayDraft = useRight('sla.draft');
  const why = usePublisher(draft);
  const { publish, discard } = useEnd(calendar, draft, { onPublished, onDiscarded });
  return (
    <>
      <section className={c.part}>
        <h3>{t('cal.differences')}</h3>
        <Differences calendar={calendar} />
      </section>
      {calendar.inForce && (
        <section className={c.part}>
          <h3>{t('cal.impactTitle')}</h3>
          <ImpactList key={draft.version} calendar={calendar} />
        </section>
      )}
      <section className={c.part}>
        <h3>{t('cal.publication')}</h3>
        <p className={c.hint}>
          <IconUsers size={15} aria-hidden />
          {t('cal.draftedBy', { names: draft.authors.map(({ name }) => name).join(', '), at: dateTime(draft.savedAt) })}
        </p>
        {why && <p className={c.hint}>{t(why)}</p>}
        {(publish.error ?? discard.error) && <Faults error={(publish.error ?? discard.error)!} />}
        <div className={c.actions}>
          {!why && (
            <Button leftSection={<IconCheck size={16} aria-hidden />} loading={publish.isPending} onClick={() => publish.mutate()}>
              {t('cal.publish')}
            </Button>
          )}
          {mayDraft && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={15} aria-hidden />}
              loading={discard.isPending}
              onClick={() => discard.mutate()}
            >
              {t('cal.discard')}
            </Button>
          )}
        </div>
      </section>
    </>
  );
}
