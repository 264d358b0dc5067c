import { duration } from '../../shared/format/numbers';
import { PriorityBars } from '../marks/PriorityBars';
import { useTexts } from '../texts';
import c from './policies.module.css';
import { kindsOf, priorities, type Section, sectionsOf, targetAt } from './sections';
import type { Target } from './types';
import { type TargetWords, useTargetWords } from './use-target-words';

function Row({ section, priority }: { section: Section; priority: number }) {
  const kinds = kindsOf[section.about];
  const found = kinds.map((kind) => targetAt(section.targets, kind, priority));
  if (found.every((target) => !target)) return null;
  const calendars = [...new Set(found.flatMap((target) => target?.calendar.name ?? []))];
  return (
    <tr>
      <th scope="row">
        <span className={c.priority}>
          <PriorityBars priority={priority} />P{priority}
        </span>
      </th>
      {found.map((target, at) => (
        <td key={kinds[at]} className={c.time}>
          {target ? duration(target.seconds) : <span className={c.none}>–</span>}
        </td>
      ))}
      <td className={c.calendar}>{calendars.join(', ')}</td>
    </tr>
  );
}

interface Said {
  pauses: string | null;
  steps: string;
}

/** What stops the time, when somebody is told and who: in one line each where it is the same for all. */
function saidOf(targets: readonly Target[], words: TargetWords): Said {
  const paused = targets.filter(({ kind }) => kind === 'resolution' || kind === 'ola');
  return {
    pauses: paused.length === 0 ? null : words.common(paused, (target) => words.pauses(target.pauseReasons)),
    steps: words.common(targets, (target) => words.steps(target.steps)),
  };
}

/** What a section says of its own; what the general one says already is not repeated. */
function Conditions({ said, general }: { said: Said; general: Said | null }) {
  const { t } = useTexts();
  const pauses = said.pauses !== null && said.pauses !== general?.pauses;
  const steps = said.steps !== general?.steps;
  if (!pauses && !steps) return null;
  return (
    <dl className={c.conditions}>
      {pauses && (
        <div>
          <dt>{t('sla.pauses')}</dt>
          <dd>{said.pauses}</dd>
        </div>
      )}
      {steps && (
        <div>
          <dt>{t('sla.steps')}</dt>
          <dd>{said.steps}</dd>
        </div>
      )}
    </dl>
  );
}

function TargetTable({ section, general = null }: { section: Section; general?: Said | null }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const name = words.scope(section);
  return (
    <section className={c.section} aria-label={name}>
      {general && <h3>{name}</h3>}
      <table className={c.table}>
        <thead>
          <tr>
            <th scope="col">{t('sla.priority')}</th>
            {kindsOf[section.about].map((kind) => (
              <th scope="col" key={kind} className={c.time}>
                {t(`sla.kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('sla.calendar')}</th>
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <Row key={priority} section={section} priority={priority} />
          ))}
        </tbody>
      </table>
      {section.targets.length > 0 && <Conditions said={saidOf(section.targets, words)} general={general} />}
    </section>
  );
}

/** A policy to be read: priority by kind, in hours and minutes, with the calendar; then what differs for services and institutions. */
export function TargetTables({ targets }: { targets: Target[] }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const [first, ...others] = sectionsOf(targets);
  const promises = others.filter(({ about }) => about === 'promise');
  const general = saidOf(first?.targets ?? [], words);
  const links = others.filter(({ about }) => about !== 'promise');
  return (
    <>
      {first && <TargetTable section={first} />}
      {promises.length > 0 && <h2 className={c.divider}>{t('sla.exceptions')}</h2>}
      {promises.map((section) => (
        <TargetTable key={section.key} section={section} general={general} />
      ))}
      {links.length > 0 && <h2 className={c.divider}>{t('sla.links')}</h2>}
      {links.map((section) => (
        <TargetTable key={section.key} section={section} general={general} />
      ))}
    </>
  );
}
