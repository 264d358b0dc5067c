import { Button, Checkbox, Modal, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { referenceQuery } from '../data/reference-words';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { type DraftChange, withTerms } from './draft-changes';
import css from './editor.module.css';
import c from './draft.module.css';
import { type Section } from './sections';
import { StepsField } from './StepsField';
import type { Step, Target, TargetKind } from './types';
import { useTargetWords } from './use-target-words';

const canPause = (kind: TargetKind): boolean => kind === 'resolution' || kind === 'ola';

interface Fields {
  pauses: string[];
  thresholds: number[];
  steps: Step[];
}

function Thresholds({ value, onChange }: { value: number[]; onChange: (thresholds: number[]) => void }) {
  const { t } = useTexts();
  return (
    <TagsInput
      label={t('sla.term.thresholds')}
      description={t('sla.thresholdsHint')}
      value={value.map((pct) => `${pct} %`)}
      onChange={(texts) => {
        const read = texts.map((text) => Number.parseInt(text, 10)).filter((pct) => pct >= 1 && pct <= 100);
        onChange([...new Set([...read, 100])].sort((a, b) => a - b));
      }}
    />
  );
}

function Pauses({ value, onChange }: { value: string[]; onChange: (reasons: string[]) => void }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const { data: known = [] } = useQuery(referenceQuery);
  const pausing = known.filter(({ mayPause, active, code }) => mayPause && (active || value.includes(code)));
  return (
    <Checkbox.Group label={t('sla.pauses')} description={t('sla.pausesHint')} value={value} onChange={onChange}>
      <div className={css.checks}>
        {pausing.map(({ code }) => (
          <Checkbox key={code} value={code} label={words.pause(code)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface Props {
  section: Section;
  priority: number;
  change: (by: DraftChange) => void;
  onClose: () => void;
}

/** What stops the time of a target, at which shares of it something is done, and what: for one priority, or for all of the section. */
export function TermsDialog({ section, priority, change, onClose }: Props) {
  const { t } = useTexts();
  const words = useTargetWords();
  const own = section.targets.filter((target) => target.priority === priority);
  const last = own.at(-1);
  const [kind, setKind] = useState<TargetKind>(last?.kind ?? 'resolution');
  const target = own.find((one) => one.kind === kind) ?? last;
  if (!target) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={`${words.scope(section)}, P${priority}`}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={c.form}>
        {own.length > 1 && (
          <Choices
            label={t('sla.ofWhat')}
            layout="chips"
            choices={own.map((one) => ({ value: one.kind, text: t(`sla.kind.${one.kind}`) }))}
            value={kind}
            onChange={(value) => setKind(value as TargetKind)}
          />
        )}
        <TermsForm key={kind} target={target} change={(chosen, terms) => change(withTerms(section, chosen, terms))} onClose={onClose} />
      </div>
    </Modal>
  );
}

interface FormProps {
  target: Target;
  change: (chosen: (target: Target) => boolean, terms: Partial<Target>) => void;
  onClose: () => void;
}

function TermsForm({ target, change, onClose }: FormProps) {
  const { t } = useTexts();
  const [{ pauses, thresholds, steps }, setFields] = useState<Fields>({
    pauses: target.pauseReasons,
    thresholds: target.thresholds,
    steps: target.steps,
  });
  const [everywhere, setEverywhere] = useState(false);
  const set = (part: Partial<Fields>): void => setFields((known) => ({ ...known, ...part }));
  const apply = (): void => {
    const kept = steps.filter(({ pct }) => thresholds.includes(pct));
    const chosen = (one: Target): boolean => one.kind === target.kind && (everywhere || one.priority === target.priority);
    change(chosen, { pauseReasons: pauses, thresholds, steps: kept });
    onClose();
  };
  return (
    <>
      {canPause(target.kind) && <Pauses value={pauses} onChange={(reasons) => set({ pauses: reasons })} />}
      <Thresholds value={thresholds} onChange={(next) => set({ thresholds: next })} />
      <StepsField thresholds={thresholds} steps={steps} onChange={(next) => set({ steps: next })} />
      <Checkbox
        label={t('sla.everywhere', { kind: t(`sla.kind.${target.kind}`) })}
        checked={everywhere}
        onChange={(event) => setEverywhere(event.currentTarget.checked)}
      />
      <div className={c.foot}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.back')}
        </Button>
        <Button onClick={apply}>{t('sla.apply')}</Button>
      </div>
    </>
  );
}
