import type { Text } from '../../setup/order.js';
import type { ServiceName } from '../../traffic/requestLog.js';

export const SERVICE_NAMES = {
  maskinporten: { nb: 'Maskinporten', en: 'Maskinporten' },
  folkeregister: { nb: 'Folkeregister', en: 'Folkeregister' },
  krr: { nb: 'KRR', en: 'KRR' },
  svarut: { nb: 'SvarUt', en: 'SvarUt' },
  kjoretoyregister: { nb: 'Kjøretøyregister', en: 'Vehicle register' },
} as const satisfies Record<ServiceName, Text>;
