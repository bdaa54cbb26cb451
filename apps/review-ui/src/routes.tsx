import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { filterIn } from './features/review/filter.ts';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { Frame } from './frame/frame.tsx';
import { overviewQuery } from './frame/overview.ts';
import { PageNotFound } from './frame/page-not-found.tsx';
import { pages } from './pages.ts';

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
  component: lazyRouteComponent(pages.review, 'ReviewPage'),
});
const welcome = createRoute({
  getParentRoute: () => frame,
  path: '/welcome',
  component: lazyRouteComponent(pages.welcome, 'WelcomePage'),
});
const sets = createRoute({
  getParentRoute: () => frame,
  path: '/sets',
  component: lazyRouteComponent(pages.sets, 'SetsPage'),
});
const publish = createRoute({
  getParentRoute: () => frame,
  path: '/publish',
  component: lazyRouteComponent(pages.publish, 'PublishPage'),
});
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(pages.audit, 'AuditPage'),
});
const operations = createRoute({
  getParentRoute: () => frame,
  path: '/operations',
  component: lazyRouteComponent(pages.operations, 'OperationsPage'),
});
const analytics = createRoute({
  getParentRoute: () => frame,
  path: '/analytics',
  component: lazyRouteComponent(pages.analytics, 'AnalyticsPage'),
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
