import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconDots, IconLink, IconPrinter, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRight } from '../data/session';
import { StatePill } from '../marks/StatePill';
import { useTexts, type TextKey } from '../texts';
import { headActions, menuActions, type ChangeAction } from './change-actions';
import c from './page.module.css';
import { KindMark } from './KindMark';
import { RiskMark } from './RiskMark';
import type { Change } from './types';

interface Props {
  change: Change;
  act: (action: ChangeAction) => void;
}

const label = (action: ChangeAction): TextKey =>
  action === 'approve' || action === 'reject' ? `change.decide.${action}` : `change.action.${action}`;

function More({ change, act }: Props) {
  const { t } = useTexts();
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(location.href);
    notifications.show({
      message: t('change.linkCopied'),
      autoClose: 2500,
      withBorder: true,
      closeButtonProps: { 'aria-label': t('action.close') },
    });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} className={c.quietButton} aria-label={t('change.moreActions')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('change.moreActions')}>
        {menuActions(change).map((action) => (
          <Menu.Item key={action} onClick={() => act(action)}>
            {t(label(action))}…
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconLink size={15} aria-hidden />} onClick={() => void copy()}>
          {t('change.copyLink')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Actions({ change, act }: Props) {
  const { t } = useTexts();
  const sign: Partial<Record<ChangeAction, typeof IconCheck>> = { approve: IconCheck, reject: IconX };
  return (
    <div className={c.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        className={c.quietButton}
        aria-label={t('change.print')}
        onClick={() => window.print()}
      >
        <IconPrinter size={18} aria-hidden />
      </ActionIcon>
      <More change={change} act={act} />
      {headActions(change)
        .map((action, index) => {
          const Sign = sign[action];
          return (
            <Button
              key={action}
              variant={index === 0 ? 'filled' : 'default'}
              leftSection={Sign && <Sign size={16} aria-hidden />}
              onClick={() => act(action)}
            >
              {t(label(action))}
            </Button>
          );
        })
        .reverse()}
    </div>
  );
}

/** Number, title, state, kind, risk, who asked for it and who does it; and what can be done next. */
export function ChangeHead({ change, act }: Props) {
  const { t } = useTexts();
  const reads = useRight('change.read');
  const { number, version, title, state, kind, risk, requester, group, clonedFrom } = change;
  return (
    <div className={c.top}>
      <div className={c.name}>
        <p className={`${c.crumbs} num`}>
          {reads ? <Link to="/desk/changes">{t('changes.title')}</Link> : <Link to="/desk/approvals">{t('approvals.title')}</Link>}
          <span aria-hidden>/</span>
          {number}
          <span aria-hidden>·</span>
          {t('change.version', { version: String(version) })}
        </p>
        <h1>{title}</h1>
        <div className={c.props}>
          <StatePill state={state} />
          <KindMark kind={kind} long />
          {risk && <RiskMark level={risk.level} score={risk.score} />}
          <span>
            {t('change.by', { name: requester.name })} ·{' '}
            {group ? t('change.implementedBy', { group: group.name }) : t('change.nobodyImplements')}
          </span>
          {clonedFrom && (
            <Link to="/desk/changes/$number" params={{ number: clonedFrom.number }}>
              {t('change.clonedFrom', { number: clonedFrom.number })}
            </Link>
          )}
        </div>
      </div>
      <Actions change={change} act={act} />
    </div>
  );
}
