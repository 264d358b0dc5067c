import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../texts';
import type { Campaign } from './campaign-queries';
import { EditCampaignDialog } from './EditCampaignDialog';
import { StepDialog } from './StepDialog';
import type { Step } from './use-change';

/** Steps in the order in which they matter; the first that is allowed is the button, the others stand in the menu. */
const steps: { step: Step; ability: keyof Campaign['abilities'] }[] = [
  { step: 'approval', ability: 'approve' },
  { step: 'opening', ability: 'open' },
  { step: 'resumption', ability: 'resume' },
  { step: 'pause', ability: 'pause' },
  { step: 'closing', ability: 'close' },
  { step: 'cancellation', ability: 'cancel' },
];

/** What the person may do with the campaign now. */
export function CampaignActs({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Step | 'edit' | null>(null);
  const allowed = steps.filter(({ ability }) => campaign.abilities[ability]).map(({ step }) => step);
  const first = allowed.find((step) => step === 'approval' || step === 'opening' || step === 'resumption');
  const rest = allowed.filter((step) => step !== first);
  const close = (): void => setOpen(null);
  return (
    <>
      {campaign.abilities.change && (
        <Button variant="default" onClick={() => setOpen('edit')}>
          {t('campaigns.edit')}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
              {t('campaigns.acts')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((step) => (
              <Menu.Item key={step} onClick={() => setOpen(step)}>
                {t(`campaigns.act.${step}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {(campaign.state === 'closed' || campaign.state === 'published') && (
        <Button component={Link} to={`/reports/surveys/${campaign.id}/results`}>
          {t('campaigns.results')}
        </Button>
      )}
      {first && (
        <Button disabled={first === 'opening' && campaign.obstacles.length > 0} onClick={() => setOpen(first)}>
          {t(`campaigns.act.${first}`)}
        </Button>
      )}
      {open === 'edit' && <EditCampaignDialog campaign={campaign} onClose={close} />}
      {open !== null && open !== 'edit' && <StepDialog campaign={campaign} step={open} onClose={close} />}
    </>
  );
}
