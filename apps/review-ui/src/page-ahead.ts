import { pages } from './pages.ts';

/** Asks for the page that the address names before anything else runs, so that it comes while the frame is being made. `/` leads to the review. */
const name = location.pathname.split('/')[1] || 'review';
// What cannot be had, the page's route asks for again and says so.
if (Object.hasOwn(pages, name)) pages[name as keyof typeof pages]().catch(() => {});
