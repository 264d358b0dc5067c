import { Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import form from '../changes/form.module.css';
import { useFormat } from '../format';
import { ProblemNote } from '../ticket/ProblemNote';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';

interface Props {
  /** What the calendar shows now; the link shows the same. */
  filter: { serviceId?: string; institutionId?: string };
  onClose: () => void;
}

/** A link by which a calendar program reads the changes; shown once, replaced and ended here. */
export function FeedDialog({ filter, onClose }: Props) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const client = useQueryClient();
  const { data: feed } = useQuery(calendarQueries.feed());
  const again = () => client.invalidateQueries({ queryKey: calendarQueries.feed().queryKey });
  const create = useMutation({ mutationFn: () => bodyOf(api.POST('/api/v1/change-calendar/feed', { body: filter })), onSuccess: again });
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/api/v1/change-calendar/feed'),
    onSuccess: () => {
      create.reset();
      return again();
    },
  });
  const url = create.data?.url;
  return (
    <Modal opened onClose={onClose} size={560} title={t('chcal.feedTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={form.dialog}>
        <p className={form.plain}>{t('chcal.feedText')}</p>
        {url && (
          <TextInput
            label={t('chcal.feedLink')}
            description={t('chcal.feedOnce')}
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        {!url && feed?.createdAt && <p className={form.plain}>{t('chcal.feedSince', { at: dateTime(feed.createdAt) })}</p>}
        {(create.error ?? revoke.error) && <ProblemNote error={(create.error ?? revoke.error)!} />}
        <div className={form.dialogFoot}>
          {feed?.createdAt && (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('chcal.feedRevoke')}
            </Button>
          )}
          {url ? (
            <CopyButton value={url}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'chcal.copied' : 'chcal.copy')}</Button>}
            </CopyButton>
          ) : (
            <Button loading={create.isPending} onClick={() => create.mutate()}>
              {t(feed?.createdAt ? 'chcal.feedReplace' : 'chcal.feedCreate')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
