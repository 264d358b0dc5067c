import { useEffect, useRef, useState } from 'react';
import { Mark } from '../shared/brand/mark';
import { askedQuestions, isEmpty, missing } from './flow';
import { IntroScreen, QuestionScreen, ReviewScreen } from './screens';
import css from './survey.module.css';
import type { Answer, Answers, Question, SurveyForm, Words } from './survey-types';
import type { SurveyTexts } from './texts';

/** Where somebody is: 0 before the questions, then the number of the question, and one more for the review. */
export interface Progress {
  readonly step: number;
  readonly answers: Answers;
}

interface Props {
  texts: SurveyTexts;
  title: Words;
  closesOn: string | null;
  form: SurveyForm;
  progress: Progress;
  /** Why the answers were not taken, in words. */
  problem: string | null;
  /** The same for single questions, by their keys. */
  refused: ReadonlyMap<string, string>;
  busy: boolean;
  /** Shown inside another page: then it is no page of its own, and moving through it leaves that one where it is. */
  preview?: boolean;
  onProgress: (progress: Progress) => void;
  onSend: () => void;
  onLanguage: () => void;
}

const NO_ANSWERS: Answers = {};

/** The head of every screen: whose survey it is, how far one has come, and the other language. */
export function SurveyHead({
  texts,
  number,
  count,
  onLanguage,
}: {
  texts: SurveyTexts;
  number: number;
  count: number;
  onLanguage: () => void;
}) {
  const { t, locale } = texts;
  const other = locale === 'lv' ? 'en' : 'lv';
  const under = number >= 1 && number <= count;
  return (
    <header className={css.head}>
      <div className={css.bar}>
        <Mark size={24} />
        <strong>Atbalsts</strong>
        <span className={css.count}>{under && t('survey.progress', { number, count })}</span>
        <button type="button" className={css.language} lang={other} aria-label={t('survey.language')} onClick={onLanguage}>
          {t('survey.languageShort')}
        </button>
      </div>
      {count > 0 && (
        <div
          className={css.track}
          role="progressbar"
          aria-label={under ? t('survey.progressLabel', { number, count }) : t('survey.title')}
          aria-valuemin={0}
          aria-valuemax={count}
          aria-valuenow={Math.min(number, count)}
        >
          <div style={{ width: `${(100 * Math.min(number, count)) / count}%` }} />
        </div>
      )}
    </header>
  );
}

/** Gives each new screen's heading the focus, so that a screen reader begins there, and shows it from its top. */
function useHeadingFocus(step: number, preview: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    const whole = heading.current?.closest('[data-survey]');
    if (preview) whole?.parentElement?.scrollTo(0, 0);
    else whole?.scrollIntoView({ block: 'start' });
  }, [step, preview]);
  return heading;
}

/** Where to go on: at the first question without an answer, else at the review. */
function nextOpen(asked: readonly Question[], answers: Answers): number {
  const open = asked.findIndex(({ key, required }) => required && isEmpty(answers[key]));
  return open < 0 ? asked.length + 1 : open + 1;
}

/** A survey as its respondent goes through it, screen by screen; the builder's preview shows the very same. */
export function SurveyRunner(props: Props) {
  const { texts, title, closesOn, form, progress, problem, refused, busy, preview = false, onProgress, onSend, onLanguage } = props;
  const { answers } = progress;
  const asked = askedQuestions(form.definition.questions, answers);
  const step = Math.min(progress.step, asked.length + 1);
  const [tried, setTried] = useState(0);
  const headingRef = useHeadingFocus(step, preview);
  const go = (next: number, kept = answers): void => {
    setTried(0);
    onProgress({ answers: kept, step: next });
  };
  const question = asked[step - 1];
  const fault = question && tried === step ? missing(question, answers[question.key]) : null;
  const begun = Object.values(answers).some((answer) => !isEmpty(answer));
  const steady = { texts, headingRef, form };
  const Content = preview ? 'div' : 'main';
  return (
    <div className={css.survey} lang={texts.locale} data-survey>
      <SurveyHead texts={texts} number={step} count={asked.length} onLanguage={onLanguage} />
      <Content id={preview ? undefined : 'content'} className={css.main}>
        {step === 0 && (
          <IntroScreen
            {...steady}
            {...{ title, closesOn, begun }}
            onStart={() => go(begun ? nextOpen(asked, answers) : 1)}
            onRestart={() => go(1, NO_ANSWERS)}
          />
        )}
        {question && (
          <QuestionScreen
            key={question.key}
            {...steady}
            question={question}
            answer={answers[question.key]}
            error={fault && texts.t(fault)}
            last={step === asked.length}
            onAnswer={(answer) => onProgress({ step, answers: withAnswer(answers, question.key, answer) })}
            onBack={() => go(step - 1)}
            onNext={() => (missing(question, answers[question.key]) ? setTried(step) : go(step + 1))}
          />
        )}
        {step === asked.length + 1 && (
          <ReviewScreen
            {...steady}
            {...{ answers, refused, problem, busy, onSend }}
            questions={asked}
            onChange={(index) => go(index + 1)}
            onBack={() => go(step - 1)}
          />
        )}
      </Content>
    </div>
  );
}

function withAnswer(answers: Answers, key: string, answer: Answer | undefined): Answers {
  const { [key]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [key]: answer };
}
