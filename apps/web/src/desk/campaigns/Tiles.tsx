import { Skeleton } from '@mantine/core';
import { daysBetween, inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import type { Campaign, Coverage } from './campaign-queries';
import c from './tiles.module.css';
import { useDays } from './use-days';

function Tile({ name, figure, note, share }: { name: string; figure: string; note: string; share?: number | undefined }) {
  return (
    <div className={c.tile}>
      <dt>{name}</dt>
      <dd>
        <b className="num">{figure}</b>
        {share !== undefined && <i style={{ '--share': `${share}%` } as React.CSSProperties} aria-hidden />}
        <small>{note}</small>
      </dd>
    </div>
  );
}

function useTime({ state, closesOn, closedAt }: Campaign): { name: string; figure: string; note: string } {
  const { t } = useTexts();
  const { day } = useDays();
  const { date } = useFormat();
  const today = inRiga(useNow()).date;
  if (state !== 'open') return { name: t('campaigns.tile.closed'), figure: date(closedAt ?? ''), note: t('campaigns.tile.closedNote') };
  const left = Math.max(0, daysBetween(today, closesOn));
  return {
    name: t('campaigns.tile.left'),
    figure: t('campaigns.days', { count: left }),
    note: t('campaigns.tile.until', { day: day(closesOn) }),
  };
}

/** How far the campaign has come, in four figures. What may not be shown is left out of them, and that is said. */
export function Tiles({ campaign, coverage }: { campaign: Campaign; coverage: Coverage | undefined }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const time = useTime(campaign);
  if (!coverage) return <Skeleton height={112} radius={12} />;
  const { invited, users, answered, withheld, responding, institutions, silent, excluded, complete } = coverage;
  const share = invited > 0 ? (100 * answered) / invited : 0;
  const nothingShown = answered === 0 && withheld > 0;
  const notes = [
    ...(nothingShown ? [] : [withheld > 0 ? percent(share) : t('campaigns.tile.shareOfInvited', { share: percent(share) })]),
    ...(withheld > 0 ? [t('campaigns.tile.withheld', { count: withheld })] : []),
  ];
  return (
    <dl className={c.tiles}>
      <Tile name={t('campaigns.answered')} figure={nothingShown ? '–' : number(answered)} share={share} note={notes.join(' · ')} />
      <Tile name={t('campaigns.invited')} figure={number(invited)} note={t('campaigns.tile.users', { users: number(users) })} />
      <Tile
        name={t('campaigns.institutions')}
        figure={t('campaigns.responding', { responding: number(responding), institutions: number(institutions) })}
        share={institutions > 0 ? (100 * responding) / institutions : 0}
        note={
          complete
            ? t(excluded > 0 ? 'campaigns.tile.completeExcluded' : 'campaigns.tile.complete', { count: excluded })
            : t('campaigns.tile.silent', { count: silent.length })
        }
      />
      <Tile {...time} />
    </dl>
  );
}
