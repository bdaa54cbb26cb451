import { pages } from './pages.ts';

/** Asks for the page that the address names before anything else runs, so that it comes while the frame is being made. `/` leads to the review. */
const name = location.pathname.split('/')[1] || 'review';
if (Object.hasOwn(pages, name)) void pages[name as keyof typeof pages]();
