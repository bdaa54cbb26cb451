import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { filterIn } from './features/review/filter.ts';
import { ReviewPage } from './features/review/review-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { Frame } from './frame/frame.tsx';
import { overviewQuery } from './frame/overview.ts';
import { PageNotFound } from './frame/page-not-found.tsx';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({ notFoundComponent: PageNotFound });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

/** Everything behind the sign-in, within rail and header. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  async beforeLoad({ context: { queryClient } }) {
    // Whoever is not signed in, or offline, is told so there.
    const sets = await queryClient.ensureQueryData(overviewQuery()).catch(() => null);
    throw redirect({ to: sets?.length === 0 ? '/welcome' : '/review' });
  },
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/review',
  validateSearch: (search: Record<string, unknown>) => ({ ...filterIn(search), ...idIn(search, 'photoId') }),
  component: ReviewPage,
});
const welcome = createRoute({
  getParentRoute: () => frame,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./features/welcome/welcome-page.tsx'), 'WelcomePage'),
});
const sets = createRoute({
  getParentRoute: () => frame,
  path: '/sets',
  component: lazyRouteComponent(() => import('./features/sets/sets-page.tsx'), 'SetsPage'),
});
const publish = createRoute({
  getParentRoute: () => frame,
  path: '/publish',
  component: lazyRouteComponent(() => import('./features/publish/publish-page.tsx'), 'PublishPage'),
});
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(() => import('./features/audit/audit-page.tsx'), 'AuditPage'),
});
const operations = createRoute({
  getParentRoute: () => frame,
  path: '/operations',
  component: lazyRouteComponent(() => import('./features/operations/operations-page.tsx'), 'OperationsPage'),
});
const analytics = createRoute({
  getParentRoute: () => frame,
  path: '/analytics',
  component: lazyRouteComponent(() => import('./features/analytics/analytics-page.tsx'), 'AnalyticsPage'),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      frame.addChildren([home, welcome, review, sets, publish, audit, operations, analytics]),
    ]),
    context: { queryClient },
  });
}

function idIn<Key extends string>(search: Record<string, unknown>, key: Key): { [Name in Key]?: number } {
  const id = Number(search[key]);
  return (Number.isSafeInteger(id) && id > 0 ? { [key]: id } : {}) as { [Name in Key]?: number };
}
