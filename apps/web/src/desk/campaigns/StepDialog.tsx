import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { faultsOf } from './campaign-fields';
import type { Campaign } from './campaign-queries';
import c from './dialog.module.css';
import { type Step, useStep } from './use-change';
import { useDays } from './use-days';

/** What an opening or an approval is about, in figures. */
function Facts({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { day } = useDays();
  const asked = campaign.frame.filter(({ reason }) => reason === null);
  const left = campaign.frame.length - asked.length;
  return (
    <ul className={`num ${c.facts}`}>
      <li>{t('campaigns.asks', { title: campaign.survey.title, version: String(campaign.survey.version) })}</li>
      <li>
        {t('campaigns.frameSum', {
          institutions: number(asked.length),
          invited: number(asked.reduce((sum, { invited }) => sum + invited, 0)),
        })}
      </li>
      {left > 0 && <li>{t('campaigns.leftOut', { count: left })}</li>}
      <li>{t('campaigns.range', { from: day(campaign.opensOn), to: day(campaign.closesOn) })}</li>
    </ul>
  );
}

/** Says what a step does before it is taken; closing early asks for the reason. */
export function StepDialog({ campaign, step, onClose }: { campaign: Campaign; step: Step; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const take = useStep(campaign, step, onClose);
  const closing = step === 'closing';
  const fault = faultsOf(take.error);
  return (
    <Modal opened onClose={onClose} size={500} title={t(`campaigns.act.${step}`)} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate(closing ? reason.trim() : undefined);
        }}
      >
        <p>{t(`campaigns.act.${step}.text`)}</p>
        {(step === 'approval' || step === 'opening') && <Facts campaign={campaign} />}
        {closing && (
          <Textarea
            label={t('campaigns.closeReason')}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={fault('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {take.error && <ProblemNote error={take.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button
            type="submit"
            data-autofocus={closing ? undefined : true}
            color={closing || step === 'cancellation' ? 'red' : undefined}
            loading={take.isPending}
            disabled={closing && reason.trim() === ''}
          >
            {t(`campaigns.act.${step}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
