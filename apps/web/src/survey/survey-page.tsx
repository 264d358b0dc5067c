import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../shared/api/problem';
import { date } from '../shared/format/dates';
import type { Locale } from '../shared/i18n/messages';
import { askedQuestions, sentAnswers } from './flow';
import { forgetAnswers, keepAnswers, type Kept, keptAnswers } from './kept-answers';
import { type Progress, SurveyHead, SurveyRunner } from './runner';
import css from './survey.module.css';
import { readSurvey, sendAnswers } from './survey-calls';
import type { SurveyForm, SurveyLink } from './survey-types';
import { type SurveyTexts, surveyTexts } from './texts';

type Ending = 'done' | 'used' | 'expired' | 'closed' | 'unknown' | 'unreachable';

interface EndingProps {
  texts: SurveyTexts;
  ending: Ending;
  text: string;
  onLanguage: () => void;
  children?: ReactNode;
}

/** A page without questions: why there are none, in plain words. */
function EndingPage({ texts, ending, text, onLanguage, children }: EndingProps) {
  return (
    <div className={css.survey} lang={texts.locale} data-survey>
      <SurveyHead texts={texts} number={0} count={0} onLanguage={onLanguage} />
      <main id="content" className={css.main}>
        <div className={`${css.content} ${css.ending}`} role="status">
          <h1>{texts.t(`survey.${ending}`)}</h1>
          <p className={css.lead}>{text}</p>
          {children}
        </div>
      </main>
    </div>
  );
}

/** Answers kept on the device at each change, and the way back by the browser's own button. */
function useProgress(token: string) {
  const [kept, setKept] = useState<Kept>(() => keptAnswers(token));
  const put = (next: Kept): void => {
    setKept(next);
    keepAnswers(token, next);
  };
  useEffect(() => {
    const back = (event: PopStateEvent): void => {
      const step = (event.state as { step?: number } | null)?.step ?? 0;
      setKept((before) => ({ ...before, step }));
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = (progress: Progress): void => {
    if (progress.step !== kept.step) history.pushState({ step: progress.step }, '');
    put({ ...kept, ...progress });
  };
  return { kept, go, put };
}

interface OpenProps {
  token: string;
  link: SurveyLink;
  form: SurveyForm;
  texts: SurveyTexts;
  onLanguage: () => void;
  onEnded: (ending: Ending) => void;
}

interface Failure {
  readonly problem: string | null;
  readonly refused: ReadonlyMap<string, string>;
}

const NO_FAILURE: Failure = { problem: null, refused: new Map() };

/** What went wrong with sending; null where the answers are there already, since an earlier try arrived. */
function failureOf(error: unknown, texts: SurveyTexts): Failure | Ending {
  if (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500)
    return { ...NO_FAILURE, problem: texts.t('survey.offline') };
  const ended = { 'surveys.link-used': 'used', 'surveys.link-expired': 'expired', 'surveys.link-closed': 'closed' } as const;
  if (error.code in ended) return ended[error.code as keyof typeof ended];
  if (error.status === 404) return 'unknown';
  const refused = new Map(error.errors.map(({ pointer, detail }) => [pointer.split('/')[2] ?? '', detail]));
  return { problem: error.sentence ?? texts.t('survey.offline'), refused };
}

function OpenSurvey({ token, link, form, texts, onLanguage, onEnded }: OpenProps) {
  const { kept, go, put } = useProgress(token);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(NO_FAILURE);
  const send = async (): Promise<void> => {
    setBusy(true);
    setFailure(NO_FAILURE);
    const sentBefore = kept.sent;
    put({ ...kept, sent: true });
    try {
      await sendAnswers(token, texts.locale, sentAnswers(form.definition.questions, kept.answers));
      onEnded('done');
    } catch (error) {
      const ended = failureOf(error, texts);
      // Sent before without an answer, and now "used": the first try arrived.
      if (typeof ended === 'string') return onEnded(ended === 'used' && sentBefore ? 'done' : ended);
      put({ ...kept, sent: error instanceof ApiProblem && error.status === 0 ? true : sentBefore });
      setFailure(ended);
      setBusy(false);
    }
  };
  const asked = askedQuestions(form.definition.questions, kept.answers);
  return (
    <SurveyRunner
      texts={texts}
      title={link.title}
      closesOn={link.closesOn}
      form={form}
      progress={{ step: Math.min(kept.step, asked.length + 1), answers: kept.answers }}
      problem={failure.problem}
      refused={failure.refused}
      busy={busy}
      onProgress={go}
      onSend={() => void send()}
      onLanguage={onLanguage}
    />
  );
}

function endingText(ending: Ending, link: SurveyLink | null, thanks: string | null, { t, locale }: SurveyTexts): string {
  if (ending === 'done') return thanks ?? t('survey.doneSub');
  if (ending === 'expired') return t('survey.expiredText', { date: link ? date(link.closesOn, locale) : '' });
  return t(`survey.${ending}Text`);
}

/** What the page has read: the texts, and what stands behind the link. */
interface Loaded {
  readonly texts: SurveyTexts;
  readonly link: SurveyLink | null;
  readonly ending: Ending | null;
}

/** Reads the link; the page then speaks the language of the person who was invited. */
async function load(token: string, locale: Locale): Promise<Loaded> {
  try {
    const link = await readSurvey(token, locale);
    const arrived = link.state === 'used' && keptAnswers(token).sent;
    if (link.state !== 'open') forgetAnswers(token);
    return { texts: await surveyTexts(link.locale), link, ending: link.state === 'open' ? null : arrived ? 'done' : link.state };
  } catch (error) {
    const unknown = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
    return { texts: await surveyTexts(locale), link: null, ending: unknown ? 'unknown' : 'unreachable' };
  }
}

/** The page behind the link of an invitation. Opening it records nothing; only the last button does, once. */
export function SurveyPage({ token, locale }: { token: string; locale: Locale }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void load(token, locale).then((read) => wanted && setLoaded(read));
    return () => void (wanted = false);
  }, [token, locale, turn]);
  const texts = loaded?.texts;
  const title = loaded?.link?.title;
  useEffect(() => {
    if (!texts) return;
    document.documentElement.lang = texts.locale;
    document.title = `${title?.[texts.locale] ?? texts.t('survey.title')} · Atbalsts`;
  }, [texts, title]);
  if (!loaded || !texts) return <div className={css.survey} aria-busy data-survey />;
  const switchLanguage = (): void =>
    void surveyTexts(texts.locale === 'lv' ? 'en' : 'lv').then((other) => setLoaded((now) => now && { ...now, texts: other }));
  const { link, ending } = loaded;
  const form = link?.form;
  if (!ending && link && form) {
    const end = (how: Ending): void => {
      forgetAnswers(token);
      setLoaded({ ...loaded, ending: how });
      scrollTo(0, 0);
    };
    return <OpenSurvey {...{ token, link, form, texts }} onLanguage={switchLanguage} onEnded={end} />;
  }
  const how = ending ?? 'unreachable';
  const thanks = form?.definition.thanks[texts.locale] ?? null;
  return (
    <EndingPage texts={texts} ending={how} text={endingText(how, link, thanks, texts)} onLanguage={switchLanguage}>
      {how === 'done' && thanks && <p className={css.hint}>{texts.t('survey.doneSub')}</p>}
      {how === 'unreachable' && (
        <button type="button" className={css.next} onClick={() => setTurn(turn + 1)}>
          {texts.t('survey.retry')}
        </button>
      )}
    </EndingPage>
  );
}
