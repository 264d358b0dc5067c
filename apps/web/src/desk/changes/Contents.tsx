import { IconAlertTriangleFilled, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts';
import c from './contents.module.css';
import { completenessOf, type Completeness } from './completeness';
import { sections, type Change, type Section } from './types';

/** The section at the top of what is being read. */
function useHere(): Section {
  const [here, setHere] = useState<Section>('what');
  useEffect(() => {
    const seen = new Map<string, boolean>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) seen.set(entry.target.id, entry.isIntersecting);
        const first = sections.find((name) => seen.get(name));
        if (first) setHere(first);
      },
      { rootMargin: '-20% 0px -50% 0px' },
    );
    for (const name of sections) {
      const element = document.getElementById(name);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return here;
}

function Sign({ done }: { done: Completeness }) {
  const { t } = useTexts();
  if ('count' in done) return <span className="num">{done.count}</span>;
  const name = t(`change.done.${done.mark}`);
  const look = { size: 15, role: 'img', 'aria-label': name };
  if (done.mark === 'complete') return <IconCheck {...look} stroke={2.2} />;
  if (done.mark === 'warning') return <IconAlertTriangleFilled {...look} />;
  return done.mark === 'missing' ? <IconCircleDashed {...look} stroke={2} /> : null;
}

/** The sections of the document with how complete each is; a click goes there. */
export function Contents({ change }: { change: Change }) {
  const { t } = useTexts();
  const here = useHere();
  return (
    <nav className={c.contents} aria-label={t('change.contents')}>
      <ol>
        {sections.map((name, index) => {
          const done = completenessOf(change, name);
          return (
            <li key={name}>
              <a
                href={`#${name}`}
                aria-current={name === here ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(name)?.scrollIntoView({ block: 'start' });
                }}
              >
                <span className="num">{index + 1}</span>
                {t(`change.section.${name}`)}
                <i data-mark={'mark' in done ? done.mark : undefined}>
                  <Sign done={done} />
                </i>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
