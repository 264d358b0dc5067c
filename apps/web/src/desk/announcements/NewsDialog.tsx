import { Textarea } from '@mantine/core';
import { useState } from 'react';
import dialog from '../campaigns/dialog.module.css';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Announcement } from './announcement-queries';
import { useAnnounce } from './use-announce';

/** News for all concerned, or what came of it: in both languages. */
export function NewsDialog({ announcement, step, onClose }: { announcement: Announcement; step: 'update' | 'end'; onClose: () => void }) {
  const { t } = useTexts();
  const [body, setBody] = useState({ textLv: '', textEn: '' });
  const announce = useAnnounce(onClose);
  return (
    <FormDialog
      title={t(`announce.${step}`)}
      submit={t(`announce.${step}Submit`)}
      size={640}
      ready={body.textLv.trim() !== '' && body.textEn.trim() !== ''}
      busy={announce.isPending}
      error={announce.error}
      onSubmit={() => announce.mutate({ do: step, of: announcement, body })}
      onClose={onClose}
    >
      <p>{t(`announce.${step}Text`, { count: announcement.people })}</p>
      <div className={dialog.pair}>
        {(['textLv', 'textEn'] as const).map((field, at) => (
          <Textarea
            key={field}
            label={t(`announce.${field}`)}
            required
            data-autofocus={at === 0 || undefined}
            autosize
            minRows={4}
            maxRows={8}
            maxLength={2000}
            value={body[field]}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setBody((known) => ({ ...known, [field]: text }));
            }}
          />
        ))}
      </div>
    </FormDialog>
  );
}
