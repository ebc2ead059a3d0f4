import { MUNICIPALITY } from '../maskinporten/clients.js';

/** The one Fiks integration of the sandbox. The values are public and fixed, so that pasted credentials keep working. */
export const INTEGRATION = {
  id: '44a7b17e-d521-4ba0-8636-6320ed52994f',
  password: 'sandbox-password-that-opens-nothing',
  /** Only tokens of this organisation may use the integration. */
  organisation: MUNICIPALITY,
  fiksOrgId: '1d1c630f-1226-413f-a72a-0079e30286e1',
  /** The SvarUt account it may send from. */
  kontoId: '3233e3ac-20aa-4e3a-b726-a47f76276442',
} as const;

/** Not part of Fiks: what our own nodes derive an eksternReferanse with when the author gives none. */
export const REFERENCE_SECRET = 'sandbox-reference-secret-that-protects-nothing';
