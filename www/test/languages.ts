/** The tests read the texts of every language. */

import { loadLanguage } from '../i18n/index.js';

await loadLanguage('zh');
