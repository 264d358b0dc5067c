import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { ConditionFields } from './ConditionFields';
import { DraftTrial } from './DraftTrial';
import { OutcomeFields } from './OutcomeFields';
import type { Rule } from './routing-queries';
import { bodyOf, fieldsOf, type RuleFields, wantsSomething } from './rule-form';
import { useKeepRule } from './use-keep-rule';

/** A part of the form. */
export interface RulePart {
  fields: RuleFields;
  change: (part: Partial<RuleFields>) => void;
  fault: (field: string) => string | undefined;
}

/** A rule is written: if this holds, then that; and tried before it is kept. */
export function RuleDialog({ rule = null, onClose }: { rule?: Rule | null; onClose: () => void }) {
  const { t } = useTexts();
  const [fields, setFields] = useState(() => fieldsOf(rule));
  const keep = useKeepRule(onClose);
  const problems = keep.error instanceof ApiProblem ? keep.error.errors : [];
  const part: RulePart = {
    fields,
    change: (more) => setFields((known) => ({ ...known, ...more })),
    fault: (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail,
  };
  const body = bodyOf(fields);
  const ready = body.title !== '' && wantsSomething(fields) && (fields.impact === '') === (fields.urgency === '');
  return (
    <FormDialog
      title={t(rule ? 'routing.edit' : 'routing.new')}
      submit={t('routing.save')}
      size={860}
      ready={ready}
      busy={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate(rule ? { do: 'change', of: rule, body } : { do: 'create', body })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('routing.name')}
        description={t('routing.nameHint')}
        required
        maxLength={120}
        value={fields.title}
        error={part.fault('title')}
        onChange={(event) => part.change({ title: event.currentTarget.value })}
      />
      <ConditionFields {...part} />
      <OutcomeFields {...part} />
      <Checkbox
        label={t('routing.active')}
        checked={fields.active}
        onChange={(event) => part.change({ active: event.currentTarget.checked })}
      />
      <DraftTrial body={{ ...body, active: true }} of={rule?.id ?? null} ready={ready} />
    </FormDialog>
  );
}
