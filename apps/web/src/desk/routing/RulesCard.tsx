import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import page from '../changes/changes.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import type { Rule, Rules } from './routing-queries';
import { bodyOf, fieldsOf } from './rule-form';
import { RuleDialog } from './RuleDialog';
import { ruleButtonId, RuleRow } from './RuleRow';
import { RemoveRuleDialog, RuleHistoryDialog } from './RuleSmallDialogs';
import c from './routing.module.css';
import { useKeepRule } from './use-keep-rule';

type Open = { dialog: 'edit' | 'remove' | 'history'; rule: Rule };

/** A rule that changes its place keeps the focus, as a list sorted by hand is expected to. */
function useMoving() {
  const [said, setSaid] = useState<{ title: string; position: number } | null>(null);
  const keep = useKeepRule((step) => {
    if (step.do !== 'move') return;
    setSaid({ title: step.of.title, position: step.position });
    window.setTimeout(() => document.getElementById(ruleButtonId(step.of.id))?.focus());
  });
  return { keep, said };
}

/** The rules in their order. */
export function RulesCard({ rules }: { rules: Rules }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const { keep, said } = useMoving();
  const { items, version, may } = rules;
  const close = (): void => setOpen(null);
  return (
    <section className={page.card} aria-label={t('routing.rules')}>
      <p className={c.hint}>{t(may.write ? 'routing.orderHint' : 'routing.orderRead')}</p>
      <ol className={c.rules}>
        {items.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            last={items.length}
            may={may.write}
            onEdit={(of) => setOpen({ dialog: 'edit', rule: of })}
            onRemove={(of) => setOpen({ dialog: 'remove', rule: of })}
            onHistory={(of) => setOpen({ dialog: 'history', rule: of })}
            onSwitch={(of, active) => keep.mutate({ do: 'change', of, body: bodyOf({ ...fieldsOf(of), active }) })}
            onMove={(of, position) => !keep.isPending && keep.mutate({ do: 'move', of, position, set: version })}
          />
        ))}
      </ol>
      <p className="vh" role="status">
        {said && t('routing.moved', { title: said.title, position: String(said.position) })}
      </p>
      {keep.error && <ProblemNote error={keep.error} />}
      <p className={c.rest}>{t('routing.rest')}</p>
      {open?.dialog === 'edit' && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveRuleDialog rule={open.rule} onClose={close} />}
      {open?.dialog === 'history' && <RuleHistoryDialog rule={open.rule} onClose={close} />}
    </section>
  );
}

/** The button that begins a rule. */
export function NewRule() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('routing.new')}
      </Button>
      {open && <RuleDialog onClose={() => setOpen(false)} />}
    </>
  );
}
