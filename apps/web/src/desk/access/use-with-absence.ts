import { useFormat } from '../format';
import { useTexts } from '../texts';

/** A name for a list of whom to give work to: it says until when the person is away. */
export function useWithAbsence(): (person: { name: string; absentUntil: string | null }) => string {
  const { t } = useTexts();
  const { date } = useFormat();
  return ({ name, absentUntil }) => (absentUntil ? t('access.away', { name, date: date(`${absentUntil}T12:00:00Z`) }) : name);
}
