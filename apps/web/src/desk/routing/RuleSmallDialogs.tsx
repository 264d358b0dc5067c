import { Modal } from '@mantine/core';
import { HistoryCard } from '../administration/HistoryCard';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Rule } from './routing-queries';
import { useKeepRule } from './use-keep-rule';

/** A rule goes for good: that is asked once more. */
export function RemoveRuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTexts();
  const keep = useKeepRule(onClose);
  return (
    <FormDialog
      title={t('routing.remove')}
      submit={t('routing.remove')}
      grave
      ready
      busy={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate({ do: 'remove', of: rule })}
      onClose={onClose}
    >
      <p>{t('routing.removeAsk', { title: rule.title })}</p>
    </FormDialog>
  );
}

/** What was changed in a rule. */
export function RuleHistoryDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal opened onClose={onClose} size={640} title={rule.title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <HistoryCard kind="rules" id={rule.id} />
    </Modal>
  );
}
