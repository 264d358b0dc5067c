import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import type { Me } from '../../shared/api/api-types';
import { Button } from '../components/button';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { useResource } from '../data/use-resource';
import css from '../pages/sign-in.module.css';
import { comeIn, type SignInStep } from '../session/session';
import { useTexts } from '../texts';
import { Authenticator } from './authenticator';
import { CodeForm } from './code-form';
import { RecoveryCodes } from './recovery-codes';

interface Props {
  step: SignInStep;
  onIn: (me: Me) => void;
  onBack: () => void;
}

function CodeStep({ onIn }: Pick<Props, 'onIn'>) {
  const { t } = useTexts();
  const enter = async (code: string): Promise<void> =>
    onIn(await comeIn(await bodyOf(api.POST('/api/v1/session/code', { body: { code } }))));
  return (
    <>
      <p className={css.sub}>{t('account.code.sub')}</p>
      <CodeForm submit={t('signIn.submit')} recovery onCode={enter} />
    </>
  );
}

/** Staff must have an authenticator: it is set up here, and then the work goes on. */
function EnrolmentStep({ onIn }: Pick<Props, 'onIn'>) {
  const { t } = useTexts();
  const [done, setDone] = useState<{ me: Me; codes: readonly string[] } | null>(null);
  const secret = useResource('enrolment', () => bodyOf(api.PUT('/api/v1/session/enrolment/secret')));
  const confirm = async (code: string): Promise<void> => {
    const { me, recoveryCodes } = await bodyOf(api.PUT('/api/v1/session/enrolment', { body: { code } }));
    setDone({ me, codes: recoveryCodes });
  };
  if (done)
    return (
      <>
        <Notice kind="good">{t('account.factor.done')}</Notice>
        <RecoveryCodes codes={done.codes} />
        <Button look="primary" onClick={() => void comeIn(done.me).then(onIn)}>
          {t('account.codes.kept')}
        </Button>
      </>
    );
  return (
    <>
      <p className={css.sub}>{t('account.enrol.sub')}</p>
      {secret.loading && <Skeleton lines={5} />}
      <ProblemNotice error={secret.error} onRetry={secret.reload} />
      {secret.data && <Authenticator enrolment={secret.data} submit={t('account.factor.confirm')} onCode={confirm} />}
    </>
  );
}

/** What is asked after the password. */
export function SecondStep({ step, onIn, onBack }: Props) {
  const { t } = useTexts();
  const title = t(step === 'code' ? 'account.code.title' : 'account.enrol.title');
  const heading = usePageHeading(title, false);
  return (
    <div className={css.form}>
      <h1 ref={heading}>{title}</h1>
      {step === 'code' ? <CodeStep onIn={onIn} /> : <EnrolmentStep onIn={onIn} />}
      <Button look="quiet" onClick={onBack}>
        {t('account.code.back')}
      </Button>
    </div>
  );
}
