import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Locale } from '../../shared/i18n/messages';
import { type Progress, SurveyRunner } from '../../survey/runner';
import type { AnswerWords } from '../../survey/survey-types';
import { type SurveyTexts, surveyTexts } from '../../survey/texts';
import { useTexts } from '../texts';
import type { Edited } from './edit-definition';
import c from './preview.module.css';

const START: Progress = { step: 0, answers: {} };
const NONE: ReadonlyMap<string, string> = new Map();

/** What is edited, as its respondent would see it on a phone: the respondent's very page, with answers that go nowhere. */
export function PhonePreview({ edited, words }: { edited: Edited; words: AnswerWords }) {
  const { t, locale: own } = useTexts();
  const [locale, setLocale] = useState<Locale>(own);
  const [texts, setTexts] = useState<SurveyTexts | null>(null);
  const [progress, setProgress] = useState(START);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    let wanted = true;
    void surveyTexts(locale).then((loaded) => wanted && setTexts(loaded));
    return () => void (wanted = false);
  }, [locale]);
  const institution = { lv: t('builder.previewInstitution'), en: t('builder.previewInstitution') };
  return (
    <section className={c.preview} aria-label={t('builder.preview')}>
      <header>
        <div>
          <h2>{t('builder.preview')}</h2>
          <p>{t('builder.previewHint')}</p>
        </div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={() => {
            setProgress(START);
            setSent(false);
          }}
        >
          {t('builder.previewRestart')}
        </Button>
      </header>
      <div className={c.phone} tabIndex={0} role="region" aria-label={t('builder.preview')}>
        {texts && sent && <p className={c.thanks}>{edited.definition.thanks[locale]}</p>}
        {texts && !sent && (
          <SurveyRunner
            preview
            texts={texts}
            title={edited.title}
            closesOn={null}
            form={{ anonymous: true, minGroup: 5, institution, definition: edited.definition, words }}
            progress={progress}
            problem={null}
            refused={NONE}
            busy={false}
            onProgress={setProgress}
            onSend={() => setSent(true)}
            onLanguage={() => setLocale(locale === 'lv' ? 'en' : 'lv')}
          />
        )}
      </div>
    </section>
  );
}
