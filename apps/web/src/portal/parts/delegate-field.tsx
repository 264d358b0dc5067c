import { useMe } from '../session/session';
import { useTexts } from '../texts';
import { type NamedPerson, PersonField } from './person-field';

/** Who stands in while one is away. */
export function DelegateField({ value, onChoose }: { value: NamedPerson | null; onChoose: (person: NamedPerson | null) => void }) {
  const { t } = useTexts();
  const me = useMe();
  return (
    <PersonField
      label={t('account.absence.delegate')}
      value={value}
      chosen={(name) => t('account.absence.delegateIs', { name })}
      other={t('account.absence.delegateOther')}
      except={me.id}
      onChoose={onChoose}
    />
  );
}
