import { hasPersonalCode } from '../shared/format/personal-code';
import type { Locale } from '../shared/i18n/messages';
import a from './answers.module.css';
import { type Choice, choicesOf } from './flow';
import css from './survey.module.css';
import { type Answer, type AnswerWords, CANNOT_JUDGE, type Question } from './survey-types';
import type { SurveyTexts } from './texts';

interface Props {
  id: string;
  question: Question;
  words: AnswerWords;
  texts: SurveyTexts;
  answer: Answer | undefined;
  /** Id of the sentence that says what is wrong, where something is. */
  errorId: string | undefined;
  onAnswer: (answer: Answer | undefined) => void;
}

interface RadiosProps {
  name: string;
  choices: readonly Choice[];
  value: string | undefined;
  locale: Locale;
  errorId: string | undefined;
  onChoose: (value: string) => void;
}

/** One of a few, none chosen beforehand; "cannot judge" stands apart. */
function Radios({ name, choices, value, locale, errorId, onChoose }: RadiosProps) {
  return choices.map((choice) => (
    <label key={choice.value} className={`${a.choice} ${choice.value === CANNOT_JUDGE ? a.apart : ''}`}>
      <input
        type="radio"
        name={name}
        value={choice.value}
        checked={value === choice.value}
        onChange={() => onChoose(choice.value)}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
      />
      <span>{choice.text[locale]}</span>
    </label>
  ));
}

/** Some of several, at most so many: then the rest waits until one is taken back. */
function Checks({ id, question, words, texts, answer, errorId, onAnswer }: Props) {
  const chosen = (answer ?? []) as string[];
  const most = question.max ?? 1;
  const full = chosen.length >= most;
  const toggle = (value: string, on: boolean): void => onAnswer(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <>
      <p className={css.hint} id={`${id}-most`} role="status">
        {texts.t('survey.atMost', { most, count: chosen.length })}
      </p>
      {choicesOf(question, words).map(({ value, text }) => (
        <label key={value} className={a.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={full && !chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
            aria-describedby={[`${id}-most`, errorId].filter(Boolean).join(' ')}
            aria-invalid={errorId ? true : undefined}
          />
          <span>{text[texts.locale]}</span>
        </label>
      ))}
    </>
  );
}

function Matrix({ id, question, words, texts, answer, errorId, onAnswer }: Props) {
  const said = (answer ?? {}) as Record<string, string>;
  return (question.rows ?? []).map(({ key, text }) => (
    <fieldset key={key} className={a.row}>
      <legend>{text[texts.locale]}</legend>
      <div className={a.rowChoices}>
        <Radios
          name={`${id}-${key}`}
          choices={choicesOf(question, words)}
          value={said[key]}
          locale={texts.locale}
          errorId={said[key] ? undefined : errorId}
          onChoose={(value) => onAnswer({ ...said, [key]: value })}
        />
      </div>
    </fieldset>
  ));
}

function TextAnswer({ id, question, texts, answer, errorId, onAnswer }: Props) {
  const value = (answer ?? '') as string;
  const left = (question.maxLength ?? 0) - value.length;
  return (
    <>
      <textarea
        className={a.text}
        rows={6}
        value={value}
        maxLength={question.maxLength}
        aria-labelledby={`${id}-question`}
        aria-describedby={[question.help && `${id}-help`, `${id}-left`, errorId].filter(Boolean).join(' ')}
        aria-invalid={errorId ? true : undefined}
        onChange={(event) => onAnswer(event.target.value)}
      />
      <p className={css.hint} id={`${id}-left`}>
        {texts.t('survey.left', { count: left })}
      </p>
      <div role="status">{hasPersonalCode(value) && <p className={css.warning}>{texts.t('survey.personalCode')}</p>}</div>
    </>
  );
}

/** Where a question is answered. */
export function AnswerInput(props: Props) {
  const { id, question, words, texts, answer, errorId, onAnswer } = props;
  if (question.type === 'multiple') return <Checks {...props} />;
  if (question.type === 'matrix') return <Matrix {...props} />;
  if (question.type === 'text') return <TextAnswer {...props} />;
  return (
    <Radios
      name={id}
      choices={choicesOf(question, words)}
      value={answer as string | undefined}
      locale={texts.locale}
      errorId={errorId}
      onChoose={onAnswer}
    />
  );
}
