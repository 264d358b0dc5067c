import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dialog from '../campaigns/dialog.module.css';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { NO_SERVICE } from './rule-form';
import type { RulePart } from './RuleDialog';
import c from './routing.module.css';

const sources = ['portal', 'email', 'phone', 'in_person', 'monitoring', 'api'] as const;
const hours = ['', 'inside', 'outside'] as const;
const words = ['wordsAny', 'wordsAll', 'wordsNone'] as const;

function Words({ fields, change, fault }: RulePart) {
  const { t } = useTexts();
  const asked = words.some((field) => fields[field].length > 0);
  return (
    <>
      <div className={c.three}>
        {words.map((field) => (
          <TagsInput
            key={field}
            label={t(`routing.${field}`)}
            placeholder={fields[field].length === 0 ? t('routing.wordsPlaceholder') : ''}
            splitChars={[',', ';']}
            acceptValueOnBlur
            maxTags={50}
            value={fields[field]}
            error={fault(field)}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </div>
      <p className={c.hint}>{t('routing.wordsHint')}</p>
      {asked && (
        <Choices
          label={t('routing.wordsIn')}
          layout="chips"
          choices={(['anywhere', 'title'] as const).map((value) => ({ value, text: t(`routing.wordsIn.${value}`) }))}
          value={fields.wordsIn}
          onChange={(wordsIn) => change({ wordsIn: wordsIn === 'title' ? 'title' : 'anywhere' })}
        />
      )}
    </>
  );
}

/** When the rule holds; what is left empty asks nothing. */
export function ConditionFields(part: RulePart) {
  const { fields, change, fault } = part;
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const options = (of: readonly { id: string; name: string }[]) => of.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className={c.part}>
      <legend>{t('routing.if')}</legend>
      <div className={`${dialog.pair} ${c.top}`}>
        <MultiSelect
          label={t('routing.services')}
          placeholder={fields.services.length === 0 ? t('routing.any') : ''}
          data={[{ value: NO_SERVICE, label: t('routing.noService') }, ...options(services)]}
          value={fields.services}
          error={fault('serviceIds')}
          onChange={(value) => change({ services: value })}
          searchable
          nothingFoundMessage={t('desk.nothingFound')}
        />
        <MultiSelect
          label={t('routing.institutions')}
          placeholder={fields.institutions.length === 0 ? t('routing.any') : ''}
          data={options(institutions)}
          value={fields.institutions}
          error={fault('institutionIds')}
          onChange={(value) => change({ institutions: value })}
          searchable
          nothingFoundMessage={t('desk.nothingFound')}
        />
        <MultiSelect
          label={t('routing.sources')}
          placeholder={fields.sources.length === 0 ? t('routing.any') : ''}
          data={sources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
          value={fields.sources}
          onChange={(value) => change({ sources: value })}
        />
        <Select
          label={t('routing.hours')}
          data={hours.map((value) => ({ value, label: t(value ? `routing.hours.${value}` : 'routing.hours.any') }))}
          value={fields.hours}
          allowDeselect={false}
          onChange={(value) => change({ hours: hours.find((one) => one === value) ?? '' })}
        />
      </div>
      <Words {...part} />
    </fieldset>
  );
}
