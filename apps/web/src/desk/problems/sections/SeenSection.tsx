import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import d from '../../changes/document.module.css';
import c from '../../changes/form.module.css';
import { queries } from '../../data/queries';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import type { Problem } from '../types';
import { Section } from './Section';
import { SectionForm } from './SectionForm';

const LEVELS = [1, 2, 3] as const;

function Form({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const [title, setTitle] = useState(problem.title);
  const [description, setDescription] = useState(problem.description);
  const [serviceId, setServiceId] = useState(problem.service?.id ?? null);
  const [impact, setImpact] = useState(problem.impact);
  const [urgency, setUrgency] = useState(problem.urgency);
  const ready = title.trim() !== '' && description.trim() !== '';
  const body = { title: title.trim(), description: description.trim(), serviceId, impact: impact as 1, urgency: urgency as 1 };
  const level = (name: 'impact' | 'urgency', value: number, set: (level: number) => void) => (
    <Select
      label={t(`fact.${name}`)}
      data={LEVELS.map((one) => ({ value: String(one), label: t(`${name}.${one}`) }))}
      value={String(value)}
      onChange={(chosen) => set(Number(chosen ?? value))}
      allowDeselect={false}
    />
  );
  return (
    <SectionForm problem={problem} body={ready ? body : null} onClose={onClose}>
      <TextInput
        label={t('problem.field.title')}
        required
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('problem.field.description')}
        required
        autosize
        minRows={3}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Select
        label={t('problem.field.service')}
        data={services.map(({ id, name }) => ({ value: id, label: name }))}
        value={serviceId}
        onChange={setServiceId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <div className={c.pair}>
        {level('impact', impact, setImpact)}
        {level('urgency', urgency, setUrgency)}
      </div>
    </SectionForm>
  );
}

/** What keeps happening, where, and why somebody began to look for a cause. */
export function SeenSection({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const [editing, setEditing] = useState(false);
  const { openedBy, submittedAt, origin, originText, service, items } = problem;
  return (
    <Section
      name="seen"
      no={1}
      aside={`${openedBy.name}, ${date(submittedAt)}`}
      onEdit={problem.abilities.edit && !editing ? () => setEditing(true) : undefined}
    >
      {editing ? (
        <Form problem={problem} onClose={() => setEditing(false)} />
      ) : (
        <>
          <MarkdownText text={problem.description} />
          <dl className={d.facts}>
            <div>
              <dt>{t('problem.field.origin')}</dt>
              <dd>{originText ? `${t(`problem.origin.${origin}`)}: ${originText}` : t(`problem.origin.${origin}`)}</dd>
            </div>
            <div>
              <dt>{t('problem.field.service')}</dt>
              <dd>{service?.name ?? t('problem.noService')}</dd>
            </div>
            {items.length > 0 && (
              <div>
                <dt>{t('problem.field.items')}</dt>
                <dd>
                  <ul className={d.inline}>
                    {items.map(({ id, tag, name }) => (
                      <li key={id}>
                        <Link to="/desk/assets/$tag" params={{ tag }} title={name}>
                          {tag}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
        </>
      )}
    </Section>
  );
}
