import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts';
import c from '../document.module.css';
import { sections, type Section } from '../types';

interface Props {
  name: Section;
  /** Said at the right of the heading: who, when, how many. */
  aside?: ReactNode;
  /** Begins editing; absent where the section is not edited here. */
  onEdit?: (() => void) | undefined;
  editLabel?: string;
  children: ReactNode;
}

/** A numbered section of the document. */
export function SectionFrame({ name, aside, onEdit, editLabel, children }: Props) {
  const { t } = useTexts();
  const title = t(`change.section.${name}`);
  return (
    <section id={name} className={c.section} aria-labelledby={`${name}-title`}>
      <span className={`${c.no} num`} aria-hidden>
        {sections.indexOf(name) + 1}
      </span>
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        {aside && <span className={`${c.aside} num`}>{aside}</span>}
        {onEdit && (
          <Button
            size="compact-sm"
            variant="subtle"
            className={c.edit}
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-label={editLabel ? undefined : t('change.editSection', { section: title })}
            onClick={onEdit}
          >
            {editLabel ?? t('change.edit')}
          </Button>
        )}
      </header>
      <div className={c.body}>{children}</div>
    </section>
  );
}

/** What is said where nothing is written yet. */
export function Missing({ children }: { children: ReactNode }) {
  return <p className={c.missing}>{children}</p>;
}
