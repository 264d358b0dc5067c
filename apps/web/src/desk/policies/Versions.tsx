import { useFormat } from '../format';
import { useTexts } from '../texts';
import css from './try-out.module.css';
import c from './policies.module.css';
import type { Policy, VersionRef } from './types';

/** Published versions, the latest first; each can be read for good. */
export function Versions({ policy, shown, onShow }: { policy: Policy; shown: VersionRef | null; onShow: (version: number) => void }) {
  const { t } = useTexts();
  const { date } = useFormat();
  if (policy.versions.length === 0) return null;
  const state = (version: VersionRef): string =>
    version.id === policy.inForce?.id ? t('sla.holds') : version.id === policy.coming?.id ? t('sla.state.coming') : '';
  return (
    <section className={c.card} aria-labelledby="versions-title">
      <header>
        <h2 id="versions-title">{t('sla.versions')}</h2>
      </header>
      <ul className={css.versions}>
        {policy.versions.map((version) => (
          <li key={version.id}>
            <button type="button" aria-current={version.id === shown?.id || undefined} onClick={() => onShow(version.version)}>
              <b>{t('sla.version', { version: String(version.version) })}</b>
              <span className="num">{t('sla.since', { since: date(version.validFrom) })}</span>
              <small>{[state(version), version.publishedBy?.name, version.note].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
