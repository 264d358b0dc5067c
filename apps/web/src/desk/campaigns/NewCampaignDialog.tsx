import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import { bodyOfFields, CampaignFields, faultsOf, type Fields, isComplete } from './campaign-fields';
import type { CampaignLine, NewCampaign } from './campaign-queries';
import c from './dialog.module.css';

const FRESH = 'fresh';

function useCreate(onMade: (id: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCampaign) => bodyOf(api.POST('/api/v1/campaigns', { body })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      onMade(id);
    },
  });
}

function empty(year: number): Fields {
  return { surveyVersionId: null, titleLv: '', titleEn: '', year, mode: null, sampleSize: null, opensOn: '', closesOn: '' };
}

interface Props {
  /** Campaigns that a new one can be like, the latest first. */
  earlier: CampaignLine[];
  onClose: () => void;
  onMade: (id: string) => void;
}

/** A campaign like an earlier one, which asks for its first day only, or a new one. */
export function NewCampaignDialog({ earlier, onClose, onMade }: Props) {
  const { t } = useTexts();
  const { date: today, year } = inRiga(useNow());
  const [like, setLike] = useState<string | null>(earlier.length === 0 ? FRESH : null);
  const [fields, setFields] = useState(() => empty(year));
  const create = useCreate(onMade);
  const fault = faultsOf(create.error);
  const set = (part: Partial<Fields>): void => setFields((known) => ({ ...known, ...part }));
  const copied = like !== null && like !== FRESH;
  const ready = copied ? fields.opensOn !== '' : like === FRESH && isComplete(fields);
  const submit = (): void => create.mutate(copied ? { copyOf: like, opensOn: fields.opensOn } : bodyOfFields(fields));
  return (
    <Modal opened onClose={onClose} size={620} title={t('campaigns.new')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {earlier.length > 0 && (
          <Choices
            first
            label={t('campaigns.beginWith')}
            choices={[
              ...earlier
                .slice(0, 3)
                .map(({ id, title }) => ({ value: id, text: t('campaigns.like', { title }), detail: t('campaigns.likeDetail') })),
              { value: FRESH, text: t('campaigns.fresh') },
            ]}
            value={like}
            onChange={setLike}
          />
        )}
        {copied && (
          <TextInput
            type="date"
            label={t('campaigns.opensOn')}
            description={t('campaigns.opensOnHint')}
            required
            min={today}
            value={fields.opensOn}
            error={fault('opensOn')}
            onChange={(event) => set({ opensOn: event.currentTarget.value })}
          />
        )}
        {like === FRESH && <CampaignFields fields={fields} set={set} fault={fault} today={today} />}
        {create.error && <ProblemNote error={create.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!ready}>
            {t('campaigns.createDraft')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
