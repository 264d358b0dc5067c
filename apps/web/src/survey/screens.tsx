import { IconAlertCircle, IconArrowLeft, IconArrowRight, IconDeviceMobile, IconEyeOff, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, type Ref, useId } from 'react';
import { date } from '../shared/format/dates';
import { AnswerInput } from './answer-input';
import a from './answers.module.css';
import { answerLines, isEmpty } from './flow';
import css from './survey.module.css';
import type { Answer, Answers, Question, SurveyForm, Words } from './survey-types';
import type { SurveyTexts } from './texts';

/** What is kept of an answer, in two sentences, at the answer itself. */
export function WhatIsKept({ anonymous, texts }: { anonymous: boolean; texts: SurveyTexts }) {
  const Sign = anonymous ? IconEyeOff : IconUserCheck;
  return (
    <p className={css.kept}>
      <Sign size={18} aria-hidden /> <span>{texts.t(anonymous ? 'survey.anonymous' : 'survey.named')}</span>
    </p>
  );
}

interface FrameProps {
  heading: ReactNode;
  headingRef: Ref<HTMLHeadingElement>;
  headingId?: string;
  children: ReactNode;
  footer: ReactNode;
}

/** One screen: heading, content, and the buttons at the foot. */
function Screen({ heading, headingRef, headingId, children, footer }: FrameProps) {
  return (
    <>
      <div className={css.content}>
        <h1 ref={headingRef} id={headingId} tabIndex={-1}>
          {heading}
        </h1>
        {children}
      </div>
      <div className={css.foot}>{footer}</div>
    </>
  );
}

interface StepProps {
  texts: SurveyTexts;
  form: SurveyForm;
  headingRef: Ref<HTMLHeadingElement>;
}

interface IntroProps extends StepProps {
  title: Words;
  closesOn: string | null;
  begun: boolean;
  onStart: () => void;
  onRestart: () => void;
}

/** Before the first question: what it is about, how long, until when, and what is kept. */
export function IntroScreen({ texts, headingRef, title, closesOn, form, begun, onStart, onRestart }: IntroProps) {
  const { t, locale } = texts;
  const { questions } = form.definition;
  const footer = (
    <>
      {begun && (
        <button type="button" className={css.other} onClick={onRestart}>
          {t('survey.restart')}
        </button>
      )}
      <button type="button" className={css.next} onClick={onStart}>
        {t(begun ? 'survey.resume' : 'survey.start')} <IconArrowRight size={18} aria-hidden />
      </button>
    </>
  );
  return (
    <Screen heading={title[locale]} headingRef={headingRef} footer={footer}>
      <p className={css.lead}>{form.definition.intro[locale]}</p>
      <p className={css.facts}>
        <strong>
          {t(questions.some(({ showIf }) => showIf) ? 'survey.questionsUpTo' : 'survey.questions', { count: questions.length })}
        </strong>
        {closesOn && <span>{t('survey.lastDay', { date: date(closesOn, locale) })}</span>}
      </p>
      <div className={css.promise}>
        <WhatIsKept anonymous={form.anonymous} texts={texts} />
        <p>
          {t('survey.institution', { name: form.institution[locale] })}{' '}
          {form.anonymous && t('survey.smallGroups', { count: form.minGroup })}
        </p>
        <p className={css.kept}>
          <IconDeviceMobile size={18} aria-hidden /> <span>{t('survey.kept')}</span>
        </p>
      </div>
    </Screen>
  );
}

interface QuestionProps extends StepProps {
  question: Question;
  answer: Answer | undefined;
  /** What is wrong, in words. */
  error: string | null;
  last: boolean;
  onAnswer: (answer: Answer | undefined) => void;
  onBack: () => void;
  onNext: () => void;
}

/** One question a screen. */
export function QuestionScreen({ texts, headingRef, form, question, answer, error, last, onAnswer, onBack, onNext }: QuestionProps) {
  const { t, locale } = texts;
  const id = useId();
  const single = question.type !== 'multiple' && question.type !== 'matrix' && question.type !== 'text';
  const footer = (
    <>
      <button type="button" className={css.back} onClick={onBack} aria-label={t('survey.back')}>
        <IconArrowLeft size={20} aria-hidden />
      </button>
      <button type="submit" className={css.next}>
        {t(last ? 'survey.toReview' : 'survey.next')} <IconArrowRight size={18} aria-hidden />
      </button>
    </>
  );
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
        // Where an answer is missing the screen stays; the first place to give it takes the focus.
        event.currentTarget.querySelector<HTMLElement>('input:not(:checked), textarea')?.focus({ preventScroll: true });
      }}
    >
      <Screen heading={question.text[locale]} headingRef={headingRef} headingId={`${id}-question`} footer={footer}>
        {question.help && (
          <p className={css.hint} id={`${id}-help`}>
            {question.help[locale]}
          </p>
        )}
        {!question.required && <p className={css.hint}>{t('survey.optional')}</p>}
        {error && (
          <p className={css.error} id={`${id}-error`} role="alert">
            <IconAlertCircle size={18} aria-hidden /> <span>{error}</span>
          </p>
        )}
        <div className={a.answers} role={single ? 'radiogroup' : 'group'} aria-labelledby={`${id}-question`}>
          <AnswerInput
            id={id}
            question={question}
            words={form.words}
            texts={texts}
            answer={answer}
            errorId={error ? `${id}-error` : undefined}
            onAnswer={onAnswer}
          />
        </div>
        {!question.required && question.type !== 'text' && !isEmpty(answer) && (
          <button type="button" className={css.quiet} onClick={() => onAnswer(undefined)}>
            {t('survey.clear')}
          </button>
        )}
        <WhatIsKept anonymous={form.anonymous} texts={texts} />
      </Screen>
    </form>
  );
}

interface ReviewProps extends StepProps {
  questions: readonly Question[];
  answers: Answers;
  /** By the key of a question: why the server did not take its answer. */
  refused: ReadonlyMap<string, string>;
  problem: string | null;
  busy: boolean;
  onChange: (index: number) => void;
  onBack: () => void;
  onSend: () => void;
}

/** All answers once more, before they leave the device. */
export function ReviewScreen({
  texts,
  headingRef,
  form,
  questions,
  answers,
  refused,
  problem,
  busy,
  onChange,
  onBack,
  onSend,
}: ReviewProps) {
  const { t, locale } = texts;
  const footer = (
    <>
      <button type="button" className={css.back} onClick={onBack} aria-label={t('survey.back')}>
        <IconArrowLeft size={20} aria-hidden />
      </button>
      <button
        type="button"
        className={css.next}
        onClick={busy ? undefined : onSend}
        aria-disabled={busy || undefined}
        aria-busy={busy || undefined}
      >
        {t('survey.send')}
      </button>
    </>
  );
  return (
    <Screen heading={t('survey.review')} headingRef={headingRef} footer={footer}>
      <p className={css.hint}>{t('survey.reviewSub')}</p>
      {problem && (
        <p className={css.error} role="alert">
          <IconAlertCircle size={18} aria-hidden /> <span>{problem}</span>
        </p>
      )}
      <dl className={a.review}>
        {questions.map((question, index) => {
          const lines = answerLines(question, answers[question.key], form.words, locale);
          const wrong = refused.get(question.key);
          return (
            <div key={question.key}>
              <dt>{question.text[locale]}</dt>
              <dd className={lines.length === 0 ? a.none : undefined}>
                {lines.length === 0 ? t('survey.noAnswer') : lines.map((line) => <span key={line}>{line}</span>)}
                {wrong && <span className={a.wrong}>{t('survey.changed', { detail: wrong })}</span>}
              </dd>
              <dd className={a.change}>
                <button
                  type="button"
                  className={css.quiet}
                  aria-label={t('survey.changeOf', { question: question.text[locale] })}
                  onClick={() => onChange(index)}
                >
                  {t('survey.change')}
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={css.hint}>{t(form.anonymous ? 'survey.onceAnonymous' : 'survey.onceNamed')}</p>
      <WhatIsKept anonymous={form.anonymous} texts={texts} />
    </Screen>
  );
}
