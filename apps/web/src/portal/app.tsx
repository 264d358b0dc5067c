import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from '../shared/api/problem';
import { homePath } from '../shared/api/sign-in-path';
import { Button } from './components/button';
import { ProblemNotice } from './components/notice';
import { Page } from './components/page';
import { Skeleton } from './components/skeleton';
import { TopBar } from './components/top-bar';
import { ApprovePage } from './pages/approve';
import { ChangePage } from './pages/change';
import { HomePage } from './pages/home';
import { MyChangesPage } from './pages/my-changes';
import { MyTicketsPage } from './pages/my-tickets';
import { NewChangePage } from './pages/new-change';
import { NewIncidentPage } from './pages/new-incident';
import { NotFoundPage } from './pages/not-found';
import { ProfilePage } from './pages/profile';
import { RatePage } from './pages/rate';
import { SetUpPage } from './pages/set-up';
import { SignInPage } from './pages/sign-in';
import { TicketPage } from './pages/ticket';
import { hasMoved, matchPath, type Place, usePlace } from './router/location';
import { loadSession, useSession } from './session/session';
import { useTexts } from './texts';

/** The pages for a signed-in person. */
function pageAt({ path, search }: Place): ReactNode {
  const ticket = matchPath('/tickets/:number', path);
  if (path === '/') return <HomePage />;
  if (path === '/new') return <NewIncidentPage key={search.toString()} title={search.get('title') ?? ''} />;
  if (path === '/tickets') return <MyTicketsPage closed={search.get('show') === 'closed'} words={search.get('q') ?? ''} />;
  if (ticket !== null) return <TicketPage key={ticket} number={ticket} />;
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
  const leaving = useStaffHome(session.state === 'signed-in' ? session.me.home : null, place.path);
  if (place.path === '/setup') return <SetUpPage token={place.search.get('token') ?? ''} />;
  const open = openPageAt(place);
  if (!open && session.state === 'signed-out') return <SignInPage ended={session.ended} />;
  if (leaving) return null;
  return (
    <>
      <TopBar />
      {open ??
        (session.state === 'unknown' ? <Waiting /> : session.state === 'failed' ? <Unreachable error={session.error} /> : pageAt(place))}
    </>
  );
}
