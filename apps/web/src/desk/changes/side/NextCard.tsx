import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import c from '../side.module.css';
import type { Change } from '../types';
import { useWindowWords } from '../use-window-words';

const needed = new Set(['what', 'plan', 'test', 'rollback', 'window']);

/** Who does what next, in one sentence. */
function useNext(change: Change): string {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const { due } = useWindowWords();
  const { state, kind, sections, assessmentDueAt, window, reviewRequired, review } = change;
  const group = change.group?.name ?? t('change.next.theGroup');
  const missing = sections.filter((section) => section.state === 'missing' && needed.has(section.code));
  switch (state) {
    case 'draft':
      if (kind === 'emergency') return t('change.next.draftEmergency');
      if (kind === 'standard') return t('change.next.draftStandard');
      if (missing.length === 0) return t('change.next.draftReady');
      return t('change.next.draft', { sections: missing.map(({ code }) => t(`change.section.${code}`).toLocaleLowerCase()).join(', ') });
    case 'assessing':
      return assessmentDueAt ? t('change.next.assessing', { at: due(assessmentDueAt) }) : t('change.next.assessingPlain');
    case 'scheduled':
      return t('change.next.scheduled', { group, at: window ? weekdayTime(window.from) : '' });
    case 'implementing':
      return t('change.next.implementing', { group });
    case 'review':
      return t(reviewRequired && !review ? 'change.next.review' : 'change.next.reviewShort');
    default:
      return t(`change.next.${state}`);
  }
}

/** What comes next, and who takes part. */
export function NextCard({ change }: { change: Change }) {
  const { t } = useTexts();
  const next = useNext(change);
  const people = [
    ['change.field.requester', change.requester.name, change.institution.name],
    ['change.field.group', change.group?.name ?? t('change.field.nobody'), change.assignee?.name],
  ] as const;
  return (
    <section className={c.card} aria-labelledby="next-title">
      <header>
        <h2 id="next-title">{t('change.next.title')}</h2>
      </header>
      <p className={c.next}>{next}</p>
      <dl className={c.people}>
        {people.map(([key, name, detail]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {name}
              {detail && <small>{detail}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
