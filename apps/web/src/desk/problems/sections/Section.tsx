import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import c from '../../changes/document.module.css';
import { useTexts } from '../../texts';

export type SectionName = 'seen' | 'cause' | 'users' | 'fixes' | 'incidents' | 'outcome';

interface Props {
  name: SectionName;
  no: number;
  aside?: ReactNode;
  /** Begins editing; absent where the section is not edited here. */
  onEdit?: (() => void) | undefined;
  editLabel?: string;
  children: ReactNode;
}

/** A numbered section of the document. */
export function Section({ name, no, aside, onEdit, editLabel, children }: Props) {
  const { t } = useTexts();
  const title = t(`problem.section.${name}`);
  return (
    <section id={name} className={c.section} aria-labelledby={`${name}-title`}>
      <span className={`${c.no} num`} aria-hidden>
        {no}
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
            aria-label={t('problem.editSection', { section: title })}
            onClick={onEdit}
          >
            {editLabel ?? t('problem.edit')}
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
