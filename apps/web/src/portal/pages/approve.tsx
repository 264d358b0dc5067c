import { type SubmitEvent, useEffect, useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import { conflictWords, riskLevel, rollbackWords, type SubjectFacts, whenWords } from '../../shared/approvals/facts-words';
import { Quorum } from '../../shared/approvals/quorum';
import { byWhen } from '../../shared/format/wording';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { Choice } from '../components/choice';
import { TextArea } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { approvalLink, type ApprovalLink, type Decision, decideByLink } from '../data/approval-calls';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import { chooseLocale, useSession } from '../session/session';
import { useTexts } from '../texts';
import css from './approve.module.css';

type Matter = NonNullable<ApprovalLink['matter']>;

function DecideForm({ token, onDecided }: { token: string; onDecided: (decision: Decision) => void }) {
  const { t } = useTexts();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const unexplained = decision === 'rejected' && reason.trim() === '';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!decision || unexplained) return;
    setBusy(true);
    setFailure(null);
    try {
      await decideByLink(token, decision, reason.trim());
      onDecided(decision);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <Choice
        legend={t('approve.question')}
        value={decision}
        options={[
          { value: 'approved', label: t('approve.yes') },
          { value: 'rejected', label: t('approve.no') },
        ]}
        error={tried && !decision ? t('approve.missing') : null}
        onChoose={setDecision}
      />
      {decision !== null && (
        <TextArea
          label={t('approve.why')}
          optional={decision === 'approved'}
          value={reason}
          onText={setReason}
          rows={3}
          maxLength={2000}
          error={tried && unexplained ? t('approve.whyMissing') : null}
        />
      )}
      <ProblemNotice error={failure} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {decision === null ? t('approve.send') : t(decision === 'approved' ? 'approve.sendApproved' : 'approve.sendRejected')}
        </Button>
      </div>
      <p className={css.dim}>{t('approvals.final')}</p>
    </form>
  );
}

function Facts({ facts }: { facts: SubjectFacts }) {
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  const level = facts.risk && riskLevel(facts.risk.score);
  return (
    <div className={css.facts}>
      <p className={css.summary}>{facts.summary}</p>
      {facts.services.length > 0 && <p>{facts.services.join(', ')}</p>}
      <p>{whenWords(texts, facts, now)}</p>
      <p>{rollbackWords(texts, facts.rollback)}</p>
      {facts.risk && level && (
        <p className={css.risk} data-level={level}>
          <b>{t(`approvals.risk.${level}`, { score: String(facts.risk.score) })}</b>
        </p>
      )}
      {facts.conflicts.map((conflict) => (
        <p className={css.conflict} key={`${conflict.reason}${conflict.number ?? ''}${conflict.from}`}>
          <span aria-hidden>▲</span> {conflictWords(texts, conflict)}
        </p>
      ))}
    </div>
  );
}

function MatterView({ matter, token, onDecided }: { matter: Matter; token: string; onDecided: (decision: Decision) => void }) {
  const texts = useTexts();
  const now = useNow();
  const { seats, needed, approved } = matter;
  return (
    <>
      {matter.facts && <Facts facts={matter.facts} />}
      <Quorum texts={texts} seats={seats} needed={needed} approved={approved} mine />
      <p className={css.dim}>
        {texts.t('approve.hello', { name: matter.approver, step: matter.step, due: byWhen(texts, matter.dueAt, now) })}
      </p>
      <DecideForm token={token} onDecided={onDecided} />
    </>
  );
}

function LinkView({ token, link }: { token: string; link: ApprovalLink }) {
  const { t } = useTexts();
  const [decided, setDecided] = useState<Decision | null>(null);
  const { matter, state, ticketNumber: number, decision } = link;
  const used = decision === 'approved' || decision === 'rejected' ? decision : null;
  const over = decided !== null || state !== 'open';
  return (
    <Card className={css.page}>
      <h2 className={css.about}>{matter ? t('approve.about', { number, title: matter.title }) : t('approve.aboutExpired', { number })}</h2>
      {decided && <Notice kind="good">{t(`approve.done.${decided}`)}</Notice>}
      {!decided && state === 'used' && used && <Notice kind="info">{t(`approve.used.${used}`)}</Notice>}
      {!decided && state === 'expired' && <Notice kind="warning">{t('approve.expired')}</Notice>}
      {!over && matter && <MatterView matter={matter} token={token} onDecided={setDecided} />}
      {over && (
        <div>
          <a className={buttonClass('default')} href="/desk/approvals">
            {t('approve.inbox')}
          </a>
        </div>
      )}
    </Card>
  );
}

/** The page behind the link of an approval mail: what is to be decided, and a button that alone decides it. */
export function ApprovePage({ token }: { token: string }) {
  const { t, locale } = useTexts();
  const session = useSession();
  const link = useResource(`approve ${token}`, (signal) => approvalLink(token, signal));
  const wanted = link.data?.locale;
  const signedOut = session.state === 'signed-out';
  useEffect(() => {
    if (wanted && signedOut) void chooseLocale(wanted);
  }, [wanted, signedOut]);
  const unknown = link.error instanceof ApiProblem && link.error.status === 404;
  return (
    <Page title={t('approve.title')} narrow>
      <div lang={locale}>
        {link.loading && (
          <Card>
            <Skeleton lines={5} />
          </Card>
        )}
        {unknown ? <Notice kind="warning">{t('approve.unknown')}</Notice> : <ProblemNotice error={link.error} onRetry={link.reload} />}
        {link.data && <LinkView token={token} link={link.data} />}
      </div>
    </Page>
  );
}
