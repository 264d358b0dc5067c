import { Button, Textarea } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem, problemText } from '../../shared/api/problem';
import answers from '../answers/answers.module.css';
import item from '../assets/item.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { type Language, LANGUAGES, type NoticeText, type Words } from './text-queries';
import c from './texts-admin.module.css';

const LONGEST = 1_000;

interface Props {
  text: NoticeText;
  words: Words;
  save: UseMutationResult<unknown, Error, void>;
  saved: boolean;
  onChange: (words: Words) => void;
}

/** A place goes to where one has just been writing. */
function Places({ names, onPut }: { names: readonly string[]; onPut: (name: string) => void }) {
  const { t } = useTexts();
  if (names.length === 0) return <p className={c.quiet}>{t('texts.noPlaces')}</p>;
  return (
    <fieldset className={answers.places}>
      <legend>{t('texts.places')}</legend>
      {names.map((name) => (
        <Button key={name} size="compact-sm" variant="default" onClick={() => onPut(name)}>
          {`{{${name}}}`}
        </Button>
      ))}
    </fieldset>
  );
}

/** The words of both languages, with the places that they may leave open. */
export function TextForm({ text, words, save, saved, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const areas = { lv: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) };
  const last = useRef<Language>('lv');
  const put = (name: string): void => {
    const area = areas[last.current].current;
    const before = words[last.current];
    const at = area?.selectionStart ?? before.length;
    onChange({ ...words, [last.current]: `${before.slice(0, at)}{{${name}}}${before.slice(area?.selectionEnd ?? at)}` });
    area?.focus();
  };
  const faulty = save.error instanceof ApiProblem ? save.error.errors.map(({ pointer }) => pointer) : [];
  const fault = (language: Language): string | undefined =>
    faulty.includes(`/${language}`) && save.error ? problemText(texts, save.error) : undefined;
  const same = LANGUAGES.every((language) => words[language].trim() === text[language].text);
  const empty = LANGUAGES.some((language) => words[language].trim() === '');
  return (
    <section className={item.card} aria-labelledby="words-title">
      <header>
        <h2 id="words-title">{t('texts.words')}</h2>
      </header>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {LANGUAGES.map((language) => (
          <div key={language}>
            <Textarea
              ref={areas[language]}
              lang={language}
              label={t(`texts.${language}`)}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={LONGEST}
              value={words[language]}
              error={fault(language)}
              onFocus={() => (last.current = language)}
              onChange={(event) => onChange({ ...words, [language]: event.currentTarget.value })}
            />
            {text[language].text !== text[language].shipped && (
              <p className={c.was}>
                {t('texts.shippedWas')} <span lang={language}>{text[language].shipped}</span>
              </p>
            )}
          </div>
        ))}
        <Places names={text.places} onPut={put} />
        {save.error && faulty.length === 0 && <ProblemNote error={save.error} />}
        <div className={c.foot}>
          <Button type="submit" loading={save.isPending} disabled={same || empty}>
            {t('texts.save')}
          </Button>
          <span role="status">{saved && same && t('texts.saved')}</span>
        </div>
      </form>
    </section>
  );
}
