import { proveRule } from '../fixtures/prove-rule.ts';
import { emptyText } from './empty-text.ts';

proveRule(emptyText, {
  catches: [{ caption: '' }, { altText: ' … ' }, { keywords: [] }, { keywords: ['-', ''] }],
  passes: [{ caption: '東京' }, { keywords: ['7'] }],
});
