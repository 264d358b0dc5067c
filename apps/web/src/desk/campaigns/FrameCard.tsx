import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Campaign } from './campaign-queries';
import { ExclusionsDialog } from './ExclusionsDialog';
import c from './institutions.module.css';

function Rows({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const nobody = campaign.mode === 'institution_contacts' ? 'campaigns.noCoordinator' : 'campaigns.nobodyToInvite';
  return (
    <table className={c.table}>
      <thead>
        <tr>
          <th scope="col">{t('campaigns.institution')}</th>
          <th scope="col" className={c.right}>
            {t('campaigns.users')}
          </th>
          <th scope="col">{t('campaigns.willInvite')}</th>
        </tr>
      </thead>
      <tbody>
        {campaign.frame.map(({ institution, users, invited, reason }) => (
          <tr key={institution.id} data-excluded={reason !== null || undefined}>
            <th scope="row">
              {institution.name}
              {reason !== null && <small>{t('campaigns.excludedBecause', { reason })}</small>}
            </th>
            <td className={`num ${c.right}`}>{number(users)}</td>
            <td className="num">{reason === null && invited === 0 ? <span className={c.silent}>{t(nobody)}</span> : number(invited)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whom the campaign would ask if it opened now: all active clients, less those that are left out with a reason. */
export function FrameCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const [excluding, setExcluding] = useState(false);
  const asked = campaign.frame.filter(({ reason }) => reason === null);
  const invited = asked.reduce((sum, row) => sum + row.invited, 0);
  return (
    <section className={c.card} aria-label={t('campaigns.frame')}>
      <header>
        <div>
          <h2>{t('campaigns.frame')}</h2>
          <p>{t(campaign.state === 'cancelled' ? 'campaigns.frameNever' : 'campaigns.frameText')}</p>
        </div>
        {campaign.abilities.exclude && (
          <Button variant="default" onClick={() => setExcluding(true)}>
            {t('campaigns.exclude')}
          </Button>
        )}
      </header>
      {campaign.frame.length > 0 && <Rows campaign={campaign} />}
      {campaign.state !== 'cancelled' && (
        <p className={`num ${c.sum}`}>{t('campaigns.frameSum', { institutions: number(asked.length), invited: number(invited) })}</p>
      )}
      {excluding && <ExclusionsDialog campaign={campaign} onClose={() => setExcluding(false)} />}
    </section>
  );
}
