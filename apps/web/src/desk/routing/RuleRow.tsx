import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../texts';
import c from './routing.module.css';
import type { Rule } from './routing-queries';
import { RuleSentence } from './RuleSentence';

export interface RuleActs {
  onEdit: (rule: Rule) => void;
  onRemove: (rule: Rule) => void;
  onHistory: (rule: Rule) => void;
  onSwitch: (rule: Rule, active: boolean) => void;
  onMove: (rule: Rule, position: number) => void;
}

/** The button of a rule that has just been moved gets the focus back by its id. */
export const ruleButtonId = (id: string): string => `rule-${id}`;

function Place({ rule, last, onMove }: { rule: Rule; last: number; onMove: RuleActs['onMove'] }) {
  const { t } = useTexts();
  const { position, title } = rule;
  return (
    <div className={c.place}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        disabled={position === 1}
        aria-label={t('routing.up', { title })}
        onClick={() => onMove(rule, position - 1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        disabled={position >= last}
        aria-label={t('routing.down', { title })}
        onClick={() => onMove(rule, position + 1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function More({ rule, may, onHistory, onRemove }: { rule: Rule; may: boolean } & Pick<RuleActs, 'onHistory' | 'onRemove'>) {
  const { t } = useTexts();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('routing.more', { title: rule.title })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onHistory(rule)}>{t('routing.history')}</Menu.Item>
        {may && <Menu.Item onClick={() => onRemove(rule)}>{t('routing.remove')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function Faults({ faults }: Pick<Rule, 'faults'>) {
  const { t } = useTexts();
  return faults.map((fault) => (
    <p key={fault} className={c.fault}>
      <IconAlertTriangle size={14} aria-hidden /> {t(`routing.fault.${fault}`)}
    </p>
  ));
}

/** One rule: its place, what it says, how often it has counted, whether it is on. */
export function RuleRow({ rule, last, may, ...acts }: { rule: Rule; last: number; may: boolean } & RuleActs) {
  const { t } = useTexts();
  const move = (event: KeyboardEvent): void => {
    if (!may || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const to = rule.position + (event.key === 'ArrowUp' ? -1 : 1);
    if (to >= 1 && to <= last) acts.onMove(rule, to);
  };
  return (
    <li className={c.rule} data-off={!rule.active || undefined}>
      <span className={`${c.number} num`}>{rule.position}</span>
      <div className={c.said}>
        {may ? (
          <button
            type="button"
            id={ruleButtonId(rule.id)}
            className={c.title}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onKeyDown={move}
            onClick={() => acts.onEdit(rule)}
          >
            {rule.title}
          </button>
        ) : (
          <b className={c.name}>{rule.title}</b>
        )}
        <RuleSentence terms={rule} />
        <Faults faults={rule.faults} />
      </div>
      <p className={`${c.lately} num`}>{rule.active && t('routing.lately', { count: rule.lately })}</p>
      <div className={c.acts}>
        <Checkbox
          size="sm"
          label={t('routing.on')}
          aria-label={t('routing.onOf', { title: rule.title })}
          checked={rule.active}
          disabled={!may}
          onChange={(event) => acts.onSwitch(rule, event.currentTarget.checked)}
        />
        {may && <Place rule={rule} last={last} onMove={acts.onMove} />}
        <More rule={rule} may={may} onHistory={acts.onHistory} onRemove={acts.onRemove} />
      </div>
    </li>
  );
}
