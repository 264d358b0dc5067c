import { useTexts } from '../texts';

const causes = ['order', 'owner', 'usage', 'conformance', 'metric', 'verifier', 'external'] as const;

/** Why the system moved a process: the conditions that had failed, by their names. Of a retirement the cause is the number of the order. */
export function useCause(): (cause: string) => string {
  const { t } = useTexts();
  const named = (word: string): string => {
    const known = causes.find((one) => one === word);
    return known ? t(`processes.condition.${known}`) : word;
  };
  return (cause) => cause.split(' ').filter(Boolean).map(named).join(', ');
}
