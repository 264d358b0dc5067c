import { IconCheck, IconX } from '@tabler/icons-react';
import { millis } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import type { Campaign, CampaignState } from './campaign-queries';
import c from './stages.module.css';
import { useDays } from './use-days';

const stages = ['draft', 'approved', 'open', 'closed', 'published'] as const satisfies readonly CampaignState[];

interface Stage {
  state: (typeof stages)[number];
  at: string | null;
  by: string | null;
}

/** When each stage was reached, and by whom where a person did it. */
function reached(campaign: Campaign): Stage[] {
  const by = (what: string): string | null => campaign.history.findLast((one) => one.what === what)?.actor?.name ?? null;
  return [
    { state: 'draft', at: campaign.createdAt, by: campaign.createdBy.name },
    { state: 'approved', at: campaign.approvedAt, by: campaign.approvedBy?.name ?? null },
    { state: 'open', at: campaign.openedAt, by: by('opened') },
    { state: 'closed', at: campaign.closedAt, by: by('closed') },
    { state: 'published', at: campaign.publishedAt, by: by('published') },
  ];
}

/** Who may do what next, in one sentence. */
function useNext(campaign: Campaign): string {
  const { t } = useTexts();
  const { day } = useDays();
  const now = useNow();
  const { state, opensOn, closesOn, abilities, createdBy, paused, closeReason, plan } = campaign;
  switch (state) {
    case 'draft':
      return t(abilities.approve ? 'campaigns.next.approveYou' : 'campaigns.next.approve', { name: createdBy.name });
    case 'approved':
      return t(millis(plan[0]?.at ?? 0) > now ? 'campaigns.next.open' : 'campaigns.next.openByHand', { day: day(opensOn) });
    case 'open':
      return t(paused ? 'campaigns.next.paused' : 'campaigns.next.close', { day: day(closesOn) });
    case 'closed':
      return closeReason ? t('campaigns.next.closedEarly', { reason: closeReason }) : t('campaigns.next.publish');
    case 'published':
      return t('campaigns.next.published');
    case 'cancelled':
      return t('campaigns.next.cancelled');
  }
}

/** The five stages of a campaign, the present one marked, and what comes next. */
export function Stages({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const next = useNext(campaign);
  const cancelled = campaign.state === 'cancelled';
  const all = reached(campaign);
  const here = cancelled ? all.findLastIndex(({ at }) => at !== null) : stages.indexOf(campaign.state as Stage['state']);
  return (
    <section className={c.stages} aria-label={t('campaigns.stages')}>
      <ol>
        {all.map(({ state, at, by }, i) => (
          <li key={state} data-on={i < here ? 'done' : i === here ? 'here' : undefined} aria-current={i === here ? 'step' : undefined}>
            <i aria-hidden>
              {cancelled && i === here ? <IconX size={13} stroke={2.6} /> : i < here ? <IconCheck size={13} stroke={2.6} /> : i + 1}
            </i>
            <span>
              <b>{t(`campaigns.stage.${state}`)}</b>
              {at && (
                <small className="num">
                  {dateTime(at)}
                  {by ? ` · ${by}` : ''}
                </small>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p>{next}</p>
    </section>
  );
}
