import { Textarea } from '@mantine/core';
import type { Words } from '../../survey/survey-types';
import { useTexts } from '../texts';
import c from './surveys.module.css';

interface Props {
  label: string;
  words: Words;
  /** JSON pointer of the words in what is saved. */
  at: string;
  errorAt: (pointer: string) => string | undefined;
  onWords: (words: Words) => void;
}

/** A text in both languages, side by side. */
export function WordsFields({ label, words, at, errorAt, onWords }: Props) {
  const { t } = useTexts();
  return (
    <div className={c.words} role="group" aria-label={label}>
      {(['lv', 'en'] as const).map((locale) => (
        <Textarea
          key={locale}
          lang={locale}
          autosize
          minRows={1}
          maxRows={8}
          label={`${label} · ${t(`builder.${locale}`)}`}
          value={words[locale]}
          error={errorAt(`${at}/${locale}`)}
          onChange={(event) => onWords({ ...words, [locale]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
