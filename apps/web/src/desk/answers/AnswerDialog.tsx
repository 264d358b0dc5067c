import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import dialog from '../campaigns/dialog.module.css';
import { useReferenceChoices } from '../data/reference-words';
import { useMe } from '../data/session';
import { FormDialog } from '../shell/FormDialog';
import { type TextKey, useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { MarkdownText } from '../ticket/MarkdownText';
import type { Answer, AnswerBody, AnswerScope } from './answer-queries';
import c from './answers.module.css';
import { withExamples } from './example';
import { useKeepAnswer } from './use-keep-answer';

/** What somebody may do with answers: his scopes, his groups, the places that can be filled. */
export interface AnswerGround {
  scopes: string[];
  groups: { id: string; name: string }[];
  placeholders: string[];
}

interface Fields {
  scope: AnswerScope;
  groupId: string | null;
  name: string;
  textLv: string;
  textEn: string;
  resolutionCode: string;
}

type Change = (part: Partial<Fields>) => void;
type Fault = (field: string) => string | undefined;

const fieldsOf = (answer: Answer | null, { groups }: AnswerGround): Fields => ({
  scope: answer?.scope ?? 'own',
  groupId: answer?.group?.id ?? groups[0]?.id ?? null,
  name: answer?.name ?? '',
  textLv: answer?.textLv ?? '',
  textEn: answer?.textEn ?? '',
  resolutionCode: answer?.resolutionCode ?? '',
});

const bodyOf = ({ scope, groupId, name, textLv, textEn, resolutionCode }: Fields): AnswerBody => ({
  scope,
  name: name.trim(),
  groupId: scope === 'group' ? groupId : null,
  textLv: textLv.trim() || null,
  textEn: textEn.trim() || null,
  resolutionCode: resolutionCode || null,
});

function Texts({ fields, change, fault, places }: { fields: Fields; change: Change; fault: Fault; places: readonly string[] }) {
  const { t } = useTexts();
  const areas = { textLv: useRef<HTMLTextAreaElement>(null), textEn: useRef<HTMLTextAreaElement>(null) };
  const last = useRef<'textLv' | 'textEn'>('textLv');
  const put = (place: string): void => {
    const field = last.current;
    const area = areas[field].current;
    const at = area?.selectionStart ?? fields[field].length;
    const words = `{{${place}}}`;
    change({ [field]: fields[field].slice(0, at) + words + fields[field].slice(area?.selectionEnd ?? at) });
    window.setTimeout(() => {
      area?.focus();
      area?.setSelectionRange(at + words.length, at + words.length);
    });
  };
  return (
    <>
      <div className={`${dialog.pair} ${c.top}`}>
        {(['textLv', 'textEn'] as const).map((field) => (
          <Textarea
            key={field}
            ref={areas[field]}
            label={t(`answers.${field}`)}
            autosize
            minRows={5}
            maxRows={10}
            maxLength={10_000}
            value={fields[field]}
            error={fault(field)}
            onFocus={() => (last.current = field)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <fieldset className={c.places}>
        <legend>{t('answers.placeholders')}</legend>
        {places.map((place) => (
          <Button key={place} size="compact-sm" variant="default" onClick={() => put(place)}>
            {t(`answers.place.${place}` as TextKey)}
          </Button>
        ))}
      </fieldset>
    </>
  );
}

/** How the text reads for a requester, with examples in its places. */
function Example({ fields }: { fields: Fields }) {
  const texts = useTexts();
  const me = useMe();
  const text = fields.textLv.trim() || fields.textEn.trim();
  const mine: Record<string, string> = { 'agent.name': me.name, 'agent.firstName': me.name.split(' ')[0] ?? '' };
  const example = (place: string): string | undefined => {
    const key = `answers.example.${place}`;
    return mine[place] ?? (texts.has(key) ? texts.t(key as TextKey) : undefined);
  };
  return (
    <section className={c.example} aria-label={texts.t('answers.example')}>
      <h3>{texts.t('answers.example')}</h3>
      {text ? <MarkdownText text={withExamples(text, example)} /> : <p>{texts.t('answers.exampleNone')}</p>}
    </section>
  );
}

function Audience({ fields, change, fault, ground }: { fields: Fields; change: Change; fault: Fault; ground: AnswerGround }) {
  const { t } = useTexts();
  const scopes = (['own', 'group', 'everybody'] as const).filter((scope) => ground.scopes.includes(scope));
  return (
    <div className={c.audience}>
      <Choices
        label={t('answers.scope')}
        layout="chips"
        choices={scopes.map((value) => ({ value, text: t(`answers.scopeChoice.${value}`) }))}
        value={fields.scope}
        onChange={(value) => change({ scope: scopes.find((scope) => scope === value) ?? 'own' })}
      />
      {fields.scope === 'group' && ground.groups.length > 1 && (
        <Select
          label={t('answers.group')}
          data={ground.groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.groupId}
          error={fault('groupId')}
          allowDeselect={false}
          onChange={(groupId) => change({ groupId })}
        />
      )}
    </div>
  );
}

/** An answer is written: for whom, in which words, with which places left open. */
export function AnswerDialog({ answer = null, ground, onClose }: { answer?: Answer | null; ground: AnswerGround; onClose: () => void }) {
  const { t } = useTexts();
  const [fields, setFields] = useState(() => fieldsOf(answer, ground));
  const codes = useReferenceChoices('resolution_code', answer?.resolutionCode);
  const keep = useKeepAnswer(onClose);
  const change: Change = (part) => setFields((known) => ({ ...known, ...part }));
  const problems = keep.error instanceof ApiProblem ? keep.error.errors : [];
  const fault: Fault = (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const body = bodyOf(fields);
  return (
    <FormDialog
      title={t(answer ? 'answers.edit' : 'answers.new')}
      submit={t('answers.save')}
      size={820}
      ready={body.name !== '' && (body.textLv !== null || body.textEn !== null)}
      busy={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate(answer ? { do: 'change', of: answer, body } : { do: 'create', body })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('answers.name')}
        description={t('answers.nameHint')}
        required
        maxLength={120}
        value={fields.name}
        error={fault('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Texts fields={fields} change={change} fault={fault} places={ground.placeholders} />
      <Example fields={fields} />
      <div className={`${dialog.pair} ${c.top}`}>
        <Audience fields={fields} change={change} fault={fault} ground={ground} />
        <Select
          label={t('answers.code')}
          description={t('answers.codeHint')}
          data={[{ value: '', label: t('answers.codeNone') }, ...codes.map(({ value, text }) => ({ value, label: text }))]}
          value={fields.resolutionCode}
          allowDeselect={false}
          onChange={(resolutionCode) => change({ resolutionCode: resolutionCode ?? '' })}
        />
      </div>
    </FormDialog>
  );
}
