import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { AddScope } from './AddScope';
import { bodyOfDraft, type DraftChange, type DraftFields, sectionAt, withoutSection, withScope } from './draft-changes';
import css from './editor.module.css';
import c from './draft.module.css';
import { EditorSection } from './EditorSection';
import { policyQueries } from './policy-queries';
import { sectionsOf } from './sections';
import type { MidFlightRule, Policy, PolicyDraft } from './types';

const rules: MidFlightRule[] = ['middle_of_three', 'restart', 'replay'];

function useSave(policy: Policy, revision: number | null, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (fields: DraftFields): Promise<PolicyDraft> =>
      bodyOf(
        api.PUT('/api/v1/policies/{id}/draft', {
          params: { path: { id: policy.id } },
          body: bodyOfDraft(fields),
          headers: { 'if-match': `"${revision ?? 0}"` },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['policies'] });
      notifications.show({ message: t('sla.saved'), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}

function Sections({
  fields,
  change,
  refused,
}: {
  fields: DraftFields;
  change: (by: DraftChange) => void;
  refused: ReadonlySet<string | null>;
}) {
  const { data: calendars = [] } = useQuery(policyQueries.calendars());
  const { t, locale } = useTexts();
  const known = calendars.map(({ id, code, nameLv, nameEn }) => ({ id, code, name: locale === 'lv' ? nameLv : nameEn }));
  const sections = sectionsOf(fields.targets, fields.scopes);
  return (
    <>
      {sections.map((section, at) => (
        <EditorSection
          key={section.key}
          section={section}
          calendars={known}
          refused={refused.has(section.key)}
          change={change}
          onRemove={at === 0 ? null : () => change(withoutSection(section))}
        />
      ))}
      <AddScope taken={sections.map(({ key }) => key)} onAdd={(scope) => change(withScope(scope))} label={t('sla.addScope')} />
    </>
  );
}

function General({ fields, change }: { fields: DraftFields; change: (by: DraftChange) => void }) {
  const { t } = useTexts();
  return (
    <div className={css.general}>
      <TextInput
        label={t('sla.note')}
        description={t('sla.noteHint')}
        value={fields.note}
        onChange={(event) => {
          const note = event.currentTarget.value;
          change((known) => ({ ...known, note }));
        }}
      />
      <Select
        label={t('sla.rule')}
        description={t(`sla.rule.${fields.midFlightRule}.hint`)}
        allowDeselect={false}
        data={rules.map((value) => ({ value, label: t(`sla.rule.${value}`) }))}
        value={fields.midFlightRule}
        onChange={(value) => change((known) => ({ ...known, midFlightRule: (value ?? 'middle_of_three') as MidFlightRule }))}
      />
    </div>
  );
}

function Form({ policy, start, revision, onClose }: { policy: Policy; start: DraftFields; revision: number | null; onClose: () => void }) {
  const { t } = useTexts();
  const [fields, setFields] = useState(start);
  const save = useSave(policy, revision, onClose);
  const change = (by: DraftChange): void => setFields(by);
  const pointers = save.error instanceof ApiProblem ? save.error.errors.map(({ pointer }) => pointer) : [];
  const refused = new Set(pointers.map((pointer) => sectionAt(save.variables ?? fields, pointer)));
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(fields);
      }}
    >
      <header className={css.editorHead}>
        <h2>{t('sla.editing', { name: policy.name, version: String((policy.versions[0]?.version ?? 0) + 1) })}</h2>
        <p>{t('sla.editingText')}</p>
      </header>
      <Sections fields={fields} change={change} refused={refused} />
      <General fields={fields} change={change} />
      <footer className={css.saveBar}>
        {save.error && <ProblemNote error={save.error} />}
        <span className={c.grow} />
        <Button variant="default" onClick={onClose}>
          {t('dialog.back')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('sla.saveDraft')}
        </Button>
      </footer>
    </form>
  );
}

/** Works on the draft, or on what is in force where there is none yet. Nothing comes into force by saving. */
export function DraftEditor({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const draft = useQuery({ ...policyQueries.draft(policy.id), enabled: policy.draft !== null });
  const base = policy.versions[0];
  const version = useQuery({
    ...policyQueries.version(policy.id, base?.version ?? 0),
    enabled: policy.draft === null && base !== undefined,
  });
  const known = policy.draft ? draft.data : version.data;
  if (!known && base) return <Skeleton height={420} radius={12} />;
  const start: DraftFields = {
    midFlightRule: known?.midFlightRule ?? 'middle_of_three',
    note: policy.draft ? (known?.note ?? '') : '',
    targets: known?.targets ?? [],
    scopes: [],
  };
  return (
    <Form key={policy.draft?.revision ?? 0} policy={policy} start={start} revision={policy.draft?.revision ?? null} onClose={onClose} />
  );
}
