import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { bodyOfFields, CampaignFields, faultsOf, type Fields, isComplete } from './campaign-fields';
import type { Campaign } from './campaign-queries';
import c from './dialog.module.css';
import { useChange } from './use-change';

/** Changes a draft, before anybody has agreed to it. */
export function EditCampaignDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { t } = useTexts();
  const { titleLv, titleEn, year, mode, sampleSize, opensOn, closesOn, survey } = campaign;
  const [fields, setFields] = useState<Fields>({
    ...{ titleLv, titleEn, year, mode, sampleSize, opensOn, closesOn },
    surveyVersionId: survey.versionId,
  });
  const save = useChange(campaign, onClose);
  return (
    <Modal opened onClose={onClose} size={620} title={t('campaigns.edit')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(bodyOfFields(fields));
        }}
      >
        <CampaignFields
          fields={fields}
          set={(part) => setFields((known) => ({ ...known, ...part }))}
          fault={faultsOf(save.error)}
          today={inRiga(useNow()).date}
        />
        {save.error && <ProblemNote error={save.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isComplete(fields)}>
            {t('campaigns.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
