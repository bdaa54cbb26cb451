import { proveRule } from './rule.conformance.ts';
import { emptyText } from './empty-text.ts';

proveRule(emptyText, {
  catches: [{ caption: '' }, { altText: ' … ' }, { keywords: [] }, { keywords: ['-', ''] }],
  passes: [{ caption: '東京' }, { keywords: ['7'] }],
});
