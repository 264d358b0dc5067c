import { CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dialog from '../campaigns/dialog.module.css';
import { PersonField } from '../create/PersonField';
import { queries } from '../data/queries';
import type { Level } from '../data/types';
import { PriorityBars } from '../marks/PriorityBars';
import { useTexts } from '../texts';
import { CategoryField } from '../ticket/CategoryField';
import { MarkdownText } from '../ticket/MarkdownText';
import { priorityOf } from '../ticket/priority';
import { routingQueries } from './routing-queries';
import type { RulePart } from './RuleDialog';
import c from './routing.module.css';

const levels = ['1', '2', '3'] as const;
const MOST_WATCHERS = 10;

function Priority({ fields, change, fault }: RulePart) {
  const { t } = useTexts();
  const { impact, urgency } = fields;
  const priority = impact && urgency ? priorityOf(Number(impact) as Level, Number(urgency) as Level) : null;
  return (
    <>
      <div className={`${dialog.pair} ${c.top}`}>
        {(['impact', 'urgency'] as const).map((field) => (
          <Select
            key={field}
            label={t(`fact.${field}`)}
            data={[{ value: '', label: t('routing.leave') }, ...levels.map((value) => ({ value, label: t(`${field}.${value}`) }))]}
            value={fields[field]}
            error={fault(field)}
            allowDeselect={false}
            onChange={(value) => change({ [field]: value ?? '' })}
          />
        ))}
      </div>
      <p className={c.hint} aria-live="polite">
        {priority && (
          <>
            <PriorityBars priority={priority} /> <b>{t('desk.priorityMark', { priority: String(priority) })}</b>{' '}
          </>
        )}
        {t('routing.priorityHint')}
      </p>
    </>
  );
}

function FirstAnswer({ fields, change, fault }: RulePart) {
  const { t, locale } = useTexts();
  const { data: answers = [] } = useQuery(routingQueries.answers());
  const chosen = answers.find(({ id }) => id === fields.answerId);
  const text = (locale === 'lv' ? chosen?.textLv : chosen?.textEn) ?? chosen?.textLv ?? chosen?.textEn;
  return (
    <>
      <Select
        label={t('routing.answer')}
        description={t('routing.answerHint')}
        placeholder={t('routing.answerNone')}
        data={answers.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.answerId}
        error={fault('answerId')}
        onChange={(answerId) => change({ answerId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      {text && (
        <div className={c.preview} tabIndex={0} role="group" aria-label={t('routing.answerText')}>
          <MarkdownText text={text} />
        </div>
      )}
    </>
  );
}

function Watchers({ fields, change, fault }: RulePart) {
  const { t } = useTexts();
  const { watchers } = fields;
  return (
    <div>
      {watchers.length < MOST_WATCHERS && (
        <PersonField
          key={watchers.length}
          label={t('routing.watchers')}
          value={null}
          onChange={(person) => {
            if (person && !watchers.some(({ id }) => id === person.id))
              change({ watchers: [...watchers, { id: person.id, name: person.name }] });
          }}
        />
      )}
      {fault('watcherIds') && <p className={c.fault}>{fault('watcherIds')}</p>}
      <ul className={c.watchers}>
        {watchers.map(({ id, name }) => (
          <li key={id}>
            {name}
            <CloseButton
              size={24}
              aria-label={t('routing.noWatcher', { name })}
              onClick={() => change({ watchers: watchers.filter((one) => one.id !== id) })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the rule wants; what is left empty it leaves to the service and to people. */
export function OutcomeFields(part: RulePart) {
  const { fields, change, fault } = part;
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  return (
    <fieldset className={c.part}>
      <legend>{t('routing.then')}</legend>
      <Select
        label={t('routing.group')}
        placeholder={t('routing.groupNone')}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.groupId}
        error={fault('groupId')}
        onChange={(groupId) => change({ groupId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <Priority {...part} />
      <CategoryField
        label={t('routing.category')}
        placeholder={t('routing.categoryNone')}
        value={fields.category}
        kept={fields.category}
        error={fault('category')}
        onChange={(category) => change({ category })}
      />
      <FirstAnswer {...part} />
      <Watchers {...part} />
    </fieldset>
  );
}
