import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { statusOf } from './lib/problem.ts';
import { createAppRouter } from './routes.tsx';
import { cssVariables, theme } from './theme.ts';

/** What the server refused it will refuse again; what did not reach it may reach it next time. */
const isWorthTrying = (failures: number, error: Error) => failures < 2 && statusOf(error) === null;

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthTrying, staleTime: 10_000, refetchOnWindowFocus: false } },
});
const router = createAppRouter(queryClient);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="dark"
        forceColorScheme="dark"
      >
        <RouterProvider router={router} />
        <Notifications position="bottom-right" autoClose={6000} />
      </MantineProvider>
    </QueryClientProvider>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
