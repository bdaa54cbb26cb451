import { secureHeaders } from 'hono/secure-headers';
import type { Door } from './door.ts';

/**
 * Everything comes from this origin. Styles may stand in the page: the component library sets its variables and locks scrolling that way, and a style
 * runs nothing. No HSTS without TLS: other programs on this machine's name must stay reachable.
 */
export const strictHeaders = ({ scheme }: Door) =>
  secureHeaders({
    strictTransportSecurity: scheme === 'https' && 'max-age=31536000',
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
