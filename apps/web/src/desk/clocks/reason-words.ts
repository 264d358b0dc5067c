import { useTexts } from '../texts';

/** Words for the reason codes of the ledger; a reason that a person wrote stays as it is. */
export function useReasonWords(): (reason: string) => string {
  const { t, has } = useTexts();
  return (reason) => {
    const key = [`priority.reason.${reason}`, `hold.${reason}`, `clock.cause.${reason}`].find((name) => has(name));
    return key && has(key) ? t(key) : reason;
  };
}
