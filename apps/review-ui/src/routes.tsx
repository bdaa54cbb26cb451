import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ReviewPage } from './features/review/review-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { Frame } from './frame/frame.tsx';
import { PageNotFound } from './frame/page-not-found.tsx';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({ notFoundComponent: PageNotFound });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

/** Everything behind the sign-in, within rail and header. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/review' });
  },
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/review',
  validateSearch: (search: Record<string, unknown>) => ({ ...idIn(search, 'setId'), ...idIn(search, 'photoId') }),
  component: ReviewPage,
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
const operations = createRoute({
  getParentRoute: () => frame,
  path: '/operations',
  component: lazyRouteComponent(() => import('./features/operations/operations-page.tsx'), 'OperationsPage'),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, frame.addChildren([home, review, sets, publish, operations])]),
    context: { queryClient },
  });
}

function idIn<Key extends string>(search: Record<string, unknown>, key: Key): { [Name in Key]?: number } {
  const id = Number(search[key]);
  return (Number.isSafeInteger(id) && id > 0 ? { [key]: id } : {}) as { [Name in Key]?: number };
}
