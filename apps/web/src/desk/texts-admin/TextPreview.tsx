import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { type Language, type NoticeText, pageOfSample, textQueries, type Words } from './text-queries';
import c from './texts-admin.module.css';

const TYPING_MS = 400;

function Controls(props: {
  language: Language;
  onLanguage: (language: Language) => void;
  plain: boolean;
  onPlain: (plain: boolean) => void;
}) {
  const { t } = useTexts();
  return (
    <div className={c.controls}>
      <SegmentedControl
        size="xs"
        aria-label={t('texts.language')}
        value={props.language}
        onChange={(value) => props.onLanguage(value === 'en' ? 'en' : 'lv')}
        data={[
          { value: 'lv', label: t('texts.lv') },
          { value: 'en', label: t('texts.en') },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('texts.view')}
        value={props.plain ? 'plain' : 'html'}
        onChange={(value) => props.onPlain(value === 'plain')}
        data={[
          { value: 'html', label: t('texts.asPage') },
          { value: 'plain', label: t('texts.asText') },
        ]}
      />
    </div>
  );
}

/** The made-up mail in which the text stands, as it is typed; and the same to oneself. */
export function TextPreview({ text, words }: { text: NoticeText; words: Words }) {
  const { t, locale } = useTexts();
  const [language, setLanguage] = useState<Language>(locale);
  const [plain, setPlain] = useState(false);
  const [typed] = useDebouncedValue(words[language], TYPING_MS);
  const sample = useQuery(textQueries.sample(text.key, language, typed));
  const send = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/notice-texts/{key}/trial-mail', {
          params: { path: { key: text.key } },
          body: { locale: language, text: words[language] },
        }),
      ),
    onSuccess: ({ to }) => notifications.show({ message: t('texts.sent', { to }), withBorder: true, autoClose: 5000 }),
  });
  const mail = sample.data?.mail;
  return (
    <section className={item.card} aria-labelledby="preview-title">
      <header className={c.previewHead}>
        <h2 id="preview-title">{t('texts.preview')}</h2>
        {mail && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={15} aria-hidden />}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('texts.sendMe')}
          </Button>
        )}
      </header>
      <Controls language={language} onLanguage={setLanguage} plain={plain} onPlain={setPlain} />
      {send.error && <ProblemNote error={send.error} />}
      {sample.error && <ProblemNote error={sample.error} />}
      {sample.isPending && <Skeleton height={240} />}
      {text.key.startsWith('notice.') && sample.data && (
        <p className={c.line} lang={language}>
          {sample.data.line}
        </p>
      )}
      {mail && (
        <>
          <p className={c.subject} lang={language}>
            <span>{t('texts.subject')}</span> <b>{mail.subject}</b>
          </p>
          {plain ? (
            <pre className={c.plain} tabIndex={0} lang={language}>
              {mail.text}
            </pre>
          ) : (
            <iframe className={c.frame} sandbox="" src={pageOfSample(text.key, language, typed)} title={mail.subject} />
          )}
        </>
      )}
    </section>
  );
}
