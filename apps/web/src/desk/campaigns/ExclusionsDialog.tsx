import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import type { Campaign } from './campaign-queries';
import c from './dialog.module.css';
import { useExclude } from './use-change';

/** The clients that the campaign leaves out, each with its reason; it is shown beside the results. */
export function ExclusionsDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTexts();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(campaign.frame.flatMap(({ institution, reason }) => (reason === null ? [] : [[institution.id, reason]]))),
  );
  const exclude = useExclude(campaign, onClose);
  const items = Object.entries(reasons).map(([institutionId, reason]) => ({ institutionId, reason: reason.trim() }));
  const put = (id: string, reason: string | null): void =>
    setReasons(({ [id]: _, ...rest }) => (reason === null ? rest : { ...rest, [id]: reason }));
  return (
    <Modal opened onClose={onClose} size={620} title={t('campaigns.exclude')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          exclude.mutate(items);
        }}
      >
        <p>{t('campaigns.excludeText')}</p>
        <ul className={c.rows}>
          {campaign.frame.map(({ institution: { id, name } }) => (
            <li key={id}>
              <Checkbox label={name} checked={id in reasons} onChange={(event) => put(id, event.currentTarget.checked ? '' : null)} />
              {id in reasons && (
                <TextInput
                  aria-label={t('campaigns.reasonFor', { name })}
                  placeholder={t('campaigns.reason')}
                  maxLength={500}
                  value={reasons[id] ?? ''}
                  onChange={(event) => put(id, event.currentTarget.value)}
                />
              )}
            </li>
          ))}
        </ul>
        {exclude.error && <ProblemNote error={exclude.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={exclude.isPending} disabled={items.some(({ reason }) => reason === '')}>
            {t('campaigns.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
