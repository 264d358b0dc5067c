import { useTexts } from '../texts';
import type { InboundMail } from './inbound-queries';

/** Who it is from, as the list says it: the name with the address behind it, whichever there is. */
export function useSender(): (mail: Pick<InboundMail, 'from' | 'fromName'>) => string {
  const { t } = useTexts();
  return ({ from, fromName }) => (from === null ? fromName || t('inbound.noSender') : fromName ? `${fromName} <${from}>` : from);
}
