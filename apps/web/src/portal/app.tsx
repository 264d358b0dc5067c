import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { ApiProblem } from '../shared/api/problem';
import { homePath, safeNext } from '../shared/api/sign-in-path';
import { Button } from './components/button';
import { ProblemNotice } from './components/notice';
import { Page } from './components/page';
import { Skeleton } from './components/skeleton';
import { TopBar } from './components/top-bar';
import { HomePage } from './pages/home';
import { MyTicketsPage } from './pages/my-tickets';
import { NewIncidentPage } from './pages/new-incident';
import { NotFoundPage } from './pages/not-found';
import { SignInPage } from './pages/sign-in';
import { TicketPage } from './pages/ticket';
import { hasMoved, matchPath, navigate, type Place, usePlace } from './router/location';
import { loadSession, useSession } from './session/session';
import { useTexts } from './texts';

// Rarely opened: they come when they are.
const ProfilePage = lazy(() => import('./pages/profile').then((module) => ({ default: module.ProfilePage })));
const InstitutionPage = lazy(() => import('./pages/institution').then((module) => ({ default: module.InstitutionPage })));
const ForgotPage = lazy(() => import('./pages/forgot').then((module) => ({ default: module.ForgotPage })));
const SetUpPage = lazy(() => import('./pages/set-up').then((module) => ({ default: module.SetUpPage })));
const RatePage = lazy(() => import('./pages/rate').then((module) => ({ default: module.RatePage })));
const ApprovePage = lazy(() => import('./pages/approve').then((module) => ({ default: module.ApprovePage })));
const ChangePage = lazy(() => import('./pages/change').then((module) => ({ default: module.ChangePage })));
const MyChangesPage = lazy(() => import('./pages/my-changes').then((module) => ({ default: module.MyChangesPage })));
const NewChangePage = lazy(() => import('./pages/new-change').then((module) => ({ default: module.NewChangePage })));
const ResetPage = lazy(() => import('./pages/reset').then((module) => ({ default: module.ResetPage })));

/** The pages for a signed-in person. */
function pageAt({ path, search }: Place): ReactNode {
  const ticket = matchPath('/tickets/:number', path);
  if (path === '/') return <HomePage />;
  if (path === '/new') return <NewIncidentPage key={search.toString()} title={search.get('title') ?? ''} />;
  if (path === '/tickets') return <MyTicketsPage closed={search.get('show') === 'closed'} words={search.get('q') ?? ''} />;
  if (ticket !== null) return <TicketPage key={ticket} number={ticket} />;
  if (path === '/institution') return <InstitutionPage />;
  if (path === '/changes/new') return <NewChangePage />;
  if (path === '/changes') return <MyChangesPage />;
  const change = matchPath('/changes/:number', path);
  if (change !== null) return <ChangePage key={change} number={change} />;
  if (path === '/profile') return <ProfilePage />;
  return <NotFoundPage />;
}

/** Pages that need nobody signed in. */
function openPageAt({ path, search }: Place): ReactNode {
  const token = matchPath('/rate/:token', path);
  if (token !== null) return <RatePage token={token} value={search.get('v')} />;
  const approval = matchPath('/approve/:token', path);
  if (approval !== null) return <ApprovePage key={approval} token={approval} />;
  return null;
}

function Unreachable({ error }: { error: unknown }) {
  const { t } = useTexts();
  const offline = error instanceof ApiProblem && error.status === 0;
  return (
    <Page title={t('page.unreachable')} sub={offline ? t('page.unreachableText') : undefined} narrow>
      {!offline && <ProblemNotice error={error} />}
      <div>
        <Button look="primary" onClick={() => void loadSession()}>
          {t('action.retry')}
        </Button>
      </div>
    </Page>
  );
}

function Waiting() {
  return (
    <main id="content">
      <span className="vh">
        <Skeleton lines={1} />
      </span>
    </main>
  );
}

/** Pages that stand without the bar of the others. */
function frontPageAt({ path, search }: Place): ReactNode {
  if (path === '/setup') return <SetUpPage token={search.get('token') ?? ''} />;
  if (path === '/forgot') return <ForgotPage />;
  const token = matchPath('/reset/:token', path);
  return token === null ? null : <ResetPage token={token} />;
}

/** Somebody whom a provider has just sent back goes on to the page that he asked for, or to where his work starts. */
function useArrival(home: Parameters<typeof homePath>[0] | null, { path, search }: Place): boolean {
  const arrived = home !== null && path === '/' && search.has('signed-in');
  useEffect(() => {
    if (!arrived || !home) return;
    const goTo = safeNext(location.search) ?? homePath(home);
    if (goTo === '/') navigate('/', { replace: true });
    else location.replace(goTo);
  }, [arrived, home]);
  return arrived;
}

/** Staff who open the bare address with a session go to where their work starts; whoever came by a link from there stays. */
function useStaffHome(home: Parameters<typeof homePath>[0] | null, path: string): boolean {
  const leave = home !== null && home !== 'portal' && path === '/' && !hasMoved() && !document.referrer.startsWith(location.origin);
  useEffect(() => {
    if (leave && home) location.replace(homePath(home));
  }, [leave, home]);
  return leave;
}

/** The portal: which page stands at the present address, for the present person. */
export function App() {
  const place = usePlace();
  const session = useSession();
  const home = session.state === 'signed-in' ? session.me.home : null;
  const arriving = useArrival(home, place);
  const leaving = useStaffHome(arriving ? null : home, place.path) || arriving;
  const front = frontPageAt(place);
  if (front) return <Suspense fallback={<Waiting />}>{front}</Suspense>;
  const open = openPageAt(place);
  if (!open && session.state === 'signed-out') return <SignInPage ended={session.ended} />;
  if (leaving) return null;
  return (
    <>
      <TopBar />
      <Suspense fallback={<Waiting />}>
        {open ??
          (session.state === 'unknown' ? <Waiting /> : session.state === 'failed' ? <Unreachable error={session.error} /> : pageAt(place))}
      </Suspense>
    </>
  );
}
