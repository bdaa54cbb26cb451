/** What each page needs beyond the frame, by the first part of its address. */
export const pages = {
  review: () => import('./features/review/review-page.tsx'),
  welcome: () => import('./features/welcome/welcome-page.tsx'),
  sets: () => import('./features/sets/sets-page.tsx'),
  publish: () => import('./features/publish/publish-page.tsx'),
  audit: () => import('./features/audit/audit-page.tsx'),
  operations: () => import('./features/operations/operations-page.tsx'),
  analytics: () => import('./features/analytics/analytics-page.tsx'),
};
