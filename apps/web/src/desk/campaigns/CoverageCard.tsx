import { Skeleton } from '@mantine/core';
import { IconVolumeOff } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Campaign, Coverage, InstitutionCoverage } from './campaign-queries';
import c from './institutions.module.css';

/** The silent ones first, then those who hide, then by how many have answered. */
function byNeed(a: InstitutionCoverage, b: InstitutionCoverage): number {
  const rank = ({ answered }: InstitutionCoverage): number => ['none', 'hidden', 'count'].indexOf(answered.display);
  return rank(a) - rank(b) || (a.rate ?? 0) - (b.rate ?? 0);
}

function Answered({ row }: { row: InstitutionCoverage }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const { answered, rate } = row;
  if (answered.display === 'none')
    return <span className={c.silent}>{t(row.invited === 0 ? 'campaigns.nobodyInvited' : 'campaigns.nobody')}</span>;
  if (answered.display === 'hidden') return <span className={c.hidden}>{t('campaigns.hidden')}</span>;
  return (
    <span className={c.bar}>
      <span className="num">
        <b>{number(answered.count ?? 0)}</b> {percent(rate ?? 0)}
      </span>
      <i style={{ '--share': `${rate ?? 0}%` } as React.CSSProperties} aria-hidden />
    </span>
  );
}

function Rows({ coverage }: { coverage: Coverage }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return (
    <table className={c.table}>
      <thead>
        <tr>
          <th scope="col">{t('campaigns.institution')}</th>
          <th scope="col" className={c.right}>
            {t('campaigns.invited')}
          </th>
          <th scope="col">{t('campaigns.answered')}</th>
        </tr>
      </thead>
      <tbody>
        {[...coverage.rows].sort(byNeed).map((row) => (
          <tr key={row.institution.id} data-display={row.answered.display}>
            <th scope="row">{row.institution.name}</th>
            <td className={`num ${c.right}`}>{number(row.invited)}</td>
            <td>
              <Answered row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Silent({ coverage }: { coverage: Coverage }) {
  const { t } = useTexts();
  const { silent } = coverage;
  if (silent.length === 0) return null;
  return (
    <div className={c.callout}>
      <IconVolumeOff size={18} aria-hidden />
      <p>
        <b>{t('campaigns.silent', { count: silent.length })}</b> {silent.map(({ name }) => name).join(', ')}.
      </p>
    </div>
  );
}

function Excluded({ coverage }: { coverage: Coverage }) {
  const { t } = useTexts();
  if (coverage.exclusions.length === 0) return null;
  return (
    <div className={c.excluded}>
      <h3>{t('campaigns.excluded')}</h3>
      <ul>
        {coverage.exclusions.map(({ institution, reason }) => (
          <li key={institution.id}>
            <b>{institution.name}:</b> {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who was asked and how many have answered, institution by institution; the silent ones by name. */
export function CoverageCard({ campaign, coverage }: { campaign: Campaign; coverage: Coverage | undefined }) {
  const { t } = useTexts();
  return (
    <section className={c.card} aria-label={t('campaigns.coverage')}>
      <header>
        <div>
          <h2>{t('campaigns.coverage')}</h2>
          <p>{t(campaign.state === 'open' ? 'campaigns.coverageLive' : 'campaigns.coverageFinal')}</p>
        </div>
      </header>
      {coverage ? (
        <>
          <Silent coverage={coverage} />
          <Rows coverage={coverage} />
          {coverage.withheld > 0 && <p className={c.why}>{t('campaigns.hiddenWhy', { minGroup: String(coverage.minGroup) })}</p>}
          <Excluded coverage={coverage} />
        </>
      ) : (
        <Skeleton height={360} />
      )}
    </section>
  );
}
