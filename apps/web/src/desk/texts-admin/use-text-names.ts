import { type TextKey, useTexts } from '../texts';
import type { NoticeText } from './text-queries';

/** Parts that many mails have; whatever else is a sentence of the mail. */
const parts = ['words', 'intro', 'outro', 'footer', 'open', 'greeting', 'subject'] as const;

/** What texts are called in the list: by what they tell of, and by their part of it. */
export function useTextNames() {
  const { t, has } = useTexts();
  const groupName = (group: string): string => {
    const key = `texts.group.${group}`;
    return has(key) ? t(key as TextKey) : group;
  };
  const partName = ({ key }: Pick<NoticeText, 'key'>): string => {
    if (key.startsWith('notice.')) return t('texts.part.bell');
    const part = parts.find((one) => key.endsWith(`.${one}`));
    return t(part ? `texts.part.${part}` : 'texts.part.sentence');
  };
  return { groupName, partName };
}
