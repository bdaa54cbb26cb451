import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Activity, ChartColumn, FolderPlus, Images, Keyboard, Send } from 'lucide-react';
import { useDeferredValue, useLayoutEffect, useState } from 'react';
import { announcement } from '../lib/announce.ts';
import { EVERYWHERE, listenToKeys, useCommands } from '../lib/commands.ts';
import { statusOf } from '../lib/problem.ts';
import { useStore } from '../lib/store.ts';
import { ConnectionMark } from './connection-mark.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Loading } from './loading.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Problems } from './problems.tsx';
import { RailCount } from './rail-count.tsx';
import { sessionQuery } from './session.ts';
import { SignedOut } from './signed-out.tsx';
import { useLivePages } from './use-live-pages.ts';
import classes from './frame.module.css';

const pages = [
  { to: '/sets', name: 'Sets', key: 'g s', Icon: FolderPlus },
  { to: '/review', name: 'Review', key: 'g r', Icon: Images },
  { to: '/publish', name: 'Publish', key: 'g p', Icon: Send },
  { to: '/operations', name: 'Operations', key: 'g o', Icon: Activity },
  { to: '/analytics', name: 'Analytics', key: 'g a', Icon: ChartColumn },
] as const;

export function Frame() {
  const session = useQuery(sessionQuery());
  // The frame and the page within are drawn as a transition: in many short tasks, and not in a long one.
  const who = useDeferredValue(session.data);
  if (statusOf(session.error) === 401) return <SignedOut />;
  if (who === undefined)
    return (
      <main className={classes.wait}>
        {session.error === null ? (
          <Loading what="who is signed in" lines={0} />
        ) : (
          <Problems error={session.error} retry={() => void session.refetch()} />
        )}
      </main>
    );
  return <SignedIn name={who.name} />;
}

function SignedIn({ name }: { readonly name: string }) {
  const navigate = useNavigate();
  const [areKeysShown, showKeys] = useState(false);
  useLayoutEffect(listenToKeys, []);
  useLivePages();
  useCommands(EVERYWHERE, [
    ...pages.map(({ to, name: page, key }) => ({
      keys: [key],
      title: `Go to ${page}`,
      run: () => void navigate({ to }),
    })),
    { keys: ['escape'], title: 'Leave a field', run: leaveField, inFields: true },
    { keys: ['?'], title: 'Show the keys', run: () => showKeys(true) },
  ]);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      <nav className={classes.rail} aria-label="Pages">
        {pages.map(({ to, name: page, key, Icon }) => (
          <Link key={to} to={to} className={classes.link} title={`${page} (${key.toUpperCase()})`}>
            <Icon size={20} aria-hidden />
            {page}
            <RailCount page={page} />
          </Link>
        ))}
        <span className={classes.gap} />
        <button type="button" className={classes.link} onClick={() => showKeys(true)}>
          <Keyboard size={20} aria-hidden />
          Keys
        </button>
        <ConnectionMark />
        <span className={classes.person} title={`signed in as ${name}`}>
          {name}
        </span>
      </nav>
      <main id="page" className={classes.page} tabIndex={-1}>
        <OfflineBanner />
        <div className={classes.content}>
          <Outlet />
        </div>
      </main>
      <KeySheet opened={areKeysShown} close={() => showKeys(false)} />
      <Announcer />
    </div>
  );
}

/** The keys act again, and the Tab key goes on from the page. */
function leaveField(): void {
  document.querySelector<HTMLElement>('#page')?.focus();
}

function Announcer() {
  return (
    <p className="unseen" role="status">
      {useStore(announcement)}
    </p>
  );
}
